// SPDX-License-Identifier: Apache-2.0
#include "crosswalk/units.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "guifan/text.h"

namespace guifan {
namespace {

struct MoneyUnit {
  std::string_view name;
  int power;  ///< of ten, against 元
};
constexpr std::array kMoney{MoneyUnit{"元", 0},   MoneyUnit{"千元", 3},    MoneyUnit{"万元", 4},
                            MoneyUnit{"万", 4},   MoneyUnit{"百万元", 6},  MoneyUnit{"千万元", 7},
                            MoneyUnit{"亿元", 8}, MoneyUnit{"人民币元", 0}};

/// Measure words for requests, replies and cases: reports use them for one another.
constexpr std::array<std::string_view, 12> kCounts{"件", "条", "例", "宗", "个", "份",
                                                   "起", "项", "次", "笔", "封", "件次"};

std::optional<int> money_power(std::string_view unit) {
  const auto found = std::ranges::find(kMoney, unit, &MoneyUnit::name);
  if (found == kMoney.end()) return std::nullopt;
  return found->power;
}

bool is_count(std::string_view unit) {
  return std::ranges::find(kCounts, unit) != kCounts.end();
}

}  // namespace

std::optional<FittedValue> fit_unit(const Slot& slot, const std::string& value,
                                    const std::string& unit, bool as_printed) {
  if (slot.fixed_unit) {
    if (unit.empty() || unit == slot.unit) return FittedValue{value, "", ""};
    const auto from = money_power(unit);
    const auto to = money_power(slot.unit);
    if (!from || !to) return std::nullopt;
    if (*from == *to) return FittedValue{value, "", ""};
    std::string shifted = shift_decimal(value, *from - *to);
    std::string caveat = value + unit + " = " + shifted + slot.unit;
    return FittedValue{std::move(shifted), "", std::move(caveat)};
  }
  if (as_printed) return FittedValue{value, unit, ""};
  const bool same = unit == slot.unit || (is_count(unit) && is_count(slot.unit));
  return FittedValue{value, same ? "" : unit, ""};
}

}  // namespace guifan
