// SPDX-License-Identifier: Apache-2.0
#include "check/text_against_tables.h"

#include <algorithm>
#include <array>
#include <optional>

#include "check/identity_check.h"
#include "check/rounding.h"
#include "crosswalk/units.h"
#include "guifan/text.h"
#include "text/measure_words.h"

namespace guifan {
namespace {

class Comparison {
 public:
  Comparison(const FigureIndex& figures, const LayoutLibrary& layouts, const Layout& cells)
      : figures_(figures), layouts_(layouts), cells_(cells) {}

  /// The tables' value for a cell or a joint figure, in the cell's unit.
  std::optional<std::string> tabular(const std::string& indicator) const {
    if (cells_.find(indicator) != nullptr) return cell_value(indicator);
    const auto joint = std::ranges::find(cells_.joints, indicator, &JointFigure::id);
    if (joint == cells_.joints.end()) return std::nullopt;
    std::string sum = "0";
    for (const std::string& part : joint->parts) {
      const auto value = cell_value(part);
      if (!value) return std::nullopt;
      sum = add_decimals(sum, *value);
    }
    return sum;
  }

  /// `reading` in the unit of the cell; nullopt where it cannot be converted.
  std::optional<std::string> in_unit_of(const std::string& cell, const Reading& reading) const {
    const Slot* slot = cells_.find(cell);
    if (slot == nullptr) return reading.value;
    const auto fitted = fit_unit(*slot, reading.value, reading.unit, false);
    if (!fitted) return std::nullopt;
    return fitted->value;
  }

 private:
  /// Printed in the template, or by an exact crosswalk row with one source.
  std::optional<std::string> cell_value(const std::string& cell) const {
    for (const Layout& layout : layouts_.layouts()) {
      if (layout.id == kProseTemplate) {
        const Reading* printed = figures_.find(layout.id, cell);
        if (printed != nullptr && printed->is_number()) return in_unit_of(cell, *printed);
        continue;
      }
      if (!figures_.layouts().contains(layout.id)) continue;
      for (const CrosswalkRow& row : layout.crosswalk) {
        const bool exact =
            row.status == CrosswalkStatus::Exact || row.status == CrosswalkStatus::ExactFlagged;
        if (!exact || row.sources.size() != 1 || row.targets.size() != 1 ||
            row.targets.front() != cell)
          continue;
        if (std::ranges::find(row.templates, kProseTemplate) == row.templates.end()) continue;
        const Reading* reading = figures_.find(layout.id, row.sources.front());
        if (reading != nullptr && reading->is_number()) return in_unit_of(cell, *reading);
      }
    }
    return std::nullopt;
  }

  const FigureIndex& figures_;
  const LayoutLibrary& layouts_;
  const Layout& cells_;
};

/// A rounded amount: the text says 25万元, the table 25.1. Counts are never rounded.
bool only_rounded(const std::string& stated, const std::string& table, const std::string& unit) {
  if (!is_money(unit)) return false;
  const std::size_t digits = std::min(fraction_digits(stated), fraction_digits(table));
  const std::string difference = subtract_decimals(stated, table);
  if (digits > 0) return explained_by_rounding(difference, std::array{stated, table});
  // One of them is whole: half a unit.
  const std::string twice = add_decimals(difference, difference);
  return compare_decimals(twice, "1") <= 0 && compare_decimals(twice, "-1") >= 0;
}

}  // namespace

void check_text_against_tables(const Report& report, const FigureIndex& figures,
                               const LayoutLibrary& layouts, std::vector<Diagnostic>& diagnostics) {
  const auto statements = figures.layouts().find(kProse);
  const Layout* layout = layouts.find(kProseTemplate);
  if (statements == figures.layouts().end() || layout == nullptr) return;
  const Comparison comparison(figures, layouts, *layout);
  for (const auto& [indicator, reading] : statements->second) {
    if (!reading.is_number()) continue;
    const auto table = comparison.tabular(indicator);
    const auto stated = comparison.in_unit_of(indicator, reading);
    if (!table || !stated || compare_decimals(*table, *stated) == 0) continue;
    const Slot* slot = layout->find(indicator);
    const bool rounded = slot != nullptr && only_rounded(*stated, *table, slot->unit);
    std::vector<std::string> cells;
    if (slot != nullptr) cells.push_back(indicator);
    diagnostics.push_back(make_diagnostic(
        rounded ? "CHK-013" : "CHK-008", {indicator_name(*layout, indicator), *stated, *table},
        report.figures[reading.figures.front()].place, std::move(cells)));
  }
}

}  // namespace guifan
