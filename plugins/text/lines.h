// SPDX-License-Identifier: Apache-2.0
// A text as lines with their numbers.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace guifan::text {

struct Line {
  std::string_view text;     ///< without the line end
  std::uint32_t number = 0;  ///< 1-based
};

/// Splits at line ends and form feeds (a page break is no line of its own). Views into `text`.
std::vector<Line> split_lines(std::string_view text);

/// Length in bytes of the blank at the start of `text`: space, tab, no-break, en, em, ideographic
/// space, zero-width space or byte-order mark; 0 for anything else.
std::size_t blank_length(std::string_view text);
/// `text` without blanks at both ends.
std::string_view trim(std::string_view text);

}  // namespace guifan::text
