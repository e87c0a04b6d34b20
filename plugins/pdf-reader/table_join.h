// SPDX-License-Identifier: Apache-2.0
// Tables that a page break cut in two, made whole. Rows are only joined where nothing else can be
// meant: two rows too many are seen at once, two rows made one are not.
#pragma once

#include <vector>

#include "page_layout.h"

namespace guifan::pdf {

struct JoinedCell {
  GridCell place;
  std::vector<std::pair<std::uint32_t, CellText>> parts;  ///< page and text, in reading order
};

/// A table of one or more pages.
struct JoinedTable {
  std::uint32_t first_page = 0, last_page = 0;
  Box first_box;                ///< on the first page
  Box last_box;                 ///< on the last page
  std::vector<double> columns;  ///< x of the boundaries, ascending
  std::uint32_t rows = 0;
  std::vector<JoinedCell> cells;  ///< ordered by (row, column)
  bool ruled = true;
};

JoinedTable start_table(PageTable table);

/// Appends the part of the next page; false (and nothing changed) where it is a table of its own.
/// `heights`: of the two pages.
bool join_table(JoinedTable& table, const PageTable& next, double last_page_height,
                double next_page_height);

}  // namespace guifan::pdf
