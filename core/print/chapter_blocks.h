// SPDX-License-Identifier: Apache-2.0
// What a chapter prints of the source: its headings, paragraphs and tables, in source order.
#pragma once

#include "guifan/report.h"
#include "print/block_builder.h"

namespace guifan::print {

/// Appends the chapter's blocks. A table whose figures went to cells or residue is kept for data
/// formats but not printed; one that nobody recognised is printed, so that it is not lost. The
/// source's own chapter heading is printed as a section heading where its words differ from the
/// official title.
void append_source_blocks(Arena& arena, const SourceDocument& document, const Chapter& chapter,
                          std::string_view official_title, Blocks& out);

/// A chapter's title without its number: 一、总体情况 -> 总体情况.
std::string_view without_number(std::string_view title);

/// The heading says the official title and nothing else but a number and spaces.
bool says_title(std::string_view heading, std::string_view official_title);

}  // namespace guifan::print
