// SPDX-License-Identifier: Apache-2.0
#include "ruling_grid.h"

#include <gtest/gtest.h>

namespace guifan::pdf {
namespace {

Ruling across(double y, double low, double high) {
  return {true, y, low, high, 1};
}
Ruling down(double x, double low, double high) {
  return {false, x, low, high, 1};
}

std::vector<Grid> grids(const std::vector<Ruling>& rulings) {
  bool truncated = false;
  return find_grids(rulings, truncated);
}

std::vector<Ruling> full(const std::vector<double>& xs, const std::vector<double>& ys) {
  std::vector<Ruling> rulings;
  for (const double x : xs) rulings.push_back(down(x, ys.front(), ys.back()));
  for (const double y : ys) rulings.push_back(across(y, xs.front(), xs.back()));
  return rulings;
}

TEST(RulingGrid, FindsEveryCellOfAFullGrid) {
  const auto found = grids(full({100, 200, 300}, {600, 620, 640}));
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].cells.size(), 4U);
  EXPECT_EQ(found[0].cells[1].column, 1U);
  EXPECT_DOUBLE_EQ(found[0].cells[0].box.top, 640);
}

TEST(RulingGrid, JoinsPositionsWithoutALineBetween) {
  const auto found = grids({down(100, 600, 640), down(200, 600, 620), down(300, 600, 640),
                            across(600, 100, 300), across(620, 100, 300), across(640, 100, 300)});
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].cells.size(), 3U);
  EXPECT_EQ(found[0].cells[0].column_span, 2U);
}

TEST(RulingGrid, SnapsSeparateCellBorders) {
  // Every cell has its own box, two points from the next.
  std::vector<Ruling> rulings;
  for (const double x : {100.0, 152.0})
    for (const double y : {600.0, 622.0}) {
      const auto box = full({x, x + 50}, {y, y + 20});
      rulings.insert(rulings.end(), box.begin(), box.end());
    }
  const auto found = grids(rulings);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cells.size(), 4U);
}

TEST(RulingGrid, ClosesOpenSides) {
  // No line at the left and the right, as in many printed tables.
  const auto found = grids(
      {down(200, 600, 640), across(600, 100, 300), across(620, 100, 300), across(640, 100, 300)});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cells.size(), 4U);
}

TEST(RulingGrid, ClosesTheTopThatAPageBreakCut) {
  const auto found =
      grids({down(100, 580, 640), down(200, 580, 640), down(250, 580, 620), down(300, 580, 640),
             across(580, 100, 300), across(600, 100, 300), across(620, 200, 300)});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].row_count(), 3U);
  EXPECT_DOUBLE_EQ(found[0].box.top, 640);
}

TEST(RulingGrid, AddsTheOuterLineOfACellThatAPageBreakCutAtBothEnds) {
  auto rulings = full({200, 300, 400}, {580, 600, 620, 640});
  rulings.push_back(down(120, 580, 640));
  const auto found = grids(rulings);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].column_count(), 3U);
  ASSERT_EQ(found[0].cells.size(), 7U);
  EXPECT_EQ(found[0].cells[0].row_span, 3U);
  // A line that is longer, or shorter, belongs to something else.
  rulings.back() = down(120, 560, 640);
  EXPECT_EQ(grids(rulings)[0].column_count(), 2U);
}

TEST(RulingGrid, TakesNoFrameAndNoUnderlineForATable) {
  EXPECT_TRUE(grids(full({100, 300}, {600, 640})).empty());
  EXPECT_TRUE(grids({across(600, 100, 300), across(620, 100, 300)}).empty());
}

TEST(RulingGrid, KeepsTablesApart) {
  auto rulings = full({100, 200, 300}, {600, 620, 640});
  const auto second = full({100, 200, 300}, {500, 520, 540});
  rulings.insert(rulings.end(), second.begin(), second.end());
  EXPECT_EQ(grids(rulings).size(), 2U);
}

TEST(RulingGrid, SplitsARegionThatIsNoRectangle) {
  // The line right of the lower left cell is missing: its two positions join, the L they form with
  // others does not.
  const auto found = grids({down(100, 600, 640), down(200, 620, 640), down(300, 600, 640),
                            across(600, 100, 300), across(620, 100, 200), across(640, 100, 300)});
  ASSERT_EQ(found.size(), 1U);
  std::uint32_t positions = 0;
  for (const GridCell& cell : found[0].cells) positions += cell.row_span * cell.column_span;
  EXPECT_EQ(positions, 4U);
}

}  // namespace
}  // namespace guifan::pdf
