// SPDX-License-Identifier: Apache-2.0
#include "check/identity_check.h"

#include <algorithm>

#include "check/rounding.h"
#include "guifan/text.h"

namespace guifan {
namespace {

/// More terms than this are not named one by one.
constexpr std::size_t kNamedTerms = 6;

struct Side {
  std::string sum = "0";
  bool complete = true;
  bool may_fall = false;  ///< holds a term that can be negative: no bound without all terms
  std::size_t known = 0;
  Locator place;  ///< of the first known term
  std::vector<std::string> values;
};

Side add_up(const Report& report, const Layout& layout, const LayoutReadings& readings,
            const std::vector<std::string>& terms) {
  Side side;
  for (const std::string& term : terms) {
    const auto reading = readings.find(term);
    const Slot* slot = layout.find(term);
    if (slot != nullptr && slot->signed_value) side.may_fall = true;
    if (reading == readings.end() || !reading->second.is_number()) {
      side.complete = false;
      continue;
    }
    if (compare_decimals(reading->second.value, "0") < 0) side.may_fall = true;
    side.sum = add_decimals(side.sum, reading->second.value);
    side.values.push_back(reading->second.value);
    if (side.known++ == 0) side.place = report.figures[reading->second.figures.front()].place;
  }
  return side;
}

bool broken(const Identity& identity, const Side& left, const Side& right) {
  if (left.known == 0 || right.known == 0) return false;
  const int order = compare_decimals(left.sum, right.sum);
  const bool equal = identity.relation == Relation::Equal;
  if (left.complete && right.complete) return equal ? order != 0 : order > 0;
  // What is missing can only add to its side.
  if (right.complete && !left.may_fall && order > 0) return true;
  return equal && left.complete && !right.may_fall && order < 0;
}

/// Rounding explains the difference; without all terms there is nothing to compare.
bool only_rounded(const Side& left, const Side& right) {
  if (!left.complete || !right.complete) return false;
  std::vector<std::string> terms = left.values;
  terms.insert(terms.end(), right.values.begin(), right.values.end());
  return explained_by_rounding(subtract_decimals(left.sum, right.sum), terms);
}

/// What the names of the parts have in common, up to a whole label: "行政诉讼·…", "1.属于…".
std::string joint_name(const Layout& layout, const JointFigure& joint) {
  std::vector<std::string> shared;
  for (std::size_t i = 0; i < joint.parts.size(); ++i) {
    const Slot* slot = layout.find(joint.parts[i]);
    if (slot == nullptr) return joint.id;
    std::vector<std::string> path = slot->row_labels;
    path.insert(path.end(), slot->column_labels.begin(), slot->column_labels.end());
    if (i == 0) shared = path;
    const auto end = std::ranges::mismatch(shared, path).in1;
    shared.erase(end, shared.end());
  }
  // The outermost labels name the table, the innermost shared one names the figure.
  return shared.empty() ? joint.id : shared.back() + "（合计）";
}

}  // namespace

std::string side_name(const Layout& layout, const std::vector<std::string>& terms) {
  if (terms.size() > kNamedTerms) return "各分项（" + std::to_string(terms.size()) + "）";
  std::string name;
  for (const std::string& term : terms) {
    if (!name.empty()) name += "＋";
    name += indicator_name(layout, term);
  }
  return name;
}

std::string indicator_name(const Layout& layout, std::string_view indicator) {
  const Slot* slot = layout.find(indicator);
  if (slot == nullptr) {
    const auto joint = std::ranges::find(layout.joints, indicator, &JointFigure::id);
    return joint == layout.joints.end() ? std::string(indicator) : joint_name(layout, *joint);
  }
  std::string name = slot->row_labels.empty() ? std::string() : slot->row_labels.back();
  // The column tells cells apart only in the templates; a form's value column is just called 数量.
  if (layout.is_template || name.empty()) {
    // Tables that have all their labels above need the outer ones too:
    // 行政诉讼/复议后起诉/结果维持.
    const std::size_t first =
        name.empty() || slot->column_labels.empty() ? 0 : slot->column_labels.size() - 1;
    for (std::size_t i = first; i < slot->column_labels.size(); ++i) {
      if (!name.empty()) name += "·";
      name += slot->column_labels[i];
    }
  }
  return name;
}

void check_identities(const Report& report, const Layout& layout, const LayoutReadings& readings,
                      std::vector<Diagnostic>& diagnostics) {
  std::vector<Identity> identities = layout.identities;
  for (const JointFigure& joint : layout.joints) {
    if (!readings.contains(joint.id)) continue;
    Identity identity;
    identity.id = joint.id;
    identity.check = "CHK-005";
    identity.left = {joint.id};
    identity.right = joint.parts;
    identities.push_back(std::move(identity));
  }
  for (const Identity& identity : identities) {
    const Side left = add_up(report, layout, readings, identity.left);
    const Side right = add_up(report, layout, readings, identity.right);
    if (!broken(identity, left, right)) continue;
    const std::string relation = identity.relation == Relation::Equal ? "＝" : "≤";
    std::vector<std::string> cells;
    if (layout.is_template) {
      cells = identity.left;
      cells.insert(cells.end(), identity.right.begin(), identity.right.end());
    }
    std::string check = identity.check;
    if (!left.complete || !right.complete) check = "CHK-010";
    if (only_rounded(left, right)) check = "CHK-013";
    diagnostics.push_back(make_diagnostic(
        check,
        {side_name(layout, identity.left) + relation + side_name(layout, identity.right), left.sum,
         right.sum},
        left.place, std::move(cells)));
    // A hint stays a hint, whatever it is called.
    if (identity.standing == Standing::Hint) diagnostics.back().severity = Severity::Note;
  }
}

}  // namespace guifan
