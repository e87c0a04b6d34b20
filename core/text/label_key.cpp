// SPDX-License-Identifier: Apache-2.0
// The comparison key of a label.
#include <string>
#include <string_view>

#include "guifan/text.h"
#include "text/code_points.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace guifan {
namespace {

constexpr std::size_t kMostNumeralSigns = 3;  // 二十一, 123
constexpr int kMostEnumerators = 3;           // 三、(五)1.
constexpr std::size_t kHanBytes = 3;

/// The folded code point at `at`, or 0 at the end.
utf8::CodePoint folded_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {0, 0, true};
  utf8::CodePoint point = utf8::decode(text, at);
  point.value = fold_code_point(point.value);
  return point;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  for (;;) {
    const utf8::CodePoint point = folded_at(text, at);
    if (point.value != ' ' && point.value != '\t' && point.value != '\n' && point.value != kDropped)
      return at;
    at += point.length;
  }
}

bool is_numeral(char32_t value) {
  return is_outline_numeral(value) || value == U'百';
}
/// ① ⑴ ⒈ ㈠ ㊀ ❶: a sign that is an enumerator by itself.
bool is_enclosed_number(char32_t value) {
  return (value >= 0x2460 && value <= 0x249B) || (value >= 0x2776 && value <= 0x2793) ||
         (value >= 0x3220 && value <= 0x3229) || (value >= 0x3280 && value <= 0x3289);
}

/// Where the enumerator that begins at `begin` ends; `begin` itself where none stands there. A bare
/// numeral is none: it may be the label's own (三安全一稳定, 2014年, 第二十条).
std::size_t enumerator_end(std::string_view text, std::size_t begin) {
  std::size_t at = skip_spaces(text, begin);
  utf8::CodePoint point = folded_at(text, at);
  bool closed = false;
  if (is_enclosed_number(point.value)) {
    closed = true;
    at += point.length;
  } else {
    const bool bracket = point.value == '(' || point.value == U'【' || point.value == '[';
    if (bracket) at = skip_spaces(text, at + point.length);
    const bool digits = is_ascii_digit(folded_at(text, at).value);
    std::size_t signs = 0;
    for (point = folded_at(text, at);
         digits ? is_ascii_digit(point.value) : is_numeral(point.value);
         point = folded_at(text, at)) {
      at += point.length;
      if (++signs > kMostNumeralSigns) return begin;
    }
    if (signs == 0) return begin;
    at = skip_spaces(text, at);
    point = folded_at(text, at);
    if (point.value == ')' || point.value == U'】' || point.value == ']') {
      closed = true;
      at += point.length;
    } else if (bracket) {
      return begin;
    } else if (digits && point.value == '.' &&
               is_ascii_digit(folded_at(text, at + point.length).value)) {
      return begin;  // a decimal
    }
  }
  point = folded_at(text, skip_spaces(text, at));
  const bool mark = point.value == U'、' || point.value == '.' || point.value == U'．' ||
                    (!closed && point.value == ',');
  if (mark) return skip_spaces(text, at) + point.length;
  return closed ? at : begin;
}

/// Where a leading "其中:" ends.
std::size_t of_which_end(std::string_view text, std::size_t begin) {
  constexpr std::string_view kOfWhich = "其中";
  std::size_t at = skip_spaces(text, begin);
  if (!text.substr(at).starts_with(kOfWhich)) return begin;
  at = skip_spaces(text, at + kOfWhich.size());
  const utf8::CodePoint mark = folded_at(text, at);
  return mark.value == ':' || mark.value == ',' || mark.value == U'、' ? at + mark.length : begin;
}

std::string key_of(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t begin = at; utf8::is_unified_han(text, at)) {
      do {
        at += kHanBytes;
      } while (at < text.size() && utf8::is_unified_han(text, at));
      key.append(text, begin, at - begin);
      continue;
    }
    const utf8::CodePoint point = folded_at(text, at);
    at += point.length;
    if (utf8::is_han(point.value) || is_ascii_digit(point.value) ||
        (point.value >= 'a' && point.value <= 'z')) {
      utf8::append(key, point.value);
    } else if (point.value >= 'A' && point.value <= 'Z') {
      utf8::append(key, point.value + ('a' - 'A'));
    }
  }
  return key;
}

}  // namespace

std::string label_key(std::string_view normalised, bool strip_enumerator) {
  if (!strip_enumerator) return key_of(normalised);
  std::size_t begin = 0;
  for (int cuts = 0; cuts < kMostEnumerators; ++cuts) {
    std::size_t end = enumerator_end(normalised, begin);
    if (end == begin) end = of_which_end(normalised, begin);
    if (end == begin) break;
    begin = end;
  }
  std::string key = key_of(normalised.substr(begin));
  return key.empty() ? key_of(normalised)
                     : key;  // a label that is nothing but an enumerator keeps it
}

}  // namespace guifan
