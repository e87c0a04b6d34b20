// SPDX-License-Identifier: Apache-2.0
// Walking UTF-8 by code point, and the few character classes that reports need.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/utf8.h"

namespace guifan {

/// The code point at `offset`, which is moved behind it. REQUIRES: offset < text.size(). A byte
/// that is not valid UTF-8 comes back as U+FFFD, one byte long.
inline char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const utf8::CodePoint point = utf8::decode(text, offset);
  offset += point.length;
  return point.value;
}

/// Code points of UTF-8 text.
inline std::u32string code_points(std::string_view utf8) {
  std::u32string points;
  points.reserve(utf8.size() / 2);
  for (std::size_t offset = 0; offset < utf8.size();) points += next_code_point(utf8, offset);
  return points;
}

inline bool is_ascii_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
inline bool is_ascii_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
/// 一 to 十: the signs of which outlines and enumerators make their numbers.
inline bool is_outline_numeral(char32_t c) {
  return std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
}

/// A to Z become a to z; nothing else changes, under any locale.
inline std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

}  // namespace guifan
