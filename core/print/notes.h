// SPDX-License-Identifier: Apache-2.0
// The last page, 转换说明: what was converted, by which rules, and what a reader of the figures
// must know.
#pragma once

#include "guifan/layout.h"
#include "guifan/report.h"
#include "guifan/source_document.h"
#include "guifan/standard_report.h"
#include "print/block_builder.h"

namespace guifan::print {

struct NotesInput {
  const SourceDocument& document;
  const Report& report;
  const StandardReport& standard;
  const Layout& target;
  const LayoutLibrary& layouts;
  Language language;
};

/// Headings (the page's own title is level 1), paragraphs and tables, in printed order.
Blocks conversion_notes(Arena& arena, const NotesInput& input);

/// The crosswalk's reason in the language asked for; `reason` itself where no row has it.
std::string reason_in(std::string_view reason, const LayoutLibrary& layouts, Language language);
/// A cell's caveats (StandardCell::caveat) in words and in the reader's language.
std::string caveats_in(std::string_view caveats, const LayoutLibrary& layouts, Language language);
/// Labels joined by "/".
std::string join_labels(const std::vector<std::string>& labels);

}  // namespace guifan::print
