// SPDX-License-Identifier: Apache-2.0
// A table before it is put onto pages: sizes, lines of each cell, heights of rows.
#pragma once

#include <vector>

#include "composer.h"
#include "guifan/plugin.h"

namespace guifan::pdfwriter {

struct LaidOutCell {
  std::uint32_t row = 0, row_end = 0, column = 0, column_end = 0;  ///< ends: first one behind
  std::vector<TextLine> lines;
  std::size_t printed = 0;  ///< lines that stand on a page already
  bool centred = false;     ///< else its lines begin at the left
  bool shaded = false;      ///< a figure that corresponds only roughly
  bool band = false;        ///< a label across the whole table
  bool header = false;      ///< heads the cells below or beside it
  bool heads_column = false;
};

struct TableLayout {
  double font_size = 10, leading = 13;  ///< points
  double padding = 2;                   ///< above and below the text of a cell, points
  double side_padding = 2.85;           ///< left and right of it
  std::vector<double> edges;            ///< x of the column boundaries, points
  std::vector<double> heights;          ///< of rows
  std::vector<bool> keep_next;          ///< a row of labels belongs to the numbers below it
  bool whole = false;                   ///< better on one page, where it fits on one
  std::uint32_t header_rows = 0;        ///< to repeat after a page break
  std::vector<LaidOutCell> cells;       ///< ordered by row, then column; holes are empty cells
};

/// What a cell needs for its lines that are not printed yet.
inline double height_needed(const TableLayout& table, const LaidOutCell& cell) {
  return static_cast<double>(cell.lines.size() - cell.printed) * table.leading + 2 * table.padding;
}

TableLayout lay_out_table(LineBreaker& breaker, const sdk::ReportView& report,
                          const guifan_block& block, bool in_notes);

}  // namespace guifan::pdfwriter
