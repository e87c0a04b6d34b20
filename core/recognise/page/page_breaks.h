// SPDX-License-Identifier: Apache-2.0
// Page numbers, running heads and feet that a copy of printed pages left between its lines.
#pragma once

#include "guifan/source_document.h"
#include "layout/label_index.h"

namespace guifan {

/// Marks as furniture the paragraphs that are certain to belong to the page and not to the report:
///  - page numbers, 第3页 共9页 or - 3 -, where several count upwards;
///  - the same words on the line of each such number;
///  - a line that stands beside such numbers twice or more and nowhere else but once before (a head
///    repeats the title), and is neither numbered nor a label of a form.
/// A single number proves nothing: "— 3 —" may be a row of a table. REQUIRES: normalise(document)
/// was called.
void mark_page_breaks(SourceDocument& document, const LabelIndex& labels);

}  // namespace guifan
