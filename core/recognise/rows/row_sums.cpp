// SPDX-License-Identifier: Apache-2.0
#include "recognise/rows/row_sums.h"

#include <algorithm>

namespace guifan {

bool has_own_sum(const ExpectedRow& row, std::span<const Identity> identities) {
  const auto in_row = [&](const std::string& indicator) {
    return std::any_of(row.values.begin(), row.values.end(),
                       [&](const Slot* slot) { return slot->indicator == indicator; });
  };
  return std::any_of(identities.begin(), identities.end(), [&](const Identity& identity) {
    if (identity.relation != Relation::Equal) return false;
    return std::all_of(identity.left.begin(), identity.left.end(), in_row) &&
           std::all_of(identity.right.begin(), identity.right.end(), in_row);
  });
}

bool in_a_sum(const ExpectedRow& row, std::span<const Identity> identities) {
  return std::any_of(identities.begin(), identities.end(), [&](const Identity& identity) {
    return identity.relation == Relation::Equal && identity.standing != Standing::Hint &&
           std::any_of(row.values.begin(), row.values.end(), [&](const Slot* slot) {
             return std::ranges::find(identity.left, slot->indicator) != identity.left.end() ||
                    std::ranges::find(identity.right, slot->indicator) != identity.right.end();
           });
  });
}

bool adds_up_to_nothing(const RowReading& reading) {
  return std::all_of(reading.begin(), reading.end(), [](const SlotReading& slot) {
    return slot.printed != Printed::Number || slot.value == "0";
  });
}

}  // namespace guifan
