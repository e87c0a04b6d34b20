// SPDX-License-Identifier: Apache-2.0
#include "text/lines.h"

#include <algorithm>
#include <array>

namespace guifan::text {
namespace {

constexpr std::array<std::string_view, 10> kBlanks{
    " ", "\t", "\r", "\v", "\u00A0", "\u2002", "\u2003", "\u3000", "\u200B", "\uFEFF"};

std::string_view trim_end(std::string_view text) {
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view blank : kBlanks)
      if (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        found = true;
      }
  }
  return text;
}

}  // namespace

std::size_t blank_length(std::string_view text) {
  for (const std::string_view blank : kBlanks)
    if (text.starts_with(blank)) return blank.size();
  return 0;
}

std::string_view trim(std::string_view text) {
  while (const std::size_t length = blank_length(text)) text.remove_prefix(length);
  return trim_end(text);
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  lines.reserve(static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1);
  std::uint32_t number = 1;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\n\f"), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back({line, number});
    if (end == text.size()) break;
    number += text[end] == '\n';
    text.remove_prefix(end + 1);
  }
  return lines;
}

}  // namespace guifan::text
