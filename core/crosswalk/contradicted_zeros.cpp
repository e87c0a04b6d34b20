// SPDX-License-Identifier: Apache-2.0
#include "crosswalk/contradicted_zeros.h"

#include <algorithm>
#include <string_view>

#include "guifan/text.h"

namespace guifan {
namespace {

class Above {
 public:
  Above(const Layout& layout, const LayoutReadings& readings) : layout_(layout) {
    for (const auto& [indicator, reading] : readings)
      if (reading.is_number() && compare_decimals(reading.value, "0") > 0)
        positive_.insert(indicator);
    while (rise()) {
    }
  }

  bool contains(std::string_view indicator) const { return positive_.contains(indicator); }

 private:
  /// Hints that compare two figures (answered with received) speak of no parts: what was received
  /// last year is answered this year.
  static bool names_parts(const Identity& identity) {
    return identity.standing != Standing::Hint ||
           (identity.relation == Relation::Equal &&
            identity.left.size() + identity.right.size() > 2);
  }

  /// One pass over all sums; true if a total was found above zero. Each pass but the last finds
  /// one, so this ends.
  bool rise() {
    bool changed = false;
    for (const Identity& identity : layout_.identities) {
      if (!names_parts(identity)) continue;
      if (identity.right.size() == 1)
        changed = total(identity.right.front(), identity.left) || changed;
      if (identity.relation == Relation::Equal && identity.left.size() == 1)
        changed = total(identity.left.front(), identity.right) || changed;
    }
    return changed;
  }

  bool total(const std::string& sum, const std::vector<std::string>& parts) {
    const bool above = std::ranges::any_of(
        parts, [&](const std::string& part) { return positive_.contains(part); });
    return above && positive_.insert(sum).second;
  }

  const Layout& layout_;
  std::set<std::string, std::less<>> positive_;
};

}  // namespace

std::set<std::size_t> contradicted_zeros(const FigureIndex& figures, const LayoutLibrary& layouts) {
  std::set<std::size_t> zeros;
  for (const auto& [id, readings] : figures.layouts()) {
    const Layout* layout = layouts.find(id);
    if (layout == nullptr) continue;
    const Above above(*layout, readings);
    for (const auto& [indicator, reading] : readings)
      if (reading.is_zero() && above.contains(indicator))
        zeros.insert(reading.figures.begin(), reading.figures.end());
  }
  return zeros;
}

}  // namespace guifan
