// SPDX-License-Identifier: Apache-2.0
// Text into XML and HTML.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "guifan/plugin.h"

namespace guifan::writing {

/// Bytes that append_escaped() looks at; all others are copied as they are.
inline constexpr std::array<bool, 256> kLookedAt = [] {
  std::array<bool, 256> table{};
  for (std::size_t control = 0; control < 0x20; ++control)
    table[control] = control != '\n' && control != '\t';
  for (const unsigned char c : {'&', '<', '>', '"', '\'', '\x7f'}) table[c] = true;
  table[0xEF] = true;
  return table;
}();

/// Appends `text` with the five markup characters escaped. Control characters, which XML 1.0
/// forbids, are left out; line breaks and tabs stay. Good for element content and for attributes in
/// double quotes.
inline void append_escaped(std::string& out, std::string_view text) {
  std::size_t plain = 0;  // begin of the stretch that needs nothing, copied in one go
  const auto put = [&](std::size_t i, std::size_t size, std::string_view instead) {
    out.append(text, plain, i - plain);
    out += instead;
    plain = i + size;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (!kLookedAt[static_cast<unsigned char>(c)]) continue;
    switch (c) {
      case '&':
        put(i, 1, "&amp;");
        break;
      case '<':
        put(i, 1, "&lt;");
        break;
      case '>':
        put(i, 1, "&gt;");
        break;
      case '"':
        put(i, 1, "&quot;");
        break;
      case '\'':
        put(i, 1, "&#39;");
        break;
      case '\xEF':
        // U+FFFE and U+FFFF are no characters of XML: EF BF BE, EF BF BF.
        if (i + 2 < text.size() && text[i + 1] == '\xBF' &&
            (text[i + 2] == '\xBE' || text[i + 2] == '\xBF')) {
          put(i, 3, {});
          i += 2;
        }
        break;
      default:  // a control character
        put(i, 1, {});
    }
  }
  out.append(text, plain);
}

inline std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}
inline std::string escaped(guifan_string text) {
  return escaped(sdk::view(text));
}

/// The white space of reports: that of ASCII, no-break and full-width spaces, and the printer's
/// spaces U+2000 to U+200A. The length of the one that `text` begins with, or 0.
inline std::size_t leading_space(std::string_view text) {
  if (text.empty()) return 0;
  if (std::string_view(" \t\r\n\f\v").find(text.front()) != std::string_view::npos) return 1;
  if (text.starts_with("\u00A0")) return 2;
  if (text.starts_with("\u3000")) return 3;
  const bool printers = text.starts_with("\xE2\x80") && text.size() > 2 &&
                        static_cast<unsigned char>(text[2]) <= 0x8A;
  return printers ? 3 : 0;
}

/// Without white space at both ends: indentation is the style's business.
inline std::string_view trimmed(std::string_view text) {
  while (const std::size_t length = leading_space(text)) text.remove_prefix(length);
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    if (leading_space(text.substr(last)) != text.size() - last) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

/// Calls `each(line)` for every line, trimmed; empty lines are left out.
template <typename Each>
void for_each_line(std::string_view text, Each&& each) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    if (!line.empty()) each(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
}

}  // namespace guifan::writing
