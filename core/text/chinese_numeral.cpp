// SPDX-License-Identifier: Apache-2.0
// Chinese numerals as reports write them: 二十一, 一百零三, 二〇一七, 两, 壹拾.
#include <array>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "guifan/text.h"
#include "text/utf8.h"

namespace guifan {
namespace {

constexpr auto kDigits = std::to_array<std::pair<char32_t, unsigned>>(
    {{U'〇', 0}, {U'○', 0},  {U'零', 0}, {U'一', 1}, {U'二', 2}, {U'两', 2}, {U'三', 3}, {U'四', 4},
     {U'五', 5}, {U'六', 6}, {U'七', 7}, {U'八', 8}, {U'九', 9}, {U'壹', 1}, {U'贰', 2}, {U'叁', 3},
     {U'肆', 4}, {U'伍', 5}, {U'陆', 6}, {U'柒', 7}, {U'捌', 8}, {U'玖', 9}});
constexpr auto kMultipliers =
    std::to_array<std::pair<char32_t, std::uint64_t>>({{U'十', 10},
                                                       {U'百', 100},
                                                       {U'千', 1000},
                                                       {U'拾', 10},
                                                       {U'佰', 100},
                                                       {U'仟', 1000},
                                                       {U'万', 10'000},
                                                       {U'亿', 100'000'000}});

template <typename Table>
auto find(const Table& table, char32_t sign)
    -> std::optional<typename Table::value_type::second_type> {
  for (const auto& [known, value] : table)
    if (known == sign) return value;
  return std::nullopt;
}

/// "二〇一七": digits only, place by place.
std::optional<std::uint64_t> parse_digit_string(std::string_view text) {
  std::uint64_t value = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint point = utf8::decode(text, at);
    const auto digit = find(kDigits, point.value);
    if (!digit || value > (std::numeric_limits<std::uint64_t>::max() - *digit) / 10)
      return std::nullopt;
    value = value * 10 + *digit;
    at += point.length;
  }
  return value;
}

/// Reads a numeral below 10,000 from `at` on; moves `at` behind it. Multipliers must fall; a digit
/// without a multiplier ends the numeral and must follow 十 or 零, because 一百三 is said for 130
/// and 一万二 for 12,000.
std::optional<std::uint64_t> parse_section(std::string_view text, std::size_t& at,
                                           bool first_section) {
  std::uint64_t value = 0;
  std::uint64_t last_multiplier = 10'000;
  bool zero_before = false;
  bool any = false;
  while (at < text.size()) {
    utf8::CodePoint point = utf8::decode(text, at);
    auto multiplier = find(kMultipliers, point.value);
    if (multiplier && *multiplier >= 10'000) break;
    if (multiplier) {  // 十 without a digit before it
      if (*multiplier != 10 || any || !first_section) return std::nullopt;
      at += point.length;
      value += 10;
      last_multiplier = 10;
      any = true;
      continue;
    }
    const auto digit = find(kDigits, point.value);
    if (!digit || last_multiplier == 1) return std::nullopt;
    at += point.length;
    if (*digit == 0) {
      if (zero_before) return std::nullopt;
      zero_before = true;
      any = true;
      continue;
    }
    multiplier.reset();
    if (at < text.size()) {
      point = utf8::decode(text, at);
      multiplier = find(kMultipliers, point.value);
      if (multiplier && *multiplier < 10'000) at += point.length;
    }
    if (multiplier && *multiplier < 10'000) {
      if (*multiplier >= last_multiplier) return std::nullopt;
      value += *digit * *multiplier;
      last_multiplier = *multiplier;
    } else {
      const bool place_is_clear =
          last_multiplier == 10 || (last_multiplier == 10'000 && first_section);
      if (!place_is_clear && !zero_before) return std::nullopt;
      value += *digit;
      last_multiplier = 1;
    }
    zero_before = false;
    any = true;
  }
  if (!any) return std::nullopt;
  if (zero_before && value != 0) return std::nullopt;
  return value;
}

}  // namespace

std::optional<std::uint64_t> parse_chinese_numeral(std::string_view normalised) {
  if (normalised.empty()) return std::nullopt;
  bool has_multiplier = false;
  for (std::size_t at = 0; at < normalised.size();) {
    const utf8::CodePoint point = utf8::decode(normalised, at);
    if (find(kMultipliers, point.value)) has_multiplier = true;
    at += point.length;
  }
  if (!has_multiplier) return parse_digit_string(normalised);

  constexpr std::uint64_t kMost = 1'000'000'000'000'000;  // 千万亿 leaves room for every sum below
  std::uint64_t total = 0;                                // closed by 亿
  std::uint64_t pending = 0;                              // closed by 万
  std::size_t at = 0;
  bool first = true;
  while (at < normalised.size()) {
    const auto section = parse_section(normalised, at, first);
    if (!section) return std::nullopt;
    first = false;
    std::uint64_t value = *section;
    if (at == normalised.size()) return total + pending + value;
    utf8::CodePoint point = utf8::decode(normalised, at);
    at += point.length;
    if (point.value == U'万') {
      if (pending != 0 || value == 0) return std::nullopt;
      pending = value * 10'000;
      if (at < normalised.size() && utf8::decode(normalised, at).value == U'亿') {
        at += utf8::decode(normalised, at).length;
        if (total != 0) return std::nullopt;
        total = pending * 100'000'000;
        pending = 0;
      }
    } else {  // 亿
      if (total != 0 || pending + value == 0) return std::nullopt;
      total = (pending + value) * 100'000'000;
      pending = 0;
    }
    if (total > kMost) return std::nullopt;
    if (at == normalised.size()) return total + pending;
  }
  return std::nullopt;
}

}  // namespace guifan
