// SPDX-License-Identifier: Apache-2.0
// List numbers as Word prints them (ECMA-376 part 1, 17.18.59 ST_NumberFormat).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace guifan::docx {

/// The number in this format: ("chineseCounting", 21) is 二十一. Formats without a printed number
/// ("none", "bullet") give an empty string; unknown ones print as decimal and set `known` to false.
std::string format_number(std::string_view format, std::uint32_t number, bool& known);

/// A custom format such as "001, 002, 003, ...": decimal, padded to the width of its first item.
std::string format_custom_number(std::string_view pattern, std::uint32_t number);

}  // namespace guifan::docx
