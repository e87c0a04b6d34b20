// SPDX-License-Identifier: Apache-2.0
// One sweep over the cells in (row, column) order; per column, which cell covers it and down to
// which row.
#include <algorithm>
#include <vector>

#include "document/document_builder.h"

namespace guifan {
namespace {

struct Cover {
  std::size_t cell = 0;
  std::uint32_t until_row = 0;  ///< first row below the cell; 0: nothing covers the column
};

void join_text(Text& first, const Text& second) {
  if (second.original.empty()) return;
  if (!first.original.empty()) first.original += '\n';
  for (Run run : second.runs) {
    run.begin += first.original.size();
    first.runs.push_back(run);
  }
  first.original += second.original;
}

}  // namespace

std::size_t settle_grid(Table& table) {
  const auto before = [](const TableCell& a, const TableCell& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
  };
  if (!std::is_sorted(table.cells.begin(), table.cells.end(), before))
    std::stable_sort(table.cells.begin(), table.cells.end(), before);
  std::size_t overlaps = 0;
  std::vector<TableCell> settled;
  settled.reserve(table.cells.size());
  std::vector<Cover> covers;
  for (TableCell& cell : table.cells) {
    if (!settled.empty() && settled.back().row == cell.row &&
        settled.back().column == cell.column) {
      join_text(settled.back().text, cell.text);
      ++overlaps;
      continue;
    }
    if (covers.size() < std::size_t{cell.column} + cell.column_span)
      covers.resize(std::size_t{cell.column} + cell.column_span);
    for (std::uint32_t column = cell.column; column < cell.column + cell.column_span; ++column) {
      const Cover cover = covers[column];
      if (cover.until_row <= cell.row) continue;
      TableCell& earlier = settled[cover.cell];
      ++overlaps;
      const std::uint32_t end = earlier.column + earlier.column_span;
      if (earlier.row < cell.row) {
        earlier.row_span = cell.row - earlier.row;
        for (std::uint32_t c = earlier.column; c < end; ++c)
          if (covers[c].cell == cover.cell) covers[c].until_row = cell.row;
      } else {  // same row, so it begins further left
        earlier.column_span = cell.column - earlier.column;
        for (std::uint32_t c = cell.column; c < end; ++c)
          if (covers[c].cell == cover.cell) covers[c].until_row = 0;
      }
    }
    for (std::uint32_t column = cell.column; column < cell.column + cell.column_span; ++column)
      covers[column] = {settled.size(), cell.row + cell.row_span};
    settled.push_back(std::move(cell));
  }
  table.cells = std::move(settled);
  table.rows = table.columns = 0;
  for (const TableCell& cell : table.cells) {
    table.rows = std::max(table.rows, cell.row + cell.row_span);
    table.columns = std::max(table.columns, cell.column + cell.column_span);
  }
  return overlaps;
}

}  // namespace guifan
