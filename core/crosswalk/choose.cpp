// SPDX-License-Identifier: Apache-2.0
#include "crosswalk/choose.h"

#include <algorithm>
#include <set>

#include "guifan/text.h"

namespace guifan {
namespace {

bool agree(const Candidate& left, const Candidate& right) {
  return compare_decimals(left.value, right.value) == 0 && left.unit == right.unit;
}

bool stated(const Candidate& candidate) {
  return candidate.layout == kProse;
}

std::string_view table_of(std::string_view cell_id) {
  return cell_id.substr(0, cell_id.find('.'));
}

void mark(CrosswalkState& state, const Candidate& candidate, Unused reason) {
  Reading reading;
  reading.figures = candidate.figures;
  state.mark_unused(reading, reason);
}

/// Does a statement that disagrees with `table` speak of the same thing as far as the words go?
bool table_decides(const Candidate& table, const Candidate& statement) {
  return table.from_template || statement.scope == Scope::Unstated ||
         statement.scope == table.scope;
}

void conflict(CrosswalkState& state, DraftCell& cell, const std::vector<Candidate>& candidates) {
  std::string values;
  for (const Candidate& candidate : candidates) {
    if (!values.empty()) values += " / ";
    values += candidate.value + candidate.unit;
    mark(state, candidate, Unused::Conflict);
  }
  cell.blank_because(BlankReason::Conflict, values);
  state.diagnostics.push_back(make_diagnostic(
      "XWK-001", {cell.slot->indicator, values},
      state.report.figures[candidates.front().figures.front()].place, {cell.slot->indicator}));
}

/// The winner among candidates that agree: the plainest rule, with the figures and caveats of all.
Candidate merge(const std::vector<Candidate>& candidates) {
  Candidate winner = *std::ranges::min_element(candidates, {}, &Candidate::rule);
  std::set<std::size_t> figures(winner.figures.begin(), winner.figures.end());
  for (const Candidate& candidate : candidates) {
    for (const std::size_t figure : candidate.figures) {
      if (figures.insert(figure).second) winner.figures.push_back(figure);
    }
  }
  return winner;
}

void choose(CrosswalkState& state, DraftCell& cell) {
  std::vector<Candidate> tables, statements;
  for (const Candidate& candidate : cell.candidates)
    (stated(candidate) ? statements : tables).push_back(candidate);
  const std::vector<Candidate>& base = tables.empty() ? statements : tables;
  if (base.empty()) return;
  if (cell.blank == BlankReason::Conflict) {
    for (const Candidate& candidate : cell.candidates) mark(state, candidate, Unused::Conflict);
    return;
  }
  if (!std::ranges::all_of(base,
                           [&](const Candidate& other) { return agree(base.front(), other); })) {
    return conflict(state, cell, cell.candidates);
  }
  std::vector<Candidate> agreeing = base;
  if (!tables.empty()) {
    for (const Candidate& statement : statements) {
      if (compare_decimals(statement.value, base.front().value) == 0) {
        agreeing.push_back(statement);
      } else if (statement.caveat.find(kLowConfidence) != std::string::npos ||
                 table_decides(base.front(), statement)) {
        mark(state, statement, Unused::Conflict);
      } else {
        return conflict(state, cell, cell.candidates);
      }
    }
  }
  cell.fill(merge(agreeing));
}

}  // namespace

void drop_contradicted_hesitations(CrosswalkState& state) {
  std::set<std::string_view> lively;
  for (const DraftCell& cell : state.draft.cells()) {
    for (const Candidate& candidate : cell.candidates) {
      if (compare_decimals(candidate.value, "0") > 0) lively.insert(table_of(cell.slot->indicator));
    }
  }
  for (DraftCell& cell : state.draft.cells()) {
    if (!lively.contains(table_of(cell.slot->indicator))) continue;
    std::erase_if(cell.candidates, [&](const Candidate& candidate) {
      const bool hesitant =
          stated(candidate) && candidate.caveat.find(kLowConfidence) != std::string::npos;
      if (hesitant) mark(state, candidate, Unused::Conflict);
      return hesitant;
    });
  }
}

void choose_values(CrosswalkState& state) {
  for (DraftCell& cell : state.draft.cells()) choose(state, cell);
}

void choose_approximate_values(CrosswalkState& state) {
  for (DraftCell& cell : state.draft.cells()) {
    if (cell.filled || cell.approximate.empty() || cell.blank != BlankReason::ApproximateOnly)
      continue;
    const Candidate& first = cell.approximate.front();
    if (std::ranges::all_of(cell.approximate,
                            [&](const Candidate& other) { return agree(first, other); })) {
      cell.fill(merge(cell.approximate));
    } else {
      conflict(state, cell, cell.approximate);
    }
  }
}

}  // namespace guifan
