// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "crosswalk/arithmetic.h"
#include "crosswalk/choose.h"
#include "crosswalk/contradicted_zeros.h"
#include "crosswalk/draft.h"
#include "crosswalk/offers.h"
#include "crosswalk/residue.h"
#include "guifan/convert.h"

namespace guifan {
namespace {

/// A cell of a table that the source prints in this very template, and of which there is no trace,
/// was lost on the way. So may any figure have been where text is garbled and no form is known that
/// would say what was asked.
void mark_lost_cells(CrosswalkState& state) {
  const bool unreadable = state.report.layouts.empty() &&
                          std::ranges::any_of(state.report.diagnostics, [](const Diagnostic& each) {
                            return each.id == "REC-005";
                          });
  std::set<std::string> printed;
  for (const DraftCell& cell : state.draft.cells()) {
    if (state.figures.find(state.target.id, cell.slot->indicator) != nullptr)
      printed.insert(cell.table);
  }
  for (DraftCell& cell : state.draft.cells()) {
    if (cell.filled || cell.blank != BlankReason::NotCollected) continue;
    if (unreadable || printed.contains(cell.table)) {
      cell.blank_because(BlankReason::Lost);
    }
  }
}

StandardCell finish(const DraftCell& draft, const Report& report) {
  StandardCell cell;
  cell.id = draft.slot->indicator;
  cell.filled = draft.filled;
  cell.blank = draft.blank;
  if (!draft.filled) {
    cell.blank_detail = draft.blank_detail;
    return cell;
  }
  const Candidate& value = draft.value;
  cell.value = value.value;
  cell.unit = value.unit;
  cell.rule = value.rule;
  cell.caveat = value.caveat;
  cell.crosswalk_reason = value.reason;
  for (const std::size_t index : value.figures) {
    const Figure& figure = report.figures[index];
    cell.sources.push_back({figure.quote, figure.place, index});
  }
  return cell;
}

}  // namespace

StandardReport cross_walk(const Report& report, const LayoutLibrary& layouts, const Layout& target,
                          const ConversionOptions& options) {
  const FigureIndex figures(report);
  CrosswalkState state{
      report, target, figures, Draft(target), {}, {}, contradicted_zeros(figures, layouts)};
  offer_printed(state);
  for (const Layout& layout : layouts.layouts()) {
    if (layout.id != target.id) offer_by_crosswalk(state, layout);
  }
  offer_stated(state);
  drop_contradicted_hesitations(state);
  choose_values(state);
  force_by_identities(state);
  if (options.approximate) {
    choose_approximate_values(state);
    force_by_identities(state);
  }
  mark_lost_cells(state);

  StandardReport standard;
  standard.template_id = target.id;
  for (const DraftCell& cell : state.draft.cells()) standard.cells.push_back(finish(cell, report));
  standard.residue = collect_residue(state, layouts);
  standard.diagnostics = std::move(state.diagnostics);
  return standard;
}

Result<const Layout*> choose_template(const Report& report, const LayoutLibrary& layouts,
                                      const ConversionOptions& options) {
  const auto find_template = [&](std::string_view id) -> const Layout* {
    const Layout* layout = layouts.find(id);
    return layout != nullptr && layout->is_template ? layout : nullptr;
  };
  std::string id = options.template_id;
  if (id == "same") {
    id = "standard-2021";
    std::vector<std::string> printed{report.identity.layout.value};
    printed.insert(printed.end(), report.layouts.begin(), report.layouts.end());
    const auto standard = std::ranges::find_if(
        printed, [&](const auto& name) { return find_template(name) != nullptr; });
    if (standard != printed.end()) id = *standard;
  }
  if (const Layout* layout = find_template(id)) return layout;
  Error error;
  error.kind = ErrorKind::Usage;
  error.id = "XWK-005";
  error.message = id;
  return error;
}

}  // namespace guifan
