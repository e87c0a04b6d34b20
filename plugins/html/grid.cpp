// SPDX-License-Identifier: Apache-2.0
#include "html/grid.h"

#include <algorithm>

namespace guifan::html {
namespace {

bool is_section(Tag tag) {
  return tag == Tag::Thead || tag == Tag::Tbody || tag == Tag::Tfoot;
}

class GridBuilder {
 public:
  GridBuilder(const Tree& tree, const std::vector<bool>& hidden) : tree_(tree), hidden_(hidden) {}

  Grid build(NodeId table) {
    for (NodeId child = tree_[table].first; child != kNone; child = tree_[child].next) {
      if (hidden_[child]) continue;
      if (tree_[child].tag == Tag::Caption && grid_.caption == kNone) grid_.caption = child;
      if (tree_[child].tag == Tag::Tr) row(child, false);
      if (!is_section(tree_[child].tag)) continue;
      end_group();
      for (NodeId inner = tree_[child].first; inner != kNone; inner = tree_[inner].next)
        if (tree_[inner].tag == Tag::Tr && !hidden_[inner])
          row(inner, tree_[child].tag == Tag::Thead);
      end_group();
    }
    end_group();
    return std::move(grid_);
  }

 private:
  void row(NodeId node, bool header) {
    if (grid_.rows >= kGridRows) grid_.too_large = true;
    if (grid_.too_large) return;
    std::uint32_t column = 0;
    for (NodeId cell = tree_[node].first; cell != kNone; cell = tree_[cell].next) {
      const Tag tag = tree_[cell].tag;
      if ((tag != Tag::Td && tag != Tag::Th) || hidden_[cell]) continue;
      while (column < taken_.size() && taken_[column] > 0) ++column;
      if (column >= kGridColumns) {
        grid_.too_large = true;
        return;
      }
      place(cell, column, header || tag == Tag::Th);
      column += grid_.cells.back().column_span;
    }
    for (std::uint32_t& rows_left : taken_)
      if (rows_left > 0) --rows_left;
    ++grid_.rows;
  }

  void place(NodeId cell, std::uint32_t column, bool header) {
    const Node& node = tree_[cell];
    const std::uint32_t row_span = node.row_span == 0 ? kGridRows : node.row_span;
    std::uint32_t end = column;
    for (; end < column + node.column_span && end < kGridColumns; ++end) {
      if (end == taken_.size()) taken_.push_back(0);
      if (taken_[end] > 0) break;
      taken_[end] = row_span;
    }
    grid_.columns = std::max(grid_.columns, end);
    grid_.cells.push_back({cell, grid_.rows, column, row_span, end - column, header});
  }

  /// Row spans end with their row group.
  void end_group() {
    for (; group_first_cell_ < grid_.cells.size(); ++group_first_cell_) {
      GridCell& cell = grid_.cells[group_first_cell_];
      cell.row_span = std::min(cell.row_span, grid_.rows - cell.row);
    }
    std::ranges::fill(taken_, 0U);
  }

  const Tree& tree_;
  const std::vector<bool>& hidden_;
  Grid grid_;
  std::vector<std::uint32_t>
      taken_;  ///< per column: rows, this one included, that a span still covers
  std::size_t group_first_cell_ = 0;
};

}  // namespace

Grid resolve_grid(const Tree& tree, NodeId table, const std::vector<bool>& hidden) {
  return GridBuilder(tree, hidden).build(table);
}

}  // namespace guifan::html
