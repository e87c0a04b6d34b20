// SPDX-License-Identifier: Apache-2.0
// Walking UTF-8 by code point, and the few character classes that reports need.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guifan {

/// The code point at `offset`, which is moved behind it. REQUIRES: offset < text.size(). A byte
/// that is not valid UTF-8 comes back as U+FFFD, one byte long, so that hostile text cannot run
/// past the end.
inline char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(offset);
  if (lead < 0x80) {
    ++offset;
    return lead;
  }
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  if (length == 1 || offset + length > text.size()) {
    ++offset;
    return U'\uFFFD';
  }
  char32_t point = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) point = (point << 6) | (byte(offset + i) & 0x3Fu);
  offset += length;
  return point;
}

/// Code points of UTF-8 text.
inline std::u32string code_points(std::string_view utf8) {
  std::u32string points;
  points.reserve(utf8.size() / 2);
  for (std::size_t offset = 0; offset < utf8.size();) points += next_code_point(utf8, offset);
  return points;
}

inline bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x20000 && c <= 0x3FFFF) || c == U'〇';
}
inline bool is_ascii_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
inline bool is_ascii_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

}  // namespace guifan
