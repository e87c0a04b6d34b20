// SPDX-License-Identifier: Apache-2.0
// Tables that were drawn with characters: tabs, pipes, wide gaps. Only clear-cut ones: a grid is
// believed downstream, so that a wrong split is worse than none.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "text/lines.h"

namespace guifan::text {

struct TextRow {
  std::uint32_t line = 0;
  std::vector<std::string_view> fields;  ///< trimmed; empty fields are empty cells
};

struct TextTable {
  std::vector<TextRow> rows;
  std::size_t lines = 0;  ///< lines it takes up, blank and separator lines included; without rows:
                          ///< lines that begin none
};

/// The table that begins with the first line, at least two rows; no rows where none does. Kinds:
///  - tabs: each line's fields are cells; rows may differ in length;
///  - pipes: | a | b | or a | b |; separator rows (|---|) are dropped. A leading pipe is an empty
///  first cell in a table whose
///    other lines begin without one (merged cells of a saved page), a frame where all lines begin
///    with one;
///  - gaps of two or more blanks: lines of three or more short fields, most of them equally many.
/// A short line without fields between data rows is a row of one cell (a label broken over two
/// lines).
TextTable read_table(std::span<const Line> lines);

}  // namespace guifan::text
