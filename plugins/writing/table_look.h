// SPDX-License-Identifier: Apache-2.0
// How the tables of the template of 2021 look, for formats with pages.
#pragma once

#include <algorithm>

#include "writing/grid.h"

namespace guifan::writing {

/// Narrow forms of the template have their row labels in the middle.
inline constexpr std::uint32_t kNarrowForm = 4;

inline bool is_value(const guifan_grid_cell& cell) {
  return cell.role == GUIFAN_ROLE_VALUE || cell.role == GUIFAN_ROLE_BLANK;
}

/// A label across the whole table, which names what stands below it.
inline bool is_band(const guifan_block& block, const GridPiece& piece) {
  return block.kind == GUIFAN_BLOCK_TEMPLATE_TABLE && piece.cell != nullptr &&
         piece.column_span == block.columns && !is_value(*piece.cell);
}

/// Least height of a row of the template, twips; 0 for other tables. A row of figures without a
/// label of its own (复议、诉讼) is as high as two.
inline std::uint32_t least_row_height(const guifan_block& block, const GridRow& row) {
  constexpr std::uint32_t kRow = 340, kRowOfFigures = 672;
  if (block.kind != GUIFAN_BLOCK_TEMPLATE_TABLE) return 0;
  const auto holds_figure = [](const GridPiece& piece) {
    return piece.cell != nullptr && is_value(*piece.cell);
  };
  return std::all_of(row.pieces.begin(), row.pieces.end(), holds_figure) ? kRowOfFigures : kRow;
}

/// Numbers and column heads stand in the middle; labels beside values, remarks beside column heads
/// and plain texts begin at the left. `head`: a row that is repeated after a page break.
inline bool is_centred(const guifan_block& block, const GridRow& row, const GridPiece& piece,
                       bool head) {
  if (piece.cell == nullptr || is_value(*piece.cell)) return true;
  if (block.kind != GUIFAN_BLOCK_TEMPLATE_TABLE) return head || piece.row_span > 1;
  if (is_band(block, piece)) return false;
  if (block.columns <= kNarrowForm) return true;
  const bool remark = piece.column == 0 && piece.cell->row == 0 && piece.row_span > 1;
  return row.labels_only && !remark;
}

}  // namespace guifan::writing
