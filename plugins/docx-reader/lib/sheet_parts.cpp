// SPDX-License-Identifier: Apache-2.0
#include "sheet_parts.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "utf8.h"

namespace guifan::docx {
namespace {

struct SheetRow {
  std::uint32_t texts = 0;  ///< cells with words that begin in the row
  bool covered = false;     ///< a cell with words reaches into or out of it
  bool sentence = false;    ///< the last of the texts reads as one
  std::uint32_t end_column = 0;
};

bool is_sentence(std::string_view text) {
  constexpr std::size_t kLongestHead = 40;  // characters
  return text.find("。") != std::string_view::npos || count_code_points(text) > kLongestHead;
}

/// The words of a grid cell; only whether there are any, and how they read, is asked.
std::string words_of(const Story& story, const TableRecord& table, const GridCell& cell) {
  std::string words;
  for (const std::uint32_t source : cell.sources) {
    const CellRecord& record = table.cells[source];
    for (std::uint32_t i = 0; i < record.block_count; ++i) {
      const BlockReference block = table.blocks[record.first_block + i];
      if (!block.table && !story.paragraphs[block.index].dropped)
        words += story.paragraphs[block.index].label + story.paragraphs[block.index].text;
    }
  }
  return is_blank(words) ? std::string() : words;
}

std::vector<SheetRow> rows_of(const Story& story, const TableRecord& table, const Grid& grid) {
  std::vector<SheetRow> rows(grid.rows);
  for (const GridCell& cell : grid.cells) {
    const std::string words = words_of(story, table, cell);
    if (words.empty()) continue;
    SheetRow& row = rows[cell.row];
    ++row.texts;
    row.sentence = is_sentence(words);
    const std::uint32_t end = std::min(grid.rows, cell.row + cell.row_span);
    for (std::uint32_t r = cell.row; r < end; ++r) {
      rows[r].end_column = std::max(rows[r].end_column, cell.column + cell.column_span);
      if (cell.row_span > 1) rows[r].covered = true;
    }
  }
  return rows;
}

}  // namespace

std::vector<SheetPart> sheet_parts(const Story& story, const TableRecord& table, const Grid& grid) {
  const std::vector<SheetRow> rows = rows_of(story, table, grid);
  const auto blank = [&](std::uint32_t row) {
    return row >= grid.rows || (rows[row].texts == 0 && !rows[row].covered);
  };
  const bool one_column =
      std::ranges::all_of(rows, [](const SheetRow& row) { return row.end_column <= 1; });
  const auto text = [&](std::uint32_t row) {
    return rows[row].texts == 1 && !rows[row].covered &&
           (one_column || rows[row].sentence || ((row == 0 || blank(row - 1)) && blank(row + 1)));
  };
  std::vector<SheetPart> parts;
  bool open = false;  // the last part is a table that may go on
  for (std::uint32_t row = 0; row < grid.rows; ++row) {
    if (blank(row)) continue;
    const bool is_text = text(row);
    if (is_text || !open) parts.push_back({row, row, 0, is_text});
    parts.back().end_row = row + 1;
    parts.back().columns = std::max(parts.back().columns, rows[row].end_column);
    open = !is_text;
  }
  return parts;
}

}  // namespace guifan::docx
