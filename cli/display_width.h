// SPDX-License-Identifier: Apache-2.0
// Columns that a text takes on a terminal: a Han character takes two.
#pragma once

#include <string>
#include <string_view>

namespace guifan::cli {

/// Columns of the whole text; broken bytes take one each.
std::size_t display_width(std::string_view utf8);
/// `text` and as many spaces as it takes to be `columns` wide.
std::string pad_right(std::string text, std::size_t columns);
/// At most `columns` wide; what is cut off becomes "…".
std::string shorten(std::string_view text, std::size_t columns);
/// Control characters (escape sequences of a hostile file name) become '?'.
std::string printable(std::string_view text);

}  // namespace guifan::cli
