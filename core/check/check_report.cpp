// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "check/identity_check.h"
#include "crosswalk/figure_index.h"
#include "guifan/convert.h"
#include "guifan/text.h"

namespace guifan {
namespace {

/// Prose indicators are the cell ids of this template.
constexpr std::string_view kProseTemplate = "standard-2021";

/// Units of things that come whole.
constexpr std::array<std::string_view, 9> kWhole{"件", "条", "次", "人", "人次",
                                                 "个", "项", "篇", "宗"};

class Checks {
 public:
  Checks(const Report& report, const LayoutLibrary& layouts)
      : report_(report), layouts_(layouts), figures_(report) {}

  std::vector<Diagnostic> run() {
    for (const auto& [id, readings] : figures_.layouts()) {
      const bool prose = id == kProse;
      const Layout* layout = layouts_.find(prose ? kProseTemplate : std::string_view(id));
      if (layout == nullptr) continue;
      check_identities(report_, *layout, readings, diagnostics_);
      for (const auto& [indicator, reading] : readings)
        check_figure(*layout, indicator, reading, prose);
    }
    check_text_against_tables();
    return std::move(diagnostics_);
  }

 private:
  std::vector<std::string> cell_list(const Layout& layout, const std::string& indicator) const {
    return layout.is_template ? std::vector<std::string>{indicator} : std::vector<std::string>{};
  }

  const Locator& place_of(const Reading& reading) const {
    return report_.figures[reading.figures.front()].place;
  }

  void check_figure(const Layout& layout, const std::string& indicator, const Reading& reading,
                    bool prose) {
    const Slot* slot = layout.find(indicator);
    if (reading.state == Reading::State::Conflict) {
      diagnostics_.push_back(make_diagnostic(
          "CHK-011",
          {slot != nullptr ? indicator_name(layout, indicator) : indicator, values_of(reading)},
          place_of(reading), cell_list(layout, indicator)));
    }
    if (slot == nullptr || !reading.is_number()) return;
    const std::string unit = prose || !reading.unit.empty() ? reading.unit : slot->unit;
    if (!slot->signed_value && compare_decimals(reading.value, "0") < 0) {
      diagnostics_.push_back(make_diagnostic("CHK-009",
                                             {indicator_name(layout, indicator), reading.value},
                                             place_of(reading), cell_list(layout, indicator)));
    }
    if (std::ranges::find(kWhole, unit) != kWhole.end() &&
        reading.value.find('.') != std::string::npos) {
      diagnostics_.push_back(
          make_diagnostic("CHK-012", {indicator_name(layout, indicator), reading.value + unit},
                          place_of(reading), cell_list(layout, indicator)));
    }
  }

  std::string values_of(const Reading& reading) const {
    std::string values;
    for (const std::size_t figure : reading.figures) {
      if (!values.empty()) values += " / ";
      values += report_.figures[figure].value + report_.figures[figure].unit;
    }
    return values;
  }

  /// The table's figure for a cell: printed in the template, or by an exact crosswalk row with one
  /// source.
  const Reading* tabular(const std::string& cell) const {
    for (const Layout& layout : layouts_.layouts()) {
      if (layout.id == kProseTemplate) {
        const Reading* printed = figures_.find(layout.id, cell);
        if (printed != nullptr && printed->is_number()) return printed;
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
        if (reading != nullptr && reading->is_number()) return reading;
      }
    }
    return nullptr;
  }

  void check_text_against_tables() {
    const auto statements = figures_.layouts().find(kProse);
    const Layout* layout = layouts_.find(kProseTemplate);
    if (statements == figures_.layouts().end() || layout == nullptr) return;
    for (const auto& [indicator, reading] : statements->second) {
      if (!reading.is_number() || layout->find(indicator) == nullptr) continue;
      const Reading* table = tabular(indicator);
      if (table == nullptr || compare_decimals(table->value, reading.value) == 0) continue;
      diagnostics_.push_back(make_diagnostic(
          "CHK-008", {indicator_name(*layout, indicator), reading.value, table->value},
          place_of(reading), {indicator}));
    }
  }

  const Report& report_;
  const LayoutLibrary& layouts_;
  FigureIndex figures_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::vector<Diagnostic> check_report(const Report& report, const LayoutLibrary& layouts) {
  return Checks(report, layouts).run();
}

}  // namespace guifan
