// SPDX-License-Identifier: Apache-2.0
#include "ruling_grid.h"

#include <algorithm>
#include <map>

#include "disjoint_sets.h"
#include "reader_limits.h"
#include "ruling_components.h"

namespace guifan::pdf {
namespace {

constexpr double kCovered = 0.6;  ///< share of a cell's side that a line must cover to count
constexpr std::size_t kMostRulings = 4'000;  ///< after merging; a page with more is a drawing

/// Means of groups of values that lie near each other, ascending.
std::vector<double> cluster(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::vector<double> centers;
  for (std::size_t begin = 0; begin < values.size();) {
    std::size_t end = begin + 1;
    while (end < values.size() && values[end] - values[begin] <= kSnap) ++end;
    double sum = 0;
    for (std::size_t i = begin; i < end; ++i) sum += values[i];
    centers.push_back(sum / static_cast<double>(end - begin));
    begin = end;
  }
  return centers;
}

/// A boundary where several rulings end although no crossing ruling stands there: an open side of
/// the table.
void add_open_side(std::vector<double>& boundaries, std::span<const Ruling> rulings,
                   bool low_side) {
  if (rulings.size() < 2) return;
  double outermost = low_side ? rulings.front().low : rulings.front().high;
  for (const Ruling& r : rulings)
    outermost = low_side ? std::min(outermost, r.low) : std::max(outermost, r.high);
  const double edge = boundaries.empty() ? (low_side ? 1e9 : -1e9)
                                         : (low_side ? boundaries.front() : boundaries.back());
  if (low_side ? outermost > edge - 2 * kSnap : outermost < edge + 2 * kSnap) return;
  const auto reaches = [&](const Ruling& r) {
    return std::abs((low_side ? r.low : r.high) - outermost) <= kSnap;
  };
  const auto there =
      static_cast<std::size_t>(std::count_if(rulings.begin(), rulings.end(), reaches));
  // Half of them, or both outer ones: where a page break cuts a table, its spanning cells have no
  // line inside.
  const bool frame = reaches(rulings.front()) && reaches(rulings.back());
  if (there < 2 || (there * 2 < rulings.size() && !frame)) return;
  boundaries.insert(low_side ? boundaries.begin() : boundaries.end(), outermost);
}

std::size_t nearest(const std::vector<double>& ascending, double value) {
  const auto after = std::lower_bound(ascending.begin(), ascending.end(), value);
  if (after == ascending.begin()) return 0;
  if (after == ascending.end()) return ascending.size() - 1;
  const auto before = after - 1;
  return static_cast<std::size_t>((value - *before <= *after - value ? before : after) -
                                  ascending.begin());
}

/// Which sides of the elementary cells have a line. `sides[line][i]`: the line at boundary `line`,
/// beside cell i.
std::vector<std::vector<double>> coverage(std::span<const Ruling> rulings,
                                          const std::vector<double>& positions,
                                          const std::vector<double>& steps) {
  std::vector<std::vector<double>> sides(positions.size(),
                                         std::vector<double>(steps.size() - 1, 0.0));
  for (const Ruling& ruling : rulings) {
    const std::size_t line = nearest(positions, ruling.position);
    if (std::abs(positions[line] - ruling.position) > kSnap) continue;
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
      const double overlap =
          std::min(ruling.high + kTouch, steps[i + 1]) - std::max(ruling.low - kTouch, steps[i]);
      if (overlap > 0) sides[line][i] += overlap / (steps[i + 1] - steps[i]);
    }
  }
  return sides;
}

class GridBuilder {
 public:
  explicit GridBuilder(const RulingComponent& component) : component_(component) {}

  /// The grid of a component; no cells where it is none.
  Grid build(bool& truncated) {
    std::vector<double> xs, ys;
    for (const Ruling& r : component_.vertical) xs.push_back(r.position);
    for (const Ruling& r : component_.horizontal) ys.push_back(r.position);
    xs_ = cluster(std::move(xs));
    ys_ = cluster(std::move(ys));
    add_open_side(xs_, component_.horizontal, true);
    add_open_side(xs_, component_.horizontal, false);
    add_open_side(ys_, component_.vertical, true);
    add_open_side(ys_, component_.vertical, false);
    if (xs_.size() < 2 || ys_.size() < 2 || (xs_.size() == 2 && ys_.size() == 2)) return {};
    columns_ = xs_.size() - 1;
    rows_ = ys_.size() - 1;
    if (xs_.size() > limits::grid_lines || ys_.size() > limits::grid_lines ||
        columns_ * rows_ > limits::grid_positions) {
      truncated = true;
      return {};
    }
    horizontal_ = coverage(component_.horizontal, ys_, xs_);
    vertical_ = coverage(component_.vertical, xs_, ys_);
    Grid grid;
    grid.box = {xs_.front(), ys_.front(), xs_.back(), ys_.back()};
    grid.columns = xs_;
    grid.rows.assign(ys_.rbegin(), ys_.rend());
    grid.cells = cells();
    if (grid.cells.size() < 2) grid.cells.clear();
    return grid;
  }

 private:
  // Rows count from the top, ys_ ascends from the bottom.
  bool line_above(std::size_t row, std::size_t column) const {
    return horizontal_[rows_ - row][column] >= kCovered;
  }
  bool line_left(std::size_t row, std::size_t column) const {
    return vertical_[column][rows_ - 1 - row] >= kCovered;
  }
  bool line_below(std::size_t row, std::size_t column) const { return line_above(row + 1, column); }
  bool line_right(std::size_t row, std::size_t column) const { return line_left(row, column + 1); }

  struct Region {
    std::size_t top, left, bottom, right;  // inclusive
    std::size_t positions = 0;
  };

  std::vector<GridCell> cells() const {
    DisjointSets sets(rows_ * columns_);
    for (std::size_t row = 0; row < rows_; ++row)
      for (std::size_t column = 0; column < columns_; ++column) {
        const std::size_t at = row * columns_ + column;
        if (column + 1 < columns_ && !line_right(row, column)) sets.join(at, at + 1);
        if (row + 1 < rows_ && !line_below(row, column)) sets.join(at, at + columns_);
      }
    std::map<std::size_t, Region> regions;
    for (std::size_t row = 0; row < rows_; ++row)
      for (std::size_t column = 0; column < columns_; ++column) {
        Region& region =
            regions.emplace(sets.find(row * columns_ + column), Region{row, column, row, column, 0})
                .first->second;
        region.top = std::min(region.top, row);
        region.bottom = std::max(region.bottom, row);
        region.left = std::min(region.left, column);
        region.right = std::max(region.right, column);
        ++region.positions;
      }
    std::vector<Region> rectangles;
    for (const auto& [leader, region] : regions) {
      const std::size_t area = (region.bottom - region.top + 1) * (region.right - region.left + 1);
      if (area == region.positions)
        rectangles.push_back(region);
      else
        split(region, leader, sets, rectangles);
    }
    std::vector<GridCell> list;
    for (const Region& region : rectangles) {
      if (outside(region)) continue;
      GridCell cell;
      cell.row = static_cast<std::uint32_t>(region.top);
      cell.column = static_cast<std::uint32_t>(region.left);
      cell.row_span = static_cast<std::uint32_t>(region.bottom - region.top + 1);
      cell.column_span = static_cast<std::uint32_t>(region.right - region.left + 1);
      cell.box = {xs_[region.left], ys_[rows_ - 1 - region.bottom], xs_[region.right + 1],
                  ys_[rows_ - region.top]};
      list.push_back(cell);
    }
    std::sort(list.begin(), list.end(), [](const GridCell& a, const GridCell& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    return list;
  }

  /// A region that is no rectangle has a line missing somewhere: its rows are taken one by one, so
  /// that no two values share a cell that the lines do not clearly make one.
  void split(const Region& region, std::size_t leader, const DisjointSets& all,
             std::vector<Region>& rectangles) const {
    DisjointSets sets = all;
    for (std::size_t row = region.top; row <= region.bottom; ++row) {
      for (std::size_t column = region.left; column <= region.right; ++column) {
        if (sets.find(row * columns_ + column) != leader) continue;
        std::size_t end = column;
        while (end < region.right && sets.find(row * columns_ + end + 1) == leader &&
               !line_right(row, end))
          ++end;
        rectangles.push_back({row, column, row, end, end - column + 1});
        column = end;
      }
    }
  }

  /// Positions beyond the outline of a table that is no full rectangle: an outer side without a
  /// line.
  bool outside(const Region& region) const {
    const auto open = [&](auto&& side, std::size_t from, std::size_t to) {
      for (std::size_t i = from; i <= to; ++i)
        if (side(i)) return false;
      return true;
    };
    std::size_t open_sides = 0, outer_sides = 0;
    const auto check = [&](bool outer, auto&& side, std::size_t from, std::size_t to) {
      if (!outer) return;
      ++outer_sides;
      open_sides += open(side, from, to) ? 1 : 0;
    };
    check(
        region.top == 0, [&](std::size_t c) { return line_above(0, c); }, region.left,
        region.right);
    check(
        region.bottom + 1 == rows_, [&](std::size_t c) { return line_below(rows_ - 1, c); },
        region.left, region.right);
    check(
        region.left == 0, [&](std::size_t r) { return line_left(r, 0); }, region.top,
        region.bottom);
    check(
        region.right + 1 == columns_, [&](std::size_t r) { return line_right(r, columns_ - 1); },
        region.top, region.bottom);
    // Tables without left and right border are common: one open side is a style, two that meet are
    // a notch.
    return outer_sides >= 2 && open_sides >= 2 && open_sides == outer_sides;
  }

  const RulingComponent& component_;
  std::vector<double> xs_, ys_;
  std::size_t rows_ = 0, columns_ = 0;
  std::vector<std::vector<double>> horizontal_, vertical_;
};

}  // namespace

std::vector<Grid> find_grids(std::span<const Ruling> rulings, bool& truncated) {
  std::vector<Ruling> horizontal, vertical;
  for (const Ruling& r : rulings) (r.horizontal ? horizontal : vertical).push_back(r);
  horizontal = merge_collinear(std::move(horizontal));
  vertical = merge_collinear(std::move(vertical));
  if (horizontal.size() > kMostRulings || vertical.size() > kMostRulings) {
    truncated = true;
    return {};
  }
  std::vector<Grid> grids;
  for (const RulingComponent& component : ruling_components(horizontal, vertical)) {
    Grid grid = GridBuilder(component).build(truncated);
    if (!grid.cells.empty()) grids.push_back(std::move(grid));
  }
  return grids;
}

std::vector<Ruling> outlines(std::span<const Background> backgrounds, double page_width,
                             double page_height) {
  std::vector<Ruling> rulings;
  for (const Background& background : backgrounds) {
    const Box& b = background.box;
    if (b.width() < 8 || b.height() < 8 || b.width() > 0.95 * page_width ||
        b.height() > 0.5 * page_height)
      continue;
    rulings.push_back({true, b.bottom, b.left, b.right, 0});
    rulings.push_back({true, b.top, b.left, b.right, 0});
    rulings.push_back({false, b.left, b.bottom, b.top, 0});
    rulings.push_back({false, b.right, b.bottom, b.top, 0});
  }
  return rulings;
}

}  // namespace guifan::pdf
