// SPDX-License-Identifier: Apache-2.0
#include "model.h"

#include <algorithm>
#include <array>

namespace guifan::generator {
namespace {

constexpr std::array<std::string_view, 8> kPlaces = {"松阳", "澄江", "白塔", "柳河",
                                                     "云溪", "东湖", "铜山", "长岭"};
constexpr std::array<std::string_view, 6> kBodies = {
    "县人民政府", "市人民政府", "区财政局", "镇人民政府", "县教育局", "市人民政府办公室"};

/// Most figures of most reports are 0; some are large.
std::int64_t count(Dice& dice) {
  if (dice.chance(55)) return 0;
  if (dice.chance(80)) return static_cast<std::int64_t>(1 + dice.below(9));
  if (dice.chance(70)) return static_cast<std::int64_t>(10 + dice.below(190));
  return static_cast<std::int64_t>(200 + dice.below(40000));
}

/// Identities with one left term are "total = sum of parts": parts first, then their total. Sorted
/// so that a total that is itself a part comes before the total above it.
void settle_totals(Model& model, bool hints_hold) {
  // The depth of nesting of sums is small; a few passes settle them all.
  for (int pass = 0; pass < 6; ++pass)
    for (const Identity& identity : model.layout->identities) {
      const bool sum_of_parts = identity.relation == Relation::Equal && identity.right.size() > 1;
      if (identity.standing == guifan::Standing::Hint && !(hints_hold && sum_of_parts)) continue;
      if (identity.relation == Relation::Equal && identity.left.size() == 1) {
        std::int64_t sum = 0;
        for (const std::string& part : identity.right) sum += model.figures[part];
        model.figures[identity.left.front()] = sum;
      }
      if (identity.relation == Relation::LessEqual && identity.left.size() == 1 &&
          identity.right.size() == 1) {
        std::int64_t& part = model.figures[identity.left.front()];
        part = std::min(part, model.figures[identity.right.front()]);
      }
    }
}

constexpr std::array<std::string_view, 6> kApplicants = {"natural", "business",      "research",
                                                         "welfare", "legal_service", "other_org"};

/// new + carried_in = total + carried_out in each column.
void settle_balance(Dice& dice, Model& model, bool hints_hold) {
  if (!model.layout->find("requests.new.natural")) return;
  for (const std::string_view column : kApplicants) {
    const std::string c(column);
    const std::int64_t sum =
        model.figures["requests.total." + c] + model.figures["requests.carried_out." + c];
    const std::int64_t before =
        dice.chance(70) ? 0
                        : static_cast<std::int64_t>(dice.below(static_cast<std::size_t>(sum) + 1));
    model.figures["requests.carried_in." + c] = before;
    model.figures["requests.new." + c] = sum - before;
  }
  settle_totals(model, hints_hold);
}

/// 历年累计 is at least the year's figure; 本年累计 of a form of the whole year is the year's
/// figure.
void settle_running_totals(Dice& dice, Model& model) {
  for (auto& [indicator, value] : model.figures) {
    for (const std::string_view suffix : {".cumulative", ".year_to_date"}) {
      if (!indicator.ends_with(suffix)) continue;
      const std::int64_t year =
          model.figures.at(indicator.substr(0, indicator.size() - suffix.size()));
      value = year + (suffix == ".cumulative" ? count(dice) : 0);
    }
  }
}

}  // namespace

Model make_model(Dice& dice, const Layout* layout, unsigned broken_percent) {
  Model model;
  model.layout = layout;
  model.organisation = std::string(kPlaces[dice.below(kPlaces.size())]) +
                       std::string(kBodies[dice.below(kBodies.size())]);
  model.year = 2008 + static_cast<int>(dice.below(16));
  if (layout == nullptr) return model;
  const bool nothing_happened = dice.chance(20), hints_hold = dice.chance(80);
  for (const LayoutTable& table : layout->tables)
    for (const SlotRow& row : table.rows)
      for (const Slot& slot : row.slots) {
        if (slot.kind != SlotKind::Value) continue;
        std::int64_t value = nothing_happened ? 0 : count(dice);
        if (slot.signed_value && dice.chance(30)) value = -value;
        model.figures[slot.indicator] = value;
      }
  settle_totals(model, hints_hold);
  settle_balance(dice, model, hints_hold);
  settle_running_totals(dice, model);
  settle_totals(model, hints_hold);
  if (dice.chance(broken_percent) && !model.figures.empty()) {
    auto victim = model.figures.begin();
    std::advance(victim, static_cast<std::ptrdiff_t>(dice.below(model.figures.size())));
    victim->second += 1;
    if (victim->first.ends_with(".year_to_date")) victim->second -= 1;
    const auto running = model.figures.find(victim->first + ".year_to_date");
    if (running != model.figures.end())
      running->second += 1;  // a form of another period is no broken sum
  }
  return model;
}

}  // namespace guifan::generator
