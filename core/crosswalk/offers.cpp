// SPDX-License-Identifier: Apache-2.0
#include "crosswalk/offers.h"

#include <algorithm>
#include <optional>

#include "crosswalk/units.h"
#include "guifan/text.h"

namespace guifan {
namespace {

BlankReason blank_reason(Reading::State state) {
  switch (state) {
    case Reading::State::Number:
      return BlankReason::NotCollected;
    case Reading::State::Blank:
      return BlankReason::Empty;
    case Reading::State::Lost:
      return BlankReason::Lost;
    case Reading::State::Ambiguous:
      return BlankReason::Ambiguous;
    case Reading::State::Conflict:
      return BlankReason::Conflict;
  }
  return BlankReason::Ambiguous;
}

/// All values of a reading that contradicts itself, for the blank's detail.
std::string competing_values(const Report& report, const Reading& reading) {
  std::string values;
  for (const std::size_t index : reading.figures) {
    if (!values.empty()) values += " / ";
    values += report.figures[index].value + report.figures[index].unit;
  }
  return values;
}

/// Offers one reading of one indicator to one cell, or says why the cell stays blank.
void offer(CrosswalkState& state, DraftCell& cell, const Reading& reading, Candidate pattern) {
  if (!reading.is_number()) {
    // Where a table gives the number, statements that contradict one another decide nothing.
    if (reading.state == Reading::State::Conflict && pattern.layout == kProse &&
        !cell.candidates.empty()) {
      return state.mark_unused(reading, Unused::Conflict);
    }
    cell.blank_because(blank_reason(reading.state), reading.state == Reading::State::Conflict
                                                        ? competing_values(state.report, reading)
                                                        : std::string());
    if (reading.state == Reading::State::Ambiguous) state.mark_unused(reading, Unused::Ambiguous);
    if (reading.state != Reading::State::Conflict) return;
    state.mark_unused(reading, Unused::Conflict);
    state.diagnostics.push_back(make_diagnostic(
        "XWK-001", {cell.slot->indicator, competing_values(state.report, reading)},
        state.report.figures[reading.figures.front()].place, {cell.slot->indicator}));
    return;
  }
  auto fitted =
      fit_unit(*cell.slot, reading.value, reading.unit, pattern.rule == FillRule::Printed);
  if (!fitted) {
    cell.blank_because(BlankReason::Ambiguous, reading.value + reading.unit);
    state.mark_unused(reading, Unused::NotDerivable);
    state.diagnostics.push_back(make_diagnostic(
        "XWK-004", {cell.slot->indicator, reading.value + reading.unit},
        state.report.figures[reading.figures.front()].place, {cell.slot->indicator}));
    return;
  }
  pattern.value = std::move(fitted->value);
  pattern.unit = std::move(fitted->unit);
  add_caveat(pattern.caveat, fitted->caveat);
  add_caveat(pattern.caveat, reading.caveat);
  pattern.scope = reading.scope;
  pattern.figures = reading.figures;
  auto& offers = pattern.rule == FillRule::Approximate ? cell.approximate : cell.candidates;
  offers.push_back(std::move(pattern));
}

/// The sources of a crosswalk row taken together.
struct Total {
  std::vector<const Reading*> readings;  ///< those that the report has
  bool complete = false;                 ///< every source is there and is a number
  Reading sum;                           ///< complete: the sum and all its figures
  /// Figures that differ from the year to date: pairs of both.
  std::vector<std::pair<const Reading*, const Reading*>> doubtful_periods;
};

Total add_up(const CrosswalkState& state, const Layout& layout, const CrosswalkRow& row) {
  Total total;
  total.complete = true;
  total.sum.state = Reading::State::Number;
  total.sum.value = "0";
  for (const std::string& source : row.sources) {
    const Reading* reading = state.figures.find(layout.id, source);
    if (reading == nullptr) {
      total.complete = false;
      continue;
    }
    total.readings.push_back(reading);
    const Reading* to_date = state.figures.find(layout.id, source + std::string(kYearToDate));
    if (reading->is_number() && to_date != nullptr && to_date->is_number()) {
      if (compare_decimals(reading->value, to_date->value) != 0) {
        total.doubtful_periods.emplace_back(reading, to_date);
      } else {
        total.sum.figures.insert(total.sum.figures.end(), to_date->figures.begin(),
                                 to_date->figures.end());
      }
    }
    if (!reading->is_number()) {
      total.complete = false;
      continue;
    }
    const bool first = total.readings.size() == 1;
    total.sum.value =
        row.sources.size() == 1 ? reading->value : add_decimals(total.sum.value, reading->value);
    if (first) total.sum.unit = reading->unit;
    // Amounts in different units are not added.
    if (!first && reading->unit != total.sum.unit && !reading->is_zero()) total.complete = false;
    total.sum.scope = first || total.sum.scope == reading->scope ? reading->scope : Scope::Unstated;
    add_caveat(total.sum.caveat, reading->caveat);
    total.sum.figures.insert(total.sum.figures.end(), reading->figures.begin(),
                             reading->figures.end());
  }
  return total;
}

bool identity_holds(const CrosswalkState& state, const Layout& layout, const std::string& id) {
  const auto identity = std::ranges::find(layout.identities, id, &Identity::id);
  if (identity == layout.identities.end()) return false;
  const auto sum = [&](const std::vector<std::string>& terms) -> std::optional<std::string> {
    std::string value = "0";
    for (const std::string& term : terms) {
      const Reading* reading = state.figures.find(layout.id, term);
      if (reading == nullptr || !reading->is_number()) return std::nullopt;
      value = add_decimals(value, reading->value);
    }
    return value;
  };
  const auto left = sum(identity->left), right = sum(identity->right);
  if (!left || !right) return false;
  const int order = compare_decimals(*left, *right);
  return identity->relation == Relation::Equal ? order == 0 : order <= 0;
}

enum class Condition { Holds, Fails, Contradicts };

/// An indicator that is printed without a number (a dash, a lost cell) may be anything: the row
/// does not hold.
Condition check_conditions(const CrosswalkState& state, const Layout& layout,
                           const CrosswalkRow& row, const Reading& sum) {
  for (const std::string& id : row.when_zero_or_absent) {
    const Reading* reading = state.figures.find(layout.id, id);
    if (reading != nullptr && !reading->is_zero()) return Condition::Fails;
  }
  for (const std::string& id : row.when_identities_hold) {
    if (!identity_holds(state, layout, id)) return Condition::Fails;
  }
  for (const std::string& id : row.when_equal_or_absent) {
    const Reading* reading = state.figures.find(layout.id, id);
    if (reading == nullptr) continue;
    if (!reading->is_number()) return Condition::Fails;
    if (compare_decimals(reading->value, sum.value) != 0) return Condition::Contradicts;
  }
  return Condition::Holds;
}

Unused unused_reason(CrosswalkStatus status) {
  switch (status) {
    case CrosswalkStatus::Approximate:
      return Unused::ApproximateOnly;
    case CrosswalkStatus::Forbidden:
      return Unused::Forbidden;
    case CrosswalkStatus::NoCounterpart:
      return Unused::NoCounterpart;
    default:
      return Unused::NotDerivable;
  }
}

/// Two figures that must agree do not: the cell stays blank, and both are said.
void report_contradiction(CrosswalkState& state, const Layout& layout, const CrosswalkRow& row,
                          const Total& total, DraftCell& cell) {
  std::string other;
  for (const std::string& id : row.when_equal_or_absent) {
    const Reading* reading = state.figures.find(layout.id, id);
    if (reading == nullptr || !reading->is_number()) continue;
    other = reading->value;
    state.mark_unused(*reading, Unused::Conflict);
  }
  state.mark_unused(total.sum, Unused::Conflict);
  const std::string detail = total.sum.value + " / " + other;
  const bool said = cell.blank == BlankReason::Conflict;
  cell.blank_because(BlankReason::Conflict, detail);
  if (said) return;
  state.diagnostics.push_back(make_diagnostic(
      "XWK-002", {cell.slot->indicator, total.sum.value, other},
      state.report.figures[total.sum.figures.front()].place, {cell.slot->indicator}));
}

/// The form's period is not the year: its figures fill nothing.
void report_period(CrosswalkState& state, const Total& total, DraftCell& cell) {
  for (const auto& [figure, to_date] : total.doubtful_periods) {
    state.mark_unused(*figure, Unused::Conflict);
    state.mark_unused(*to_date, Unused::Conflict);
    const std::string both = figure->value + " / " + to_date->value;
    const bool said = cell.blank == BlankReason::Conflict;
    cell.blank_because(BlankReason::Conflict, both);
    if (said) continue;
    state.diagnostics.push_back(make_diagnostic(
        "XWK-006", {cell.slot->indicator, figure->value, to_date->value},
        state.report.figures[figure->figures.front()].place, {cell.slot->indicator}));
  }
}

/// A zero that its own parts contradict.
bool contradicted(const CrosswalkState& state, const Reading& reading) {
  return std::ranges::any_of(reading.figures, [&](std::size_t figure) {
    return state.contradicted_zeros.contains(figure);
  });
}

/// The rule by which rows of this status fill cells; nullopt where they only say why a figure has
/// no cell.
std::optional<FillRule> fill_rule(CrosswalkStatus status) {
  switch (status) {
    case CrosswalkStatus::Exact:
    case CrosswalkStatus::ExactFlagged:
      return FillRule::Exact;
    case CrosswalkStatus::Sum:
      return FillRule::Sum;
    case CrosswalkStatus::Zero:
      return FillRule::Zero;
    case CrosswalkStatus::Approximate:
      return FillRule::Approximate;
    case CrosswalkStatus::NoCounterpart:
    case CrosswalkStatus::NotDerivable:
    case CrosswalkStatus::Forbidden:
      return std::nullopt;
  }
  return std::nullopt;
}

Candidate candidate_of(const Layout& layout, const CrosswalkRow& row, FillRule rule) {
  Candidate candidate;
  candidate.rule = rule;
  candidate.flagged = row.status == CrosswalkStatus::ExactFlagged;
  if (candidate.flagged) candidate.caveat = row.reason;
  candidate.reason = row.reason;
  candidate.layout = layout.id;
  candidate.from_template = layout.is_template;
  return candidate;
}

/// Why a row with a firm rule that cannot be added up leaves `cell` blank. An approximate row says
/// nothing: without it the cell would be blank all the same.
void explain_incomplete(CrosswalkState& state, const Total& total, DraftCell& cell) {
  if (!total.doubtful_periods.empty()) return report_period(state, total, cell);
  for (const Reading* reading : total.readings) {
    if (!reading->is_number()) offer(state, cell, *reading, {});
  }
}

void apply_row(CrosswalkState& state, const Layout& layout, const CrosswalkRow& row) {
  const Total total = add_up(state, layout, row);
  if (total.readings.empty()) return;
  for (const Reading* reading : total.readings) {
    if (reading->is_number()) state.mark_unused(*reading, unused_reason(row.status));
  }
  const std::optional<FillRule> rule = fill_rule(row.status);
  if (!rule) return;
  const bool usable = total.complete && total.doubtful_periods.empty();
  const Condition condition =
      usable ? check_conditions(state, layout, row, total.sum) : Condition::Fails;
  for (const std::string& target : row.targets) {
    DraftCell* cell = state.draft.find(target);
    if (cell == nullptr) continue;
    if (!usable) {
      if (rule != FillRule::Approximate) explain_incomplete(state, total, *cell);
      continue;
    }
    if (condition == Condition::Contradicts) report_contradiction(state, layout, row, total, *cell);
    if (condition != Condition::Holds) continue;
    if (rule == FillRule::Zero && (!total.sum.is_zero() || contradicted(state, total.sum)))
      continue;
    if (rule == FillRule::Approximate)
      cell->blank_because(BlankReason::ApproximateOnly, row.reason);
    offer(state, *cell, total.sum, candidate_of(layout, row, *rule));
  }
}

/// A part of the joint figure is above zero.
bool contradicted(CrosswalkState& state, const JointFigure& joint) {
  return std::ranges::any_of(joint.parts, [&](const std::string& part) {
    const DraftCell* cell = state.draft.find(part);
    return cell != nullptr && std::ranges::any_of(cell->candidates, [](const Candidate& candidate) {
             return compare_decimals(candidate.value, "0") > 0;
           });
  });
}

}  // namespace

void offer_printed(CrosswalkState& state) {
  const auto readings = state.figures.layouts().find(state.target.id);
  if (readings == state.figures.layouts().end()) return;
  Candidate pattern;
  pattern.layout = state.target.id;
  pattern.from_template = true;
  for (const auto& [indicator, reading] : readings->second) {
    if (DraftCell* cell = state.draft.find(indicator)) offer(state, *cell, reading, pattern);
  }
}

void offer_by_crosswalk(CrosswalkState& state, const Layout& layout) {
  const auto readings = state.figures.layouts().find(layout.id);
  if (readings == state.figures.layouts().end()) return;
  for (const auto& [indicator, reading] : readings->second) {
    if (indicator.ends_with(kCumulative) || indicator.ends_with(kYearToDate))
      state.mark_unused(reading, Unused::Cumulative);
  }
  for (const CrosswalkRow& row : layout.crosswalk) {
    if (std::ranges::find(row.templates, state.target.id) != row.templates.end())
      apply_row(state, layout, row);
  }
}

void offer_stated(CrosswalkState& state) {
  const auto readings = state.figures.layouts().find(kProse);
  if (readings == state.figures.layouts().end()) return;
  Candidate pattern;
  pattern.layout = kProse;
  for (const auto& [indicator, reading] : readings->second) {
    pattern.rule = FillRule::Stated;
    if (DraftCell* cell = state.draft.find(indicator)) {
      offer(state, *cell, reading, pattern);
      continue;
    }
    const auto joint = std::ranges::find(state.target.joints, indicator, &JointFigure::id);
    if (joint == state.target.joints.end() || !reading.is_number()) continue;
    state.mark_unused(reading, Unused::NotDerivable);
    if (!reading.is_zero()) continue;
    if (contradicted(state, *joint)) {
      state.mark_unused(reading, Unused::Conflict);
      continue;
    }
    pattern.rule = FillRule::Zero;
    for (const std::string& part : joint->parts) {
      if (DraftCell* cell = state.draft.find(part)) offer(state, *cell, reading, pattern);
    }
  }
}

}  // namespace guifan
