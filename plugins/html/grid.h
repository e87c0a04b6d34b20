// SPDX-License-Identifier: Apache-2.0
// The cells of one table on a resolved grid (HTML standard, "forming a table"), spans clipped so
// that no two overlap.
#pragma once

#include <vector>

#include "html/tree.h"

namespace guifan::html {

inline constexpr std::uint32_t kGridColumns = 1'000;
inline constexpr std::uint32_t kGridRows = 100'000;

struct GridCell {
  NodeId node = kNone;
  std::uint32_t row = 0, column = 0, row_span = 1, column_span = 1;
  bool header = false;  ///< th, or inside thead
};

struct Grid {
  std::uint32_t rows = 0, columns = 0;
  std::vector<GridCell> cells;  ///< by row, then column
  NodeId caption = kNone;
  bool too_large = false;  ///< kGridColumns or kGridRows was passed; `cells` is incomplete
};

/// `hidden` tells for each node whether it is left out of the page; hidden rows and cells take no
/// place.
Grid resolve_grid(const Tree& tree, NodeId table, const std::vector<bool>& hidden);

}  // namespace guifan::html
