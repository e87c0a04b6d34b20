// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "check/identity_check.h"
#include "check/text_against_tables.h"
#include "crosswalk/figure_index.h"
#include "guifan/convert.h"
#include "guifan/text.h"
#include "text/measure_words.h"

namespace guifan {
namespace {

class Checks {
 public:
  Checks(const Report& report, const LayoutLibrary& layouts)
      : report_(report), layouts_(layouts), figures_(report) {}

  std::vector<Diagnostic> run() {
    // Tables first: where the text repeats what they say, its place says less.
    for (const bool prose : {false, true}) {
      for (const auto& [id, readings] : figures_.layouts()) {
        if ((id == kProse) != prose) continue;
        const Layout* layout = layouts_.find(prose ? kProseTemplate : std::string_view(id));
        if (layout == nullptr) continue;
        check_identities(report_, *layout, readings, diagnostics_);
        for (const auto& [indicator, reading] : readings)
          check_figure(*layout, indicator, reading, prose);
      }
    }
    check_text_against_tables(report_, figures_, layouts_, diagnostics_);
    drop_repeated();
    return std::move(diagnostics_);
  }

 private:
  std::vector<std::string> cell_list(const Layout& layout, const std::string& indicator) const {
    const bool cell = layout.is_template && layout.find(indicator) != nullptr;
    return cell ? std::vector<std::string>{indicator} : std::vector<std::string>{};
  }

  const Locator& place_of(const Reading& reading) const {
    return report_.figures[reading.figures.front()].place;
  }

  void check_figure(const Layout& layout, const std::string& indicator, const Reading& reading,
                    bool prose) {
    const Slot* slot = layout.find(indicator);
    // A figure in words that no cell and no joint figure asks for may stand there for anything:
    // 公开1853条, 其中…1251条.
    const bool joint =
        std::ranges::find(layout.joints, indicator, &JointFigure::id) != layout.joints.end();
    if (slot == nullptr && !joint) return;
    if (reading.state == Reading::State::Conflict) {
      diagnostics_.push_back(
          make_diagnostic("CHK-011", {indicator_name(layout, indicator), values_of(reading)},
                          place_of(reading), cell_list(layout, indicator)));
    }
    if (slot == nullptr || !reading.is_number()) return;
    const std::string unit = prose || !reading.unit.empty() ? reading.unit : slot->unit;
    if (!slot->signed_value && compare_decimals(reading.value, "0") < 0) {
      diagnostics_.push_back(make_diagnostic("CHK-009",
                                             {indicator_name(layout, indicator), reading.value},
                                             place_of(reading), cell_list(layout, indicator)));
    }
    if (has_role(unit, MeasureRole::Whole) && reading.value.find('.') != std::string::npos) {
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

  /// Text and table that break the same sum with the same figures say it once.
  void drop_repeated() {
    std::set<std::pair<std::string, std::vector<std::string>>> said;
    std::erase_if(diagnostics_, [&](const Diagnostic& diagnostic) {
      return !said.emplace(diagnostic.id, diagnostic.arguments).second;
    });
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
