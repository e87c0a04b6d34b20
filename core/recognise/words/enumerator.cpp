// SPDX-License-Identifier: Apache-2.0
#include "recognise/words/enumerator.h"

#include <array>

#include "text/code_points.h"

namespace guifan {
namespace {

constexpr std::array<std::string_view, 13> kIgnorable = {" ", "\"", "“", "”", "「", "『", "《",
                                                         "'", "‘",  "’", "·", "*",  "#"};
constexpr std::array<std::string_view, 6> kSeparators = {".", "、", ")", ",", ":", "．"};

bool cut_suffix(std::string_view text, std::size_t& end, std::string_view suffix) {
  if (!text.substr(0, end).ends_with(suffix)) return false;
  end -= suffix.size();
  return true;
}

void cut_ignorable(std::string_view text, std::size_t& end) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : kIgnorable) again = cut_suffix(text, end, mark) || again;
  }
}

/// Length in bytes of the numeral that ends at `end`, Chinese or ASCII; 0 for none.
std::size_t numeral_length(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && is_ascii_digit(static_cast<unsigned char>(text[begin - 1]))) --begin;
  if (begin != end) return end - begin;
  while (begin >= 3) {
    std::size_t offset = begin - 3;
    const char32_t c = next_code_point(text, offset);
    if (offset != begin || !is_outline_numeral(c)) break;
    begin -= 3;
  }
  return end - begin;
}

/// One enumerator that ends at `end`; returns its begin, or `end` where there is none.
std::size_t cut_enumerator(std::string_view text, std::size_t end, std::string_view expected) {
  if (end >= 3) {  // ① .. ⑳ and ㈠ .. ㈩ are one character each
    std::size_t offset = end - 3;
    const char32_t c = next_code_point(text, offset);
    if (offset == end && ((c >= U'①' && c <= U'⑳') || (c >= U'㈠' && c <= U'㈩'))) return end - 3;
  }
  std::size_t cursor = end;
  bool bracket = false, separated = false;
  for (const std::string_view separator : kSeparators) {
    if (!cut_suffix(text, cursor, separator)) continue;
    separated = true;
    bracket = separator == ")";
    break;
  }
  if (!separated) return end;
  cut_ignorable(text, cursor);
  const std::size_t length = numeral_length(text, cursor);
  if (length == 0) return end;
  const bool digits = is_ascii_digit(static_cast<unsigned char>(text[cursor - 1]));
  if (bracket) {
    std::size_t open = cursor - length;
    cut_ignorable(text, open);
    return cut_suffix(text, open, "(") ? open : end;
  }
  if (!digits) return cursor - length;
  if (text.substr(0, cursor).ends_with(expected) && !expected.empty() && expected.size() <= length)
    return cursor - expected.size();
  // Any other numbering counts where nothing runs into it: at the start, or behind "其中:".
  const std::string_view before = text.substr(0, cursor - length);
  return length <= 2 && (before.empty() || before.back() == ' ' || before.back() == ':')
             ? cursor - length
             : end;
}

}  // namespace

std::size_t begin_with_enumerator(std::string_view text, std::size_t label,
                                  std::string_view expected) {
  std::size_t begin = label;
  for (int parts = 0; parts < 3; ++parts) {  // 其中:(1) and (一)1. occur; deeper nesting does not
    std::size_t cursor = begin;
    cut_ignorable(text, cursor);
    std::size_t next = cut_enumerator(text, cursor, expected);
    if (next == cursor) {
      std::size_t among = cursor;
      if (!cut_suffix(text, among, ":")) cut_suffix(text, among, ",");
      cut_ignorable(text, among);
      if (!cut_suffix(text, among, "其中")) break;
      next = among;
    }
    begin = next;
  }
  std::size_t quotes = begin;
  cut_ignorable(text, quotes);
  return quotes;
}

}  // namespace guifan
