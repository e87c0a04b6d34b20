// SPDX-License-Identifier: Apache-2.0
#include "text/han_plausibility.h"

#include <algorithm>
#include <bitset>

#include "text/utf8.h"

namespace guifan {
namespace {

constexpr std::string_view kCommon =
#include "common-characters.inc"
    ;

const auto& common_characters() {
  static const auto set = [] {
    std::bitset<0x10000> bits;
    bool remark = false;  // a line that begins with #
    for (std::size_t at = 0; at < kCommon.size();) {
      const utf8::CodePoint point = utf8::decode(kCommon, at);
      at += point.length;
      if (point.value == '#') remark = true;
      if (point.value == '\n') remark = false;
      if (!remark && point.value >= 0x80) bits.set(point.value);
    }
    return bits;
  }();
  return set;
}

bool is_chinese_mark(char32_t value) {
  return (value >= 0x3000 && value <= 0x3017) || (value >= 0xFF01 && value <= 0xFF5E) ||
         (value >= 0x2010 && value <= 0x2026) || (value >= 0x2460 && value <= 0x249B) ||
         value == 0xB7 || value == 0x25CB || value == 0x25CF || value == 0xA0;
}

}  // namespace

bool is_common_character(char32_t value) {
  return value < 0x10000 && common_characters().test(value);
}

double han_plausibility(std::string_view utf8) {
  std::size_t characters = 0, common = 0, han = 0, marks = 0, odd = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const utf8::CodePoint point = utf8::decode(utf8, at);
    at += point.length;
    const char32_t value = point.value;
    if (value < 0x80) {
      const bool control = value < 0x20 && value != '\n' && value != '\r' && value != '\t';
      if (control) ++characters, ++odd;
      continue;
    }
    ++characters;
    if (value >= 0x4E00 && value <= 0x9FFF) {
      ++han;
      if (common_characters().test(value)) ++common;
    } else if (is_chinese_mark(value)) {
      ++marks;
    } else {
      ++odd;
    }
  }
  if (characters == 0) return 0;
  // Two thirds of real text is common characters, so 0.6 already earns the full mark.
  const double common_share =
      han == 0 ? 0 : std::min(1.0, static_cast<double>(common) / (0.6 * static_cast<double>(han)));
  const double known_share = static_cast<double>(han + marks) / static_cast<double>(characters);
  const double odd_share = static_cast<double>(odd) / static_cast<double>(characters);
  return std::max(0.0, 0.3 * known_share + 0.7 * common_share - odd_share);
}

}  // namespace guifan
