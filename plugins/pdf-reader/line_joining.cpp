// SPDX-License-Identifier: Apache-2.0
#include "line_joining.h"

#include "unicode_folding.h"

namespace guifan::pdf {
namespace {

/// Latin and the like: written with spaces between words.
bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
         (c >= 0xc0 && c < 0x2000 && !is_wide(c));
}

}  // namespace

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool is_figure(std::u32string_view text) {
  static const std::u32string kMarks = U".,-/%—－–．，／％ ";
  for (const char32_t c : text)
    if (!is_digit(c) && !(c >= 0xff10 && c <= 0xff19) && kMarks.find(c) == std::u32string::npos)
      return false;
  return !text.empty();
}

void append_joint(std::u32string& text, std::u32string_view next, bool space_seen,
                  char32_t between_digits) {
  if (text.empty() || next.empty()) return;
  const char32_t left = text.back(), right = next.front();
  if (is_wide(left) || is_wide(right)) return;
  if (is_digit(left) && is_digit(right) && !space_seen) {
    if (between_digits != 0) text += between_digits;
    return;
  }
  const bool hyphenated =
      left == U'-' && !space_seen && text.size() > 1 && is_letter(text[text.size() - 2]);
  if (hyphenated && is_letter(right)) return;
  text += U' ';
}

}  // namespace guifan::pdf
