// SPDX-License-Identifier: Apache-2.0
#include "crosswalk/units.h"

#include <string_view>

#include "guifan/text.h"
#include "text/measure_words.h"

namespace guifan {
namespace {

bool is_count(std::string_view unit) {
  return has_role(unit, MeasureRole::Case);
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
