// SPDX-License-Identifier: Apache-2.0
// Code points of a UTF-8 text, one at a time. Broken sequences are read as U+FFFD, one byte each,
// so that a loop over hostile bytes always ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace guifan::utf8 {

inline constexpr char32_t replacement = 0xFFFD;

/// One code point and the number of bytes it takes.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;
  bool valid = true;
};

inline bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// How many bytes the code point that begins with `lead` takes, in valid UTF-8; 1 for a byte that
/// begins none.
inline std::size_t step(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// The code point at `at`. REQUIRES: at < text.size(). Surrogates, overlong forms and values past
/// U+10FFFF are invalid.
inline CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
  };
  const char32_t lead = byte(0);
  const std::size_t left = text.size() - at;
  if (lead < 0x80) return {lead, 1, true};
  if (lead >= 0xE0 && lead < 0xF0 && left >= 3 && is_continuation(text[at + 1]) &&
      is_continuation(text[at + 2])) {
    const char32_t value = (lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    if (value >= 0x800 && (value < 0xD800 || value > 0xDFFF)) return {value, 3, true};
  } else if (lead >= 0xC2 && lead < 0xE0 && left >= 2 && is_continuation(text[at + 1])) {
    return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2, true};
  } else if (lead >= 0xF0 && lead < 0xF5 && left >= 4 && is_continuation(text[at + 1]) &&
             is_continuation(text[at + 2]) && is_continuation(text[at + 3])) {
    const char32_t value =
        (lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    if (value >= 0x10000 && value <= 0x10FFFF) return {value, 4, true};
  }
  return {replacement, 1, false};
}

/// The code point that ends before byte `end`, with its length. REQUIRES: end > 0.
inline CodePoint decode_before(std::string_view text, std::size_t end) {
  std::size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && is_continuation(text[begin])) --begin;
  const CodePoint point = decode(text.substr(0, end), begin);
  if (begin + point.length == end) return point;
  return {replacement, 1, false};
}

/// Appends `value` in UTF-8. REQUIRES: a Unicode scalar value.
inline void append(std::string& text, char32_t value) {
  const auto put = [&text](char32_t byte) {
    text += static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | value >> 6);
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | value >> 12);
    put(0x80 | (value >> 6 & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | value >> 18);
    put(0x80 | (value >> 12 & 0x3F));
    put(0x80 | (value >> 6 & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

/// Whether a code point of U+4E00..U+9FFF stands at `at`: most of a Chinese text, told by its
/// bytes. REQUIRES: at < text.size().
inline bool is_unified_han(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead >= 0xE4 && lead <= 0xE9 && text.size() - at >= 3 && is_continuation(text[at + 1]) &&
         is_continuation(text[at + 2]) &&
         (lead > 0xE4 || static_cast<unsigned char>(text[at + 1]) >= 0xB8);
}

/// A Chinese character, 〇 included.
inline bool is_han(char32_t value) {
  return (value >= 0x4E00 && value <= 0x9FFF) || (value >= 0x3400 && value <= 0x4DBF) ||
         value == 0x3007 || (value >= 0xF900 && value <= 0xFAFF) ||
         (value >= 0x20000 && value <= 0x323AF);
}

}  // namespace guifan::utf8
