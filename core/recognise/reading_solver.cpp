// SPDX-License-Identifier: Apache-2.0
#include "recognise/reading_solver.h"

#include <algorithm>
#include <limits>
#include <map>

#include "guifan/limits.h"

namespace guifan {
namespace {

constexpr std::int64_t kUnbounded = std::numeric_limits<std::int64_t>::max() / 64;

struct Interval {
  std::int64_t low = 0, high = 0;
  Interval& operator+=(const Interval& other) {
    low = std::min(low + other.low, kUnbounded);
    high = std::min(high + other.high, kUnbounded);
    return *this;
  }
};

/// A term of an identity: a slot of a row of this table.
struct Term {
  std::size_t row = 0, slot = 0;
};

struct Equation {
  Relation relation = Relation::Equal;
  std::vector<Term> left, right;
};

/// A number stands for itself; anything else may be any count.
Interval interval_of(const SlotReading& slot) {
  if (slot.printed == Printed::Number && slot.countable) return {slot.number, slot.number};
  return {0, kUnbounded};
}

class Search {
 public:
  Search(std::span<const RowReadings> readings, std::vector<Equation> equations)
      : readings_(readings),
        equations_(std::move(equations)),
        domains_(readings.size()),
        equations_of_(readings.size()) {
    for (std::size_t r = 0; r < readings.size(); ++r) {
      domains_[r].resize(readings[r].readings.size());
      for (std::size_t i = 0; i < domains_[r].size(); ++i) domains_[r][i] = i;
    }
    narrow_rows();
    drop_broken();
    for (std::size_t e = 0; e < equations_.size(); ++e)
      for (const auto* side : {&equations_[e].left, &equations_[e].right})
        for (const Term& term : *side)
          if (equations_of_[term.row].empty() || equations_of_[term.row].back() != e)
            equations_of_[term.row].push_back(e);
  }

  /// Domains after propagation, or false where nothing fits.
  bool propagate() {
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t r = 0; r < domains_.size(); ++r) {
        if (domains_[r].size() <= 1) continue;
        const std::size_t before = domains_[r].size();
        std::erase_if(domains_[r], [&](std::size_t i) { return !feasible(r, i); });
        if (domains_[r].empty()) return false;
        changed = changed || domains_[r].size() != before;
      }
      if (++steps_ > limits::reading_search_nodes) {
        limit_ = true;
        return true;
      }
    }
    return consistent();
  }

  /// Walks all solutions and collects, per row, which readings occur in one. Stops early when
  /// everything still open is known to occur. Returns false at the node limit.
  bool explore(std::vector<std::vector<bool>>& occurs) {
    std::size_t open = domains_.size();
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    for (std::size_t r = 0; r < domains_.size(); ++r)
      if (!equations_of_[r].empty() && domains_[r].size() > 1 && domains_[r].size() < fewest) {
        fewest = domains_[r].size();
        open = r;
      }
    if (open == domains_.size()) {
      for (std::size_t r = 0; r < domains_.size(); ++r)
        for (const std::size_t i : domains_[r])
          occurs[r][i] = true;  // more than one: nothing constrains the row
      return true;
    }
    const std::vector<std::vector<std::size_t>> saved = domains_;
    for (const std::size_t choice : saved[open]) {
      if (++nodes_ > limits::reading_search_nodes / 100) return false;
      domains_[open] = {choice};
      if (propagate() && !explore(occurs)) return false;
      domains_ = saved;
      if (limit_) return false;
    }
    return true;
  }

  const std::vector<std::vector<std::size_t>>& domains() const { return domains_; }
  bool limit() const { return limit_; }

 private:
  /// The range of a slot over its row's remaining readings; one reading `only` >= 0 stands for its
  /// row.
  Interval range(const Term& term, std::size_t row, std::size_t only) const {
    const auto& readings = readings_[term.row].readings;
    if (term.row == row) return interval_of(readings[only][term.slot]);
    if (domains_[term.row].empty()) return {0, kUnbounded};
    Interval result{kUnbounded, 0};
    for (const std::size_t i : domains_[term.row]) {
      const Interval one = interval_of(readings[i][term.slot]);
      result.low = std::min(result.low, one.low);
      result.high = std::max(result.high, one.high);
    }
    return result;
  }

  bool holds(const Equation& equation, std::size_t row, std::size_t only) const {
    Interval left{}, right{};
    for (const Term& term : equation.left) left += range(term, row, only);
    for (const Term& term : equation.right) right += range(term, row, only);
    if (equation.relation == Relation::LessEqual) return left.low <= right.high;
    return left.low <= right.high && right.low <= left.high;
  }

  bool feasible(std::size_t row, std::size_t reading) const {
    return std::all_of(equations_of_[row].begin(), equations_of_[row].end(),
                       [&](std::size_t e) { return holds(equations_[e], row, reading); });
  }

  bool consistent() const {
    return std::all_of(equations_.begin(), equations_.end(), [&](const Equation& e) {
      return holds(e, std::numeric_limits<std::size_t>::max(), 0);
    });
  }

  /// A row's own identities come first: they need no other row. A row that no reading satisfies
  /// breaks its identity in print; then the identity says nothing about it.
  void narrow_rows() {
    std::vector<std::vector<std::size_t>> own(domains_.size());
    for (std::size_t e = 0; e < equations_.size(); ++e) {
      const std::size_t row = equations_[e].left.front().row;
      bool single = true;
      for (const auto* side : {&equations_[e].left, &equations_[e].right})
        for (const Term& term : *side) single = single && term.row == row;
      if (single) own[row].push_back(e);
    }
    std::vector<bool> broken(equations_.size(), false);
    for (std::size_t r = 0; r < domains_.size(); ++r) {
      std::vector<std::size_t> kept = domains_[r];
      std::erase_if(kept, [&](std::size_t i) {
        return std::any_of(own[r].begin(), own[r].end(),
                           [&](std::size_t e) { return !holds(equations_[e], r, i); });
      });
      if (!kept.empty()) {
        domains_[r] = std::move(kept);
      } else {
        for (const std::size_t e : own[r]) broken[e] = true;
      }
    }
    std::size_t e = 0;
    std::erase_if(equations_, [&](const Equation&) { return broken[e++]; });
  }

  /// An identity that no choice of readings can satisfy is broken by the report itself: it is
  /// reported elsewhere and must not steer the choice.
  void drop_broken() {
    std::erase_if(equations_, [&](const Equation& equation) {
      return !holds(equation, std::numeric_limits<std::size_t>::max(), 0);
    });
  }

  std::span<const RowReadings> readings_;
  std::vector<Equation> equations_;
  std::vector<std::vector<std::size_t>> domains_;
  std::vector<std::vector<std::size_t>> equations_of_;
  std::size_t steps_ = 0, nodes_ = 0;
  bool limit_ = false;
};

std::vector<Equation> equations_for(std::span<const ExpectedRow> rows,
                                    std::span<const Identity> identities) {
  std::map<std::string_view, Term> terms;
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t s = 0; s < rows[r].values.size(); ++s)
      terms[rows[r].values[s]->indicator] = {r, s};
  std::vector<Equation> equations;
  for (const Identity& identity : identities) {
    if (identity.standing == Standing::Hint) continue;
    Equation equation;
    equation.relation = identity.relation;
    bool complete = true;
    const auto collect = [&](const std::vector<std::string>& names, std::vector<Term>& side) {
      for (const std::string& name : names) {
        const auto found = terms.find(name);
        if (found == terms.end())
          complete = false;
        else
          side.push_back(found->second);
      }
    };
    collect(identity.left, equation.left);
    collect(identity.right, equation.right);
    if (complete && !equation.left.empty()) equations.push_back(std::move(equation));
  }
  return equations;
}

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
                             std::span<const Identity> identities) {
  SolverOutcome outcome;
  std::vector<std::vector<std::size_t>> kept(readings.size());
  for (std::size_t r = 0; r < readings.size(); ++r)
    for (std::size_t i = 0; i < readings[r].readings.size(); ++i) kept[r].push_back(i);

  Search search(readings, equations_for(rows, identities));
  const bool any_open = std::any_of(readings.begin(), readings.end(),
                                    [](const auto& r) { return r.readings.size() > 1; });
  const auto narrowed = search.domains();
  if (any_open && search.propagate()) {
    kept = search.domains();
    std::vector<std::vector<bool>> occurs(readings.size());
    for (std::size_t r = 0; r < readings.size(); ++r)
      occurs[r].resize(readings[r].readings.size(), false);
    if (!search.limit() && search.explore(occurs)) {
      for (std::size_t r = 0; r < readings.size(); ++r)
        std::erase_if(kept[r], [&](std::size_t i) {
          return readings[r].readings.size() > 1 && !occurs[r][i];
        });
    } else {
      outcome.search_limit_reached = true;
    }
  } else if (any_open) {
    kept = narrowed;  // the rows contradict each other: only what each row's own identities allow
                      // counts
  }
  for (std::size_t r = 0; r < readings.size(); ++r) {
    SolvedRow solved;
    for (std::size_t s = 0; s < rows[r].values.size(); ++s)
      solved.slots.push_back(agreed(readings[r], kept[r], s));
    outcome.rows.push_back(std::move(solved));
  }
  return outcome;
}

}  // namespace guifan
