// SPDX-License-Identifier: Apache-2.0
// The neutral document: what a reader saw, in reading order, before anything is known about
// reports.
//
// bytes -> SourceDocument -> Report -> StandardReport -> bytes. Readers build it through the plugin
// SDK (plugin.h); the recogniser reads it. Plain values: copying copies, nothing is shared.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "guifan/diagnostic.h"
#include "guifan/locator.h"

namespace guifan {

/// A piece of text with one place. `begin` is a byte offset into Text::original.
struct Run {
  std::size_t begin = 0;
  Locator place;
};

/// Text as the source has it, and as the recogniser reads it. Both are valid UTF-8 without NUL.
struct Text {
  std::string original;    ///< quotes and printed paragraphs use this one
  std::string normalised;  ///< filled by normalise(): Simplified, pinyin notes removed, half-width,
                           ///< see text.h
  std::vector<Run> runs;   ///< ordered by begin; at least one unless original is empty

  /// The place of the run that holds byte `offset` of `original`.
  Locator place_at(std::size_t offset) const;
  Locator place() const { return runs.empty() ? Locator{} : runs.front().place; }
};

enum class ParagraphKind : std::uint32_t {
  Body,
  Heading,  ///< marked as a heading by the source (h1..h6, heading style, title look)
  ListItem,
  Furniture,  ///< page header, footer, page number, navigation: the reader knows that it is not the
              ///< report's text
  Note,       ///< footnote, endnote, comment shown in print
};

struct Paragraph {
  ParagraphKind kind = ParagraphKind::Body;
  std::uint32_t level = 0;  ///< heading or list level, 1-based
  Text text;  ///< may hold '\n' where the source has a line break inside the paragraph
};

/// One cell of a resolved grid: spans are already applied, so that (row, column) are grid
/// coordinates (0-based).
struct TableCell {
  std::uint32_t row = 0, column = 0;
  std::uint32_t row_span = 1, column_span = 1;
  bool header = false;  ///< the source marks it as a header cell
  Text text;            ///< paragraphs of the cell are joined by '\n'
};

/// A table as a resolved grid. Cells are ordered by (row, column) and never overlap; a grid
/// position without a cell was missing in the source (a row with too few cells).
struct Table {
  std::uint32_t rows = 0, columns = 0;
  std::vector<TableCell> cells;
  Locator place;
};

using Block = std::variant<Paragraph, Table>;

/// Something that the reader left out on purpose, with its reason ("page-furniture", "hidden-text",
/// ...).
struct RemovedText {
  std::string text;
  std::string reason;
  Locator place;
};

struct SourceDocument {
  std::string name;        ///< file name without folders
  std::string sha256;      ///< of the source bytes, lower-case hex
  std::string media_type;  ///< e.g. "text/html"
  std::string encoding;    ///< e.g. "GB18030"; empty for binary containers
  std::string reader;      ///< reader id
  std::string title;       ///< the container's own title (HTML <title>, DOCX core property); may be
                           ///< empty or wrong
  std::vector<std::pair<std::string, std::string>>
      metadata;  ///< other container metadata, in source order
  std::vector<Block> blocks;
  std::vector<RemovedText> removed;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace guifan
