// SPDX-License-Identifier: Apache-2.0
// The number in front of a heading: 一、 · 第一部分 · (一) · 1. · (1) · ①.
#pragma once

#include <cstdint>
#include <string_view>

namespace guifan {

enum class OutlineStyle : std::uint8_t {
  None,
  Part,              ///< 第一部分, 第一章
  Chinese,           ///< 一、
  BracketedChinese,  ///< (一), ㈠
  Arabic,            ///< 1. 1、
  BracketedArabic,   ///< (1), ①, ⑴
};

struct OutlineNumber {
  OutlineStyle style = OutlineStyle::None;
  std::uint32_t number = 0;
  std::size_t length = 0;  ///< bytes up to the heading's first word
};

/// The outline number at the beginning of a normalised line; leading marks such as '#', '*', '•'
/// are skipped.
OutlineNumber outline_number(std::string_view line);

}  // namespace guifan
