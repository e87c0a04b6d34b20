// SPDX-License-Identifier: Apache-2.0
// The grid of a block as rows of pieces that a writer can print from left to right: cells, the rest
// of cells that span rows, and holes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "guifan/plugin.h"

namespace guifan::writing {

struct GridPiece {
  const guifan_grid_cell* cell = nullptr;  ///< nullptr: a hole, nothing stands here
  bool continues = false;                  ///< the cell began in a row above
  std::uint32_t column = 0;
  std::uint32_t column_span = 1;
  std::uint32_t row_span = 1;  ///< of the whole cell, inside the grid
};

struct GridRow {
  std::vector<GridPiece> pieces;  ///< cover every column exactly once
  bool labels_only = true;        ///< no value position begins in this row: its labels head columns
};

inline std::span<const guifan_grid_cell> cells_of(const guifan_block& block) {
  return {block.grid, block.grid_size};
}

/// The block is a table with cells to print; a table without any is printed by its text.
inline bool has_grid(const guifan_block& block) {
  return block.kind != GUIFAN_BLOCK_HEADING && block.kind != GUIFAN_BLOCK_PARAGRAPH &&
         block.grid_size != 0 && block.rows != 0 && block.columns != 0;
}

/// REQUIRES: block.grid is ordered by (row, column), cells do not overlap. Cells that reach over
/// the edge are cut.
inline std::vector<GridRow> grid_rows(const guifan_block& block) {
  struct Open {
    const guifan_grid_cell* cell = nullptr;
    std::uint32_t end = 0;  ///< first row below the cell
  };
  std::vector<Open> open(block.columns);
  std::vector<GridRow> rows(block.rows);
  const auto cells = cells_of(block);
  std::size_t next = 0;
  for (std::uint32_t row = 0; row < block.rows; ++row) {
    GridRow& printed = rows[row];
    while (next < cells.size() && cells[next].row < row) ++next;
    for (std::uint32_t column = 0; column < block.columns;) {
      while (next < cells.size() && cells[next].row == row && cells[next].column < column) ++next;
      const bool begins =
          next < cells.size() && cells[next].row == row && cells[next].column == column;
      GridPiece piece;
      piece.column = column;
      if (begins) {
        piece.cell = &cells[next];
        piece.row_span = std::clamp<std::uint32_t>(piece.cell->row_span, 1, block.rows - row);
        piece.column_span =
            std::clamp<std::uint32_t>(piece.cell->column_span, 1, block.columns - column);
        for (std::uint32_t i = 0; i < piece.column_span; ++i)
          open[column + i] = {piece.cell, row + piece.row_span};
        if (piece.cell->role == GUIFAN_ROLE_VALUE || piece.cell->role == GUIFAN_ROLE_BLANK)
          printed.labels_only = false;
        ++next;
      } else if (open[column].end > row) {
        piece.cell = open[column].cell;
        piece.continues = true;
        piece.row_span = open[column].end - piece.cell->row;
        piece.column_span = 0;
        while (column + piece.column_span < block.columns &&
               open[column + piece.column_span].end > row &&
               open[column + piece.column_span].cell == piece.cell)
          ++piece.column_span;
      } else {
        const auto cell_begins = [&](std::uint32_t at) {
          return next < cells.size() && cells[next].row == row && cells[next].column == at;
        };
        while (column + piece.column_span < block.columns &&
               open[column + piece.column_span].end <= row &&
               !cell_begins(column + piece.column_span))
          ++piece.column_span;
      }
      column += piece.column_span;
      printed.pieces.push_back(piece);
    }
  }
  return rows;
}

/// Rows to repeat after a page break; 0 where a cell reaches from them into the body.
inline std::uint32_t repeatable_header_rows(const guifan_block& block) {
  const std::uint32_t rows = block.header_rows < block.rows ? block.header_rows : 0;
  for (const guifan_grid_cell& cell : cells_of(block))
    if (cell.row < rows && cell.row + cell.row_span > rows) return 0;
  return rows;
}

/// The template cell behind a grid cell, or nullptr.
inline const guifan_cell* template_cell(const guifan_report_view& report,
                                        const guifan_grid_cell& cell) {
  if (cell.cell < 0 || static_cast<std::size_t>(cell.cell) >= report.cell_count) return nullptr;
  return &report.cells[cell.cell];
}

inline bool is_approximate(const guifan_cell& cell) {
  return cell.filled != 0 && sdk::view(cell.rule) == "approximate";
}

}  // namespace guifan::writing
