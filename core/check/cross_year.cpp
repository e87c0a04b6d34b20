// SPDX-License-Identifier: Apache-2.0
#include "guifan/cross_year.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "check/identity_check.h"
#include "check/text_against_tables.h"
#include "crosswalk/figure_index.h"
#include "guifan/convert.h"
#include "guifan/text.h"

namespace guifan {
namespace {

/// A figure that grew or shrank to ten times is worth a look, once the greater of the two is so
/// large that chance does not explain it: 3 requests after 30 are no news, 3 after 300 are.
constexpr int kJumpPower = 1;  // of ten
constexpr std::string_view kJumpFloor = "100";

using Values = std::map<std::string, YearReport::Value, std::less<>>;

const Values* values_of(const YearReport& report, std::string_view layout) {
  const auto found = report.values.find(layout);
  return found == report.values.end() ? nullptr : &found->second;
}

/// Adds up `terms`; false where one is unknown.
bool add_up(const Values& values, const std::vector<std::string>& terms, std::string& sum) {
  return std::ranges::all_of(terms, [&](const std::string& term) {
    const auto value = values.find(term);
    if (value == values.end()) return false;
    sum = add_decimals(sum, value->second.value);
    return true;
  });
}

/// "2021.html:83" or "2021.docx:t1 r5 c7", as messages begin.
std::string place_in(const YearReport& report, const Locator& place) {
  constexpr std::string_view kLine = "line ";
  std::string printed = to_string(place);
  if (printed.starts_with(kLine)) printed.erase(0, kLine.size());
  return printed.empty() ? report.name : report.name + ":" + printed;
}

/// Cells that are no part of another cell: totals, and figures that stand alone.
std::vector<std::string> independent_cells(const Layout& layout) {
  std::set<std::string, std::less<>> parts;
  for (const Identity& identity : layout.identities) {
    if (identity.standing == Standing::Definitional)
      parts.insert(identity.right.begin(), identity.right.end());
  }
  std::vector<std::string> cells;
  for (const LayoutTable& table : layout.tables) {
    for (const SlotRow& row : table.rows) {
      for (const Slot& slot : row.slots) {
        if (slot.kind == SlotKind::Value && !slot.signed_value && !parts.contains(slot.indicator))
          cells.push_back(slot.indicator);
      }
    }
  }
  return cells;
}

bool jumps(const std::string& earlier, const std::string& later) {
  const bool grew = compare_decimals(later, earlier) > 0;
  const std::string& greater = grew ? later : earlier;
  const std::string& lesser = grew ? earlier : later;
  if (compare_decimals(greater, kJumpFloor) < 0) return false;
  // After a zero anything is a beginning, not a jump.
  if (compare_decimals(lesser, "0") <= 0) return false;
  return compare_decimals(greater, shift_decimal(lesser, kJumpPower)) >= 0;
}

/// A finding about the later report, and where the figure of the earlier one stands.
struct PairFinding {
  Diagnostic diagnostic;
  Locator earlier_place;
};

class Pair {
 public:
  Pair(const YearReport& earlier, const YearReport& later, const LayoutLibrary& layouts)
      : earlier_(earlier), later_(later), layouts_(layouts) {}

  std::vector<PairFinding> run() {
    for (const Layout& layout : layouts_.layouts()) {
      const Values* before = values_of(earlier_, layout.id);
      const Values* now = values_of(later_, layout.id);
      if (before == nullptr || now == nullptr) continue;
      for (const Identity& identity : layout.year_identities)
        check_identity(layout, identity, *before, *now);
      if (layout.id == kProseTemplate) check_jumps(layout, *before, *now);
    }
    return std::move(found_);
  }

 private:
  void check_identity(const Layout& layout, const Identity& identity, const Values& before,
                      const Values& now) {
    std::string left = "0", right = "0";
    if (!add_up(now, identity.left, left) || !add_up(now, identity.right, right) ||
        !add_up(before, identity.last_year, right))
      return;
    const int order = compare_decimals(left, right);
    if (identity.relation == Relation::Equal ? order == 0 : order <= 0) return;
    std::string name = side_name(layout, identity.left);
    name += identity.relation == Relation::Equal ? "＝" : "≤";
    if (!identity.right.empty()) name += side_name(layout, identity.right) + "＋";
    name += "上一年的" + side_name(layout, identity.last_year);
    std::vector<std::string> cells;
    if (layout.is_template) cells = identity.left;
    const auto& first = now.find(identity.left.front())->second;
    const auto& last = before.find(identity.last_year.front())->second;
    found_.push_back(
        {make_diagnostic(identity.check, {name, left, right, place_in(earlier_, last.place)},
                         first.place, std::move(cells)),
         last.place});
    if (identity.standing == Standing::Hint) found_.back().diagnostic.severity = Severity::Note;
  }

  void check_jumps(const Layout& layout, const Values& before, const Values& now) {
    for (const std::string& cell : independent_cells(layout)) {
      const auto earlier = before.find(cell), later = now.find(cell);
      if (earlier == before.end() || later == now.end()) continue;
      if (!jumps(earlier->second.value, later->second.value)) continue;
      found_.push_back(
          {make_diagnostic("CHK-016",
                           {indicator_name(layout, cell), earlier->second.value,
                            later->second.value, place_in(earlier_, earlier->second.place)},
                           later->second.place, {cell}),
           earlier->second.place});
    }
  }

  const YearReport& earlier_;
  const YearReport& later_;
  const LayoutLibrary& layouts_;
  std::vector<PairFinding> found_;
};

/// "云溪县水务局、青石镇 …": enough of them to see what is meant.
std::string some_names(std::span<const YearReport> reports,
                       const std::vector<std::vector<std::size_t>>& groups) {
  constexpr std::size_t kShown = 3;
  std::string names;
  for (std::size_t i = 0; i < groups.size() && i < kShown; ++i) {
    if (i > 0) names += "、";
    names += reports[groups[i].front()].organisation;
  }
  return groups.size() > kShown ? names + "…" : names;
}

}  // namespace

YearReport year_report(std::string name, const Report& report, const LayoutLibrary& layouts) {
  YearReport summary;
  summary.name = std::move(name);
  summary.organisation = report.identity.organisation.value;
  const std::string& year = report.identity.year.value;
  std::from_chars(year.data(), year.data() + year.size(), summary.year);
  const FigureIndex figures(report);
  for (const Layout& layout : layouts.layouts()) {
    if (layout.id == kProseTemplate || layout.year_identities.empty()) continue;
    const auto readings = figures.layouts().find(layout.id);
    if (readings == figures.layouts().end()) continue;
    Values& values = summary.values[layout.id];
    for (const auto& [indicator, reading] : readings->second) {
      if (reading.is_number())
        values[indicator] = {reading.value, report.figures[reading.figures.front()].place};
    }
  }
  const Layout* target = layouts.find(kProseTemplate);
  if (target == nullptr) return summary;
  Values& values = summary.values[target->id];
  for (StandardCell& cell : cross_walk(report, layouts, *target, {}).cells) {
    // What guifan derived was made to fit; a unit of its own cannot be compared.
    if (!cell.filled || cell.rule == FillRule::Derived || !cell.unit.empty()) continue;
    values[cell.id] = {std::move(cell.value),
                       cell.sources.empty() ? Locator{} : cell.sources.front().place};
  }
  return summary;
}

std::vector<CrossYearFinding> check_across_years(std::span<const YearReport> reports,
                                                 const LayoutLibrary& layouts) {
  std::vector<CrossYearFinding> found;
  if (reports.size() < 2) return found;
  std::vector<std::vector<std::size_t>> groups;  // of one body each
  std::map<std::string, std::size_t> group_of;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (reports[i].organisation.empty() || reports[i].year == 0) {
      found.push_back({i, make_diagnostic("CHK-020", {})});
      continue;
    }
    const auto [group, fresh] = group_of.emplace(body_key(reports[i].organisation), groups.size());
    if (fresh) groups.emplace_back();
    groups[group->second].push_back(i);
  }
  if (groups.size() > 1) {
    found.push_back({groups[1].front(), make_diagnostic("CHK-017", {std::to_string(groups.size()),
                                                                    some_names(reports, groups)})});
  }
  for (auto& members : groups) {
    std::ranges::stable_sort(members, {}, [&](std::size_t i) { return reports[i].year; });
    for (std::size_t k = 1; k < members.size(); ++k) {
      const YearReport& earlier = reports[members[k - 1]];
      const YearReport& later = reports[members[k]];
      const std::string year = std::to_string(earlier.year);
      if (later.year == earlier.year) {
        found.push_back(
            {members[k], make_diagnostic("CHK-019", {year, earlier.name}), members[k - 1]});
      } else if (later.year > earlier.year + 1) {
        found.push_back(
            {members[k], make_diagnostic("CHK-018", {year, earlier.name}), members[k - 1]});
      } else {
        for (PairFinding& each : Pair(earlier, later, layouts).run())
          found.push_back(
              {members[k], std::move(each.diagnostic), members[k - 1], each.earlier_place});
      }
    }
  }
  std::ranges::stable_sort(found, {}, &CrossYearFinding::report);
  return found;
}

}  // namespace guifan
