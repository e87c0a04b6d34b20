// SPDX-License-Identifier: Apache-2.0
// From the neutral document to the report model: which body, which year, which layouts, which
// figure where.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/layout.h"
#include "guifan/report.h"
#include "guifan/source_document.h"

namespace guifan {

/// Who, which year, what title, published when, from title, first paragraphs, metadata and file
/// name. Decides also whether this is an annual report at all. `document` must be normalised
/// (text.h).
Identification identify_report(const SourceDocument& document);

/// Chapters of the standard template for every block, by heading keywords, and the page furniture
/// that belongs to none. Every block of the document stands in exactly one chapter, or is
/// removed with a reason.
struct ChapterPlan {
  std::vector<std::uint32_t> chapter_of_block;  ///< 1..6, or 0 for removed
  std::vector<std::uint32_t>
      heading_level;  ///< per block: 0 no heading, 1 the source's chapter heading, 2 section...
  std::vector<std::string> removed_reason;  ///< per block: "" or "page-furniture", "title", ...
  /// Per block: it belongs to another report of the same file, and its figures fill nothing. Empty:
  /// there is no other.
  std::vector<bool> other_report;
  bool is_other_report(std::size_t block) const {
    return block < other_report.size() && other_report[block];
  }
};
ChapterPlan plan_chapters(const SourceDocument& document, const Identification& identity);

/// A part of a paragraph: byte offsets into Text::normalised of the block.
struct TextRange {
  std::size_t block = 0, begin = 0, end = 0;
};

/// What table recognition found. `used_blocks[i]`: block i is part of a recognised table.
struct TableFindings {
  std::vector<Figure> figures;
  std::vector<NumericToken> tokens;
  std::vector<Residue> residue;
  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> layouts;  ///< per recognised table, in document order
  Finding layout;                    ///< the report's layout with confidence and reason
  std::vector<bool> used_blocks;
  std::vector<TextRange> used_ranges;  ///< parts of paragraphs that run on beside their table
};
TableFindings recognise_tables(const SourceDocument& document, const ChapterPlan& plan,
                               const LayoutLibrary& layouts);

/// What prose recognition found. Token indices are relative to `tokens`.
struct ProseFindings {
  std::vector<Figure> figures;
  std::vector<NumericToken> tokens;
  std::vector<Residue> residue;
  std::vector<Diagnostic> diagnostics;
};
/// Reads zero statements and counts out of running text. `skip[i]`: block i belongs to a table.
ProseFindings recognise_prose(const SourceDocument& document, const ChapterPlan& plan,
                              const Identification& identity, const std::vector<bool>& skip,
                              const LayoutLibrary& layouts);

/// All of the above, assembled. Normalises the document first and marks what it finds to be page
/// furniture. Errors: NotAReport (REC-010), and Malformed where the text is garbled (REC-006).
Result<Report> recognise(SourceDocument& document, const LayoutLibrary& layouts);

}  // namespace guifan
