// SPDX-License-Identifier: Apache-2.0
// UTF-8, as far as the reader touches single characters. Text that libxml2 hands over is valid.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guifan::docx {

/// Appends one code point; U+FFFD for what is none.
inline void append_utf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) || c == 0) c = 0xFFFD;
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

/// The code point at `at`, which moves past it. REQUIRES: at < text.size(). Malformed bytes give
/// U+FFFD, one at a time.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : -1;
  if (more < 0 || at + static_cast<std::size_t>(more) > text.size()) return 0xFFFD;
  char32_t c = lead & (0x3Fu >> more);
  for (int i = 0; i < more; ++i)
    c = (c << 6) | (static_cast<unsigned char>(text[at + static_cast<std::size_t>(i)]) & 0x3Fu);
  at += static_cast<std::size_t>(more);
  return c;
}

/// Number of code points.
inline std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text)
    count += (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u ? 1u : 0u;
  return count;
}

/// Only spaces, line breaks, tabs, no-break and ideographic spaces.
inline bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c != ' ' && c != '\t' && c != '\n' && c != 0xA0 && c != 0x3000 && c != 0xFEFF &&
        c != 0x200B)
      return false;
  }
  return true;
}

}  // namespace guifan::docx
