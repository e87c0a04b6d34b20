// SPDX-License-Identifier: Apache-2.0
// Rulings to grids: lines that meet form a table, positions without a line between them are one
// cell.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "page_content.h"

namespace guifan::pdf {

struct GridCell {
  std::uint32_t row = 0, column = 0, row_span = 1, column_span = 1;
  Box box;
};

struct Grid {
  Box box;
  std::vector<double> columns;  ///< x of the vertical boundaries, ascending; one more than columns
  std::vector<double> rows;     ///< y of the horizontal boundaries, descending; one more than rows
  std::vector<GridCell> cells;  ///< ordered by (row, column), never overlapping

  std::uint32_t row_count() const { return static_cast<std::uint32_t>(rows.size() - 1); }
  std::uint32_t column_count() const { return static_cast<std::uint32_t>(columns.size() - 1); }
};

/// Every grid of at least two cells, in no order. `truncated` is set where a limit was hit.
std::vector<Grid> find_grids(std::span<const Ruling> rulings, bool& truncated);

/// The outlines of backgrounds as rulings: cells that are told apart by colour.
std::vector<Ruling> outlines(std::span<const Background> backgrounds, double page_width,
                             double page_height);

}  // namespace guifan::pdf
