// SPDX-License-Identifier: Apache-2.0
#include "cell_index.h"

#include <algorithm>
#include <functional>

namespace guifan::pdf {
namespace {

double area(const Box& box) {
  return box.width() * box.height();
}

}  // namespace

CellIndex::CellIndex(std::span<const Grid> grids) : grids_(grids) {
  for (const Grid& grid : grids) {
    std::vector<std::size_t>& names =
        cells_.emplace_back(std::size_t{grid.row_count()} * grid.column_count(), CellName::kNone);
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
      const GridCell& cell = grid.cells[i];
      for (std::uint32_t row = cell.row; row < cell.row + cell.row_span; ++row)
        for (std::uint32_t column = cell.column; column < cell.column + cell.column_span; ++column)
          names[std::size_t{row} * grid.column_count() + column] = i;
    }
  }
}

CellName CellIndex::at(Point p) const {
  std::size_t best = CellName::kNone;
  for (std::size_t g = 0; g < grids_.size(); ++g)
    if (grids_[g].box.contains(p) &&
        (best == CellName::kNone || area(grids_[g].box) < area(grids_[best].box)))
      best = g;
  if (best == CellName::kNone) return {};
  return {best, cell_at(best, p)};
}

bool CellIndex::near(const Box& box) const {
  return std::any_of(grids_.begin(), grids_.end(), [&](const Grid& grid) {
    const Box shared = grid.box.intersection(box);
    return shared.width() >= 0 && shared.height() >= 0;
  });
}

bool CellIndex::boundary_between(CellName name, double left, double right) const {
  const std::vector<double>& columns = grids_[name.grid].columns;
  return std::any_of(columns.begin(), columns.end(),
                     [&](double x) { return x >= left - 0.5 && x <= right + 0.5; });
}

std::size_t CellIndex::cell_at(std::size_t g, Point p) const {
  const Grid& grid = grids_[g];
  const auto column = std::upper_bound(grid.columns.begin(), grid.columns.end(), p.x);
  const auto row = std::upper_bound(grid.rows.begin(), grid.rows.end(), p.y, std::greater<>());
  if (column == grid.columns.begin() || column == grid.columns.end() || row == grid.rows.begin() ||
      row == grid.rows.end())
    return CellName::kNone;
  const auto c = static_cast<std::size_t>(column - grid.columns.begin() - 1),
             r = static_cast<std::size_t>(row - grid.rows.begin() - 1);
  return cells_[g][r * grid.column_count() + c];
}

}  // namespace guifan::pdf
