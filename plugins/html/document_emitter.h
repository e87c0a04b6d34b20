// SPDX-License-Identifier: Apache-2.0
// From the analysed tree to document events: paragraphs, headings, list items, furniture, tables,
// removed text.
#pragma once

#include "guifan/plugin.h"
#include "html/page_analysis.h"
#include "html/tree.h"

namespace guifan::html {

/// Gives the whole page to `document` in reading order. False: a limit of the host was hit.
bool emit_document(const Tree& tree, const PageAnalysis& page, sdk::DocumentBuilder& document);

}  // namespace guifan::html
