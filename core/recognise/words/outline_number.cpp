// SPDX-License-Identifier: Apache-2.0
#include "recognise/words/outline_number.h"

#include "guifan/text.h"
#include "text/code_points.h"
#include "text/utf8.h"

namespace guifan {
namespace {

constexpr std::uint32_t kMostNumber = 99;

utf8::CodePoint at_or_end(std::string_view text, std::size_t at) {
  return at < text.size() ? utf8::decode(text, at) : utf8::CodePoint{0, 0, true};
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n')) ++at;
  return at;
}

std::size_t skip_marks(std::string_view text, std::size_t at) {
  for (;;) {
    const char32_t value = at_or_end(text, at).value;
    if (value != '#' && value != '*' && value != ' ' && value != '\t' && value != U'•' &&
        value != U'·' && value != U'●' && value != U'■' && value != U'◆')
      return at;
    at += at_or_end(text, at).length;
  }
}

/// A numeral in Chinese or ASCII digits at `at`; moves `at` behind it. 0 for none.
std::uint32_t take_numeral(std::string_view text, std::size_t& at, bool& arabic) {
  const std::size_t begin = at;
  arabic = at < text.size() && text[at] >= '0' && text[at] <= '9';
  std::uint32_t value = 0;
  if (arabic) {
    while (at < text.size() && text[at] >= '0' && text[at] <= '9' && value <= kMostNumber) {
      value = value * 10 + static_cast<std::uint32_t>(text[at] - '0');
      ++at;
    }
  } else {
    while (at < text.size() && at - begin < 9 && is_outline_numeral(at_or_end(text, at).value))
      at += at_or_end(text, at).length;
    const auto parsed = parse_chinese_numeral(text.substr(begin, at - begin));
    value = parsed && *parsed <= kMostNumber ? static_cast<std::uint32_t>(*parsed) : 0;
  }
  if (value == 0 || value > kMostNumber) {
    at = begin;
    return 0;
  }
  return value;
}

OutlineNumber enclosed(char32_t value) {
  if (value >= 0x3220 && value <= 0x3229)
    return {OutlineStyle::BracketedChinese, value - 0x321F, 0};
  if (value >= 0x3280 && value <= 0x3289)
    return {OutlineStyle::BracketedChinese, value - 0x327F, 0};
  if (value >= 0x2460 && value <= 0x2473) return {OutlineStyle::BracketedArabic, value - 0x245F, 0};
  if (value >= 0x2474 && value <= 0x2487) return {OutlineStyle::BracketedArabic, value - 0x2473, 0};
  if (value >= 0x2488 && value <= 0x249B) return {OutlineStyle::Arabic, value - 0x2487, 0};
  return {};
}

bool is_mark(char32_t value) {
  return value == U'、' || value == '.' || value == ',' || value == U'．';
}

}  // namespace

OutlineNumber outline_number(std::string_view line) {
  std::size_t at = skip_marks(line, 0);
  utf8::CodePoint point = at_or_end(line, at);
  if (OutlineNumber number = enclosed(point.value); number.style != OutlineStyle::None) {
    at = skip_spaces(line, at + point.length);
    if (is_mark(at_or_end(line, at).value)) at += at_or_end(line, at).length;
    number.length = skip_spaces(line, at);
    return number;
  }
  const bool ordinal = point.value == U'第';
  const bool bracket = point.value == '(' || point.value == '[';
  if (ordinal || bracket) at = skip_spaces(line, at + point.length);
  bool arabic = false;
  const std::uint32_t value = take_numeral(line, at, arabic);
  if (value == 0) return {};
  at = skip_spaces(line, at);
  point = at_or_end(line, at);
  if (ordinal) {
    for (const std::string_view unit : {"部分", "章"}) {
      if (!line.substr(at).starts_with(unit)) continue;
      at = skip_spaces(line, at + unit.size());
      if (is_mark(at_or_end(line, at).value) || at_or_end(line, at).value == ':')
        at += at_or_end(line, at).length;
      return {OutlineStyle::Part, value, skip_spaces(line, at)};
    }
    return {};
  }
  if (bracket || point.value == ')') {
    if (point.value != ')' && point.value != ']') return {};
    at = skip_spaces(line, at + point.length);
    if (is_mark(at_or_end(line, at).value)) at += at_or_end(line, at).length;
    const OutlineStyle style =
        bracket ? (arabic ? OutlineStyle::BracketedArabic : OutlineStyle::BracketedChinese)
                : OutlineStyle::Arabic;
    return {style, value, skip_spaces(line, at)};
  }
  if (!is_mark(point.value) || (arabic && point.value == ',')) return {};
  at += point.length;
  const char32_t next = at_or_end(line, at).value;
  if (arabic && next >= '0' && next <= '9') return {};  // 1.5
  return {arabic ? OutlineStyle::Arabic : OutlineStyle::Chinese, value, skip_spaces(line, at)};
}

}  // namespace guifan
