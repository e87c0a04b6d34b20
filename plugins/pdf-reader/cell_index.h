// SPDX-License-Identifier: Apache-2.0
// Which cell of a page's grids is under a point.
#pragma once

#include <compare>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "ruling_grid.h"

namespace guifan::pdf {

/// A cell of one of the page's grids; by default none.
struct CellName {
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
  std::size_t grid = kNone, cell = kNone;

  bool exists() const { return cell != kNone; }
  auto operator<=>(const CellName&) const = default;
};

class CellIndex {
 public:
  /// `grids` must outlive this.
  explicit CellIndex(std::span<const Grid> grids);

  bool any() const { return !grids_.empty(); }
  /// Whether a grid and the box share a point.
  bool near(const Box& box) const;
  /// The cell of the smallest grid that holds the point.
  CellName at(Point p) const;
  const GridCell& operator[](CellName name) const { return grids_[name.grid].cells[name.cell]; }
  /// A boundary between columns of the cell's grid that lies between these two, a little beyond at
  /// most.
  bool boundary_between(CellName name, double left, double right) const;

 private:
  std::size_t cell_at(std::size_t grid, Point p) const;

  std::span<const Grid> grids_;
  std::vector<std::vector<std::size_t>> cells_;  ///< of every elementary position, by grid
};

}  // namespace guifan::pdf
