// SPDX-License-Identifier: Apache-2.0
// Columns in a fixed-width font, where a Chinese character is two wide.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guifan::text_writer {

/// Width in a terminal: characters from U+1100 on that are wide count 2, combining ones are not
/// expected.
std::size_t display_width(std::string_view text);
struct Columns {
  std::vector<std::size_t> widths;
  std::vector<std::size_t>
      starts;             ///< of each column in the line; two spaces stand between columns
  std::size_t width = 0;  ///< of the whole line
};
/// Every column as wide as its widest cell, but not wider than `widest`: a longer cell pushes the
/// rest of its own line to the right.
Columns measure(const std::vector<std::vector<std::string>>& rows,
                std::size_t widest = static_cast<std::size_t>(-1));
/// Lines with padded columns. The header is not underlined: a line of dashes reads like a row of
/// empty figures. Columns from `first_right` on are set flush right. No line ends in a space.
void append_aligned(std::string& out, const std::vector<std::vector<std::string>>& rows,
                    const Columns& columns, std::size_t first_right);

}  // namespace guifan::text_writer
