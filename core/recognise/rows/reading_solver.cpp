// SPDX-License-Identifier: Apache-2.0
#include "recognise/rows/reading_solver.h"

#include <algorithm>
#include <utility>

#include "recognise/rows/equations.h"
#include "recognise/rows/reading_search.h"

namespace guifan {
namespace {

/// What all readings that are left say of a slot.
SolvedSlot agreed(const RowReadings& row, const std::vector<std::size_t>& kept, std::size_t slot) {
  SolvedSlot solved;
  solved.chosen_by_identities = row.readings.size() > 1;
  if (kept.empty()) {
    solved.reading.printed = Printed::Ambiguous;
    return solved;
  }
  solved.reading = row.readings[kept.front()][slot];
  for (const std::size_t i : kept)
    if (!(row.readings[i][slot] == solved.reading)) {
      solved.reading = SlotReading{};
      solved.reading.printed = Printed::Ambiguous;
      break;
    }
  return solved;
}

}  // namespace

SolverOutcome solve_readings(std::span<const ExpectedRow> rows,
                             std::span<const RowReadings> readings,
                             std::span<const Identity> identities, bool trust_borders) {
  SolverOutcome outcome;
  ReadingSearch search(readings, equations_for(rows, identities), trust_borders);
  if (!search.propagate()) search.give_up();
  Domains kept = search.domains();
  const bool any_open =
      std::any_of(kept.begin(), kept.end(), [](const auto& k) { return k.size() > 1; });
  if (any_open) {
    std::vector<std::vector<bool>> occurs(readings.size());
    for (std::size_t r = 0; r < readings.size(); ++r)
      occurs[r].resize(readings[r].readings.size(), false);
    if (!search.limit() && search.explore(occurs)) {
      for (std::size_t r = 0; r < readings.size(); ++r)
        if (kept[r].size() > 1)
          std::erase_if(kept[r], [&](std::size_t i) { return !occurs[r][i]; });
    } else {
      outcome.search_limit_reached = true;
    }
  }
  search.open_unconfirmed(kept);
  search.reopen_bounded(kept);
  for (std::size_t r = 0; r < readings.size(); ++r) {
    SolvedRow solved;
    for (std::size_t s = 0; s < rows[r].values.size(); ++s)
      solved.slots.push_back(agreed(readings[r], kept[r], s));
    outcome.rows.push_back(std::move(solved));
  }
  return outcome;
}

}  // namespace guifan
