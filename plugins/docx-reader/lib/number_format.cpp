// SPDX-License-Identifier: Apache-2.0
#include "number_format.h"

#include <algorithm>
#include <array>
#include <span>

#include "utf8.h"

namespace guifan::docx {
namespace {

using Digits = std::array<std::string_view, 10>;
using Units = std::array<std::string_view, 4>;  // ones, tens, hundreds, thousands

constexpr Digits kHan = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kHanLing = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kHanCircle = {"○", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kLegalSimplified = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr Digits kLegalTraditional = {"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"};
constexpr Units kUnits = {"", "十", "百", "千"};
constexpr Units kLegalUnits = {"", "拾", "佰", "仟"};

std::string positional(const Digits& digits, std::uint32_t number) {
  std::string out;
  for (const char c : std::to_string(number)) out += digits[static_cast<std::size_t>(c - '0')];
  return out;
}

// One group of four digits with units. `zero`: the filler between groups of units (一百零一), empty
// for none.
std::string group(const Digits& digits, const Units& units, std::string_view zero,
                  std::uint32_t number, bool one_before_ten, bool one_before_larger) {
  std::string out;
  bool gap = false;
  for (std::size_t power = 4; power-- > 0;) {
    const std::uint32_t scale = power == 3 ? 1000 : power == 2 ? 100 : power == 1 ? 10 : 1;
    const std::uint32_t digit = number / scale % 10;
    if (digit == 0) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += zero;
    gap = false;
    const bool silent_one = digit == 1 && ((power == 1 && !one_before_ten && out.empty()) ||
                                           (power > 0 && !one_before_larger));
    if (!silent_one) out += digits[digit];
    out += units[power];
  }
  return out;
}

std::string with_units(const Digits& digits, const Units& units, std::string_view zero,
                       std::string_view ten_thousand, std::uint32_t number, bool one_before_ten,
                       bool one_before_larger = true) {
  if (number == 0) return std::string(digits[0]);
  if (number >= 100'000'000) return positional(digits, number);
  std::string out;
  const std::uint32_t high = number / 10'000, low = number % 10'000;
  if (high != 0)
    out = group(digits, units, zero, high, one_before_ten, true) + std::string(ten_thousand);
  if (high != 0 && low != 0 && low < 1'000) out += zero;
  if (low != 0)
    out += group(digits, units, zero, low, one_before_ten || high != 0, one_before_larger);
  return out;
}

std::string roman(std::uint32_t number, bool upper) {
  if (number == 0 || number > 32'767) return std::to_string(number);
  constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> kParts = {{{1000, "m"},
                                                                                  {900, "cm"},
                                                                                  {500, "d"},
                                                                                  {400, "cd"},
                                                                                  {100, "c"},
                                                                                  {90, "xc"},
                                                                                  {50, "l"},
                                                                                  {40, "xl"},
                                                                                  {10, "x"},
                                                                                  {9, "ix"},
                                                                                  {5, "v"},
                                                                                  {4, "iv"},
                                                                                  {1, "i"}}};
  std::string out;
  for (const auto& [value, letters] : kParts)
    for (; number >= value; number -= value) out += letters;
  if (upper)
    for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
  return out;
}

// a..z, aa, bb, ... zz, aaa: Word repeats the letter.
std::string letters(std::uint32_t number, char first) {
  if (number == 0 || number > 780) return std::to_string(number);
  return std::string((number - 1) / 26 + 1,
                     static_cast<char>(first + static_cast<char>((number - 1) % 26)));
}

std::string ordinal(std::uint32_t number) {
  const std::uint32_t tens = number % 100, ones = number % 10;
  const char* suffix = tens >= 11 && tens <= 13 ? "th"
                       : ones == 1              ? "st"
                       : ones == 2              ? "nd"
                       : ones == 3              ? "rd"
                                                : "th";
  return std::to_string(number) + suffix;
}

// Consecutive code points; numbers beyond the block print as decimal.
std::string from_block(char32_t first, std::uint32_t count, std::uint32_t number) {
  if (number == 0 || number > count) return std::to_string(number);
  std::string out;
  append_utf8(out, first + number - 1);
  return out;
}

std::string from_list(std::span<const std::string_view> list, std::uint32_t number) {
  if (number == 0 || number > list.size()) return std::to_string(number);
  return std::string(list[number - 1]);
}

constexpr std::array<std::string_view, 10> kStems = {"甲", "乙", "丙", "丁", "戊",
                                                     "己", "庚", "辛", "壬", "癸"};
constexpr std::array<std::string_view, 12> kBranches = {"子", "丑", "寅", "卯", "辰", "巳",
                                                        "午", "未", "申", "酉", "戌", "亥"};

std::string enclosed_circle(std::uint32_t number) {
  if (number <= 20) return from_block(U'①', 20, number);
  if (number <= 35) return from_block(U'\u3251', 15, number - 20);
  if (number <= 50) return from_block(U'\u32B1', 15, number - 35);
  return std::to_string(number);
}

std::string full_width(std::uint32_t number) {
  std::string out;
  for (const char c : std::to_string(number))
    append_utf8(out, U'０' + static_cast<char32_t>(c - '0'));
  return out;
}

}  // namespace

std::string format_number(std::string_view format, std::uint32_t number, bool& known) {
  known = true;
  if (format == "decimal" || format == "decimalHalfWidth" || format.empty())
    return std::to_string(number);
  if (format == "none" || format == "bullet") return {};
  if (format == "chineseCounting" || format == "taiwaneseCounting")
    return number < 100 ? with_units(kHan, kUnits, "", "万", number, false)
                        : positional(kHanCircle, number);
  if (format == "chineseCountingThousand")
    return with_units(kHanLing, kUnits, "零", "万", number, false);
  if (format == "taiwaneseCountingThousand")
    return with_units(kHanLing, kUnits, "零", "萬", number, false);
  if (format == "japaneseCounting") return with_units(kHan, kUnits, "", "万", number, false, false);
  if (format == "ideographDigital" || format == "japaneseDigitalTenThousand" ||
      format == "taiwaneseDigital" || format == "koreanDigital2")
    return positional(kHan, number);
  if (format == "chineseLegalSimplified")
    return with_units(kLegalSimplified, kLegalUnits, "零", "万", number, true);
  if (format == "ideographLegalTraditional")
    return with_units(kLegalTraditional, kLegalUnits, "零", "萬", number, true);
  if (format == "ideographTraditional") return from_list(kStems, number);
  if (format == "ideographZodiac") return from_list(kBranches, number);
  if (format == "ideographZodiacTraditional")
    return number == 0
               ? "0"
               : std::string(kStems[(number - 1) % 10]) + std::string(kBranches[(number - 1) % 12]);
  if (format == "ideographEnclosedCircle") return from_block(U'㊀', 10, number);
  if (format == "decimalEnclosedCircle" || format == "decimalEnclosedCircleChinese")
    return enclosed_circle(number);
  if (format == "decimalEnclosedFullstop") return from_block(U'⒈', 20, number);
  if (format == "decimalEnclosedParen") return from_block(U'⑴', 20, number);
  if (format == "decimalFullWidth" || format == "decimalFullWidth2") return full_width(number);
  if (format == "decimalZero")
    return number < 10 ? "0" + std::to_string(number) : std::to_string(number);
  if (format == "upperRoman" || format == "lowerRoman")
    return roman(number, format == "upperRoman");
  if (format == "upperLetter") return letters(number, 'A');
  if (format == "lowerLetter") return letters(number, 'a');
  if (format == "ordinal") return ordinal(number);
  if (format == "numberInDash") return "- " + std::to_string(number) + " -";
  known = false;
  return std::to_string(number);
}

std::string format_custom_number(std::string_view pattern, std::uint32_t number) {
  const std::string_view first = pattern.substr(0, pattern.find(','));
  std::string digits = std::to_string(number);
  const bool zeros =
      !first.empty() && first.size() < 10 &&
      std::all_of(first.begin(), first.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (zeros && digits.size() < first.size()) digits.insert(0, first.size() - digits.size(), '0');
  return digits;
}

}  // namespace guifan::docx
