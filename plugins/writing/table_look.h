// SPDX-License-Identifier: Apache-2.0
// How the tables of the template of 2021 look, for formats with pages.
#pragma once

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

/// Numbers and column heads stand in the middle; labels beside values, remarks beside column heads
/// and plain texts begin at the left. `head`: a row that is repeated after a page break.
inline bool is_centred(const guifan_block& block, const GridRow& row, const GridPiece& piece,
                       bool head) {
  if (piece.cell == nullptr || is_value(*piece.cell)) return true;
  if (block.kind != GUIFAN_BLOCK_TEMPLATE_TABLE) return head || piece.row_span > 1;
  if (is_band(block, piece)) return false;
  if (block.columns <= kNarrowForm) return true;
  return row.labels_only && !(piece.column == 0 && piece.row_span > 1);
}

}  // namespace guifan::writing
