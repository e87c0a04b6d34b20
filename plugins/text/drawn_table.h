// SPDX-License-Identifier: Apache-2.0
// Tables whose ruling is drawn line by line, with box characters (┌─┬─┐) or with + - |. Old
// government pages in plain text have them, and so have the text forms of pages that browsers and
// converters make.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "text/lines.h"

namespace guifan::text {

struct DrawnCell {
  std::uint32_t row = 0, column = 0, row_span = 1, column_span = 1;
  std::vector<Line> lines;  ///< trimmed, none of them empty
};

struct DrawnTable {
  std::vector<DrawnCell> cells;  ///< by row, then column
  std::uint32_t columns = 0;     ///< 1: a frame around text, whose lines stand for themselves
  std::size_t lines = 0;         ///< lines the drawing takes up; 0: the first line begins none

  /// Of a frame around text: what it holds.
  std::span<const Line> text() const {
    return cells.empty() ? std::span<const Line>{} : cells.front().lines;
  }
};

/// The table whose upper border is the first line. Spans are where the ruling is interrupted.
/// Columns are found by display width, where box characters are one or two columns wide; in a table
/// that is out of line, by counting, if every line has as many bars as the borders have joints.
/// Where that fails too, each line is a row.
DrawnTable read_drawn_table(std::span<const Line> lines);

}  // namespace guifan::text
