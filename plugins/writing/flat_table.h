// SPDX-License-Identifier: Apache-2.0
// A template table for formats without merged cells: every value gets its labels written out,
// beside it and above it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guifan/plugin.h"

namespace guifan::writing {

using LabelPath = std::vector<std::string_view>;  ///< outermost first

struct FlatRow {
  LabelPath labels;
  std::vector<const guifan_grid_cell*> values;  ///< one per column; nullptr where the grid has none
};

/// One run of rows under one run of header rows. A printed grid may hold several below each other.
struct FlatTable {
  LabelPath titles;  ///< labels over the full width, such as 第二十条第（一）项
  LabelPath corner;  ///< labels above the row labels
  std::vector<LabelPath> columns;  ///< labels above each value column
  std::vector<FlatRow> rows;
};

std::vector<FlatTable> flatten(const guifan_block& block);
std::string join(const LabelPath& path, std::string_view separator);

}  // namespace guifan::writing
