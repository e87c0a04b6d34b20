// SPDX-License-Identifier: Apache-2.0
#include "text/drawn_lines.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace guifan::text {
namespace {

constexpr std::size_t kMarksPerLine = 400;

bool is_horizontal(UChar32 c) {
  return c == '-' || c == '=' || c == 0x2500 || c == 0x2501 || c == 0x2504 || c == 0x2505 ||
         c == 0x2508 || c == 0x2509 || c == 0x254C || c == 0x254D || c == 0x2550;
}

bool is_vertical(UChar32 c) {
  return c == '|' || c == 0x2502 || c == 0x2503 || c == 0x2506 || c == 0x2507 || c == 0x250A ||
         c == 0x250B || c == 0x254E || c == 0x254F || c == 0x2551 || c == 0xFF5C;
}

bool is_joint(UChar32 c) {
  return c == '+' || (c >= 0x250C && c <= 0x254B) || (c >= 0x2552 && c <= 0x256C);
}

std::size_t display_width(UChar32 c, AmbiguousWidths ambiguous) {
  switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_FULLWIDTH:
    case U_EA_WIDE:
      return 2;
    case U_EA_AMBIGUOUS:
      return c >= 0x2500 && c <= 0x257F ? ambiguous.box : ambiguous.others;
    default:
      return u_charType(c) == U_NON_SPACING_MARK ? 0 : 1;
  }
}

/// The next character of `text`; damaged bytes count as one.
UChar32 next(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, at, text.size(), c);
  return c;
}

}  // namespace

bool DrawnLine::ruled(std::size_t mark) const {
  if (!marks[mark].joint && !marks[mark + 1].joint) return false;  // |-| is a cell with a dash
  const std::string_view text = between(mark);
  for (std::size_t at = 0; at < text.size();)
    if (!is_horizontal(next(text, at))) return false;
  return !text.empty();
}

bool DrawnLine::is_rule() const {
  if (marks.size() < 2) return false;
  for (std::size_t mark = 0; mark + 1 < marks.size(); ++mark)
    if (!ruled(mark)) return false;
  return true;
}

std::optional<DrawnLine> read_drawn_line(const Line& line, AmbiguousWidths widths) {
  DrawnLine drawn{{trim(line.text), line.number}, {}};
  const std::string_view text = drawn.line.text;
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const UChar32 c = next(text, at);
    const bool joint = is_joint(c);
    if (joint || is_vertical(c)) {
      if (drawn.marks.size() == kMarksPerLine) return std::nullopt;
      drawn.marks.push_back({begin, at, column, joint});
    } else if (begin == 0) {
      return std::nullopt;
    }
    column += display_width(c, widths);
  }
  if (drawn.marks.size() < 2 || drawn.marks.back().end != text.size()) return std::nullopt;
  return drawn;
}

std::size_t drawing_length(std::span<const Line> lines) {
  std::size_t length = 0;
  bool rule_before = false, blank_before = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (trim(lines[i].text).empty()) {
      if (blank_before) break;
      blank_before = true;
      continue;
    }
    blank_before = false;
    const std::optional<DrawnLine> line = read_drawn_line(lines[i]);
    if (!line) break;
    const bool rule = line->is_rule();
    if (i == 0 && !rule) return 0;
    if (rule && rule_before) break;  // the lower border of one table, the upper one of the next
    rule_before = rule;
    if (rule) length = i + 1;
  }
  return length;
}

}  // namespace guifan::text
