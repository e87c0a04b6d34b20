// SPDX-License-Identifier: Apache-2.0
// From rows of cells with merge marks to a resolved grid.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "story.h"

namespace guifan::docx {

struct GridCell {
  std::uint32_t row = 0, column = 0, row_span = 1, column_span = 1;  ///< 0-based
  bool header = false;
  std::vector<std::uint32_t>
      sources;  ///< indices into TableRecord::cells whose text is the cell's, in order
};

struct Grid {
  std::uint32_t rows = 0, columns = 0;
  std::vector<GridCell> cells;         ///< ordered by (row, column), never overlapping
  std::vector<std::uint32_t> covered;  ///< source cells that a vertical merge hides
};

/// Resolves gridSpan, gridBefore, vMerge and hMerge. Needs no tblGrid. Rows may have fewer cells
/// than others: positions without a cell stay empty. Nullopt where the grid is wider than the
/// limit.
std::optional<Grid> resolve_grid(const TableRecord& table);

}  // namespace guifan::docx
