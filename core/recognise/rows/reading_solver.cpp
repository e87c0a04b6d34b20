// SPDX-License-Identifier: Apache-2.0
#include "recognise/rows/reading_solver.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

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

/// Of so many ways to cut a row's digits one may add up by chance, and the right one may be broken
/// in print: then a sum over rows must hold too.
constexpr std::size_t kProvenByOwnSum = 600;

/// So many rows without borders that no reading fits say that the table is of another form.
constexpr std::size_t kAnotherForm = 2;

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
  Search(std::span<const RowReadings> readings, std::vector<Equation> equations, bool trust_borders)
      : readings_(readings),
        equations_(std::move(equations)),
        domains_(readings.size()),
        equations_of_(readings.size()) {
    for (std::size_t r = 0; r < readings.size(); ++r) {
      domains_[r].resize(readings[r].readings.size());
      for (std::size_t i = 0; i < domains_[r].size(); ++i) domains_[r][i] = i;
    }
    const std::vector<bool> verified = rows_that_add_up();
    const std::vector<bool> has_sum = rows_with_sums();
    drop_broken(trust_borders, verified);
    narrow_rows(trust_borders);
    clear_borderless_of_another_form(has_sum, verified);
    clear_contradictions();
    by_own_sums_ = domains_;
    for (std::size_t e = 0; e < equations_.size(); ++e)
      for_each_term(equations_[e], [&](const Term& term) {
        if (equations_of_[term.row].empty() || equations_of_[term.row].back() != e)
          equations_of_[term.row].push_back(e);
      });
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

  /// Nothing fits together: every row that had a choice stays open.
  void give_up() {
    for (std::size_t r = 0; r < domains_.size(); ++r)
      if (has_choice(r)) domains_[r].clear();
  }

  /// A row that lost something chose by its own sum; where the report breaks that sum the choice is
  /// wrong. So every sum over rows that the choice touches must be complete and hold. Rows that
  /// nothing confirms stay open.
  void open_unconfirmed(std::vector<std::vector<std::size_t>>& kept) const {
    std::vector<std::size_t> unconfirmed;
    for (std::size_t r = 0; r < kept.size(); ++r)
      if ((readings_[r].lossy || readings_[r].readings.size() > kProvenByOwnSum) &&
          !kept[r].empty() && !confirmed(r, kept))
        unconfirmed.push_back(r);
    for (const std::size_t r : unconfirmed) kept[r].clear();
  }

  /// A sum with a term that nobody could read is no more than a bound, and one broken in print
  /// would lead past the right reading. A choice that only such sums made is taken back.
  void reopen_bounded(std::vector<std::vector<std::size_t>>& kept) const {
    std::vector<std::size_t> bounded;
    for (std::size_t r = 0; r < kept.size(); ++r)
      if (!kept[r].empty() && kept[r].size() < by_own_sums_[r].size() && !in_a_known_sum(r, kept))
        bounded.push_back(r);
    for (const std::size_t r : bounded) kept[r] = by_own_sums_[r];
  }

  const std::vector<std::vector<std::size_t>>& domains() const { return domains_; }
  bool limit() const { return limit_; }

 private:
  bool confirmed(std::size_t row, const std::vector<std::vector<std::size_t>>& kept) const {
    bool any = false;
    for (const std::size_t e : equations_of_[row]) {
      if (only_row(equations_[e])) continue;
      std::size_t unknown = 0;
      for_each_term(equations_[e], [&](const Term& term) {
        if (kept[term.row].size() != 1)
          ++unknown;
        else if (!readings_[term.row].readings[kept[term.row].front()][term.slot].countable)
          ++unknown;
      });
      const bool own_loss =
          kept[row].size() == 1 && unknown == 1 && lost_in(equations_[e], row, kept[row].front());
      if (unknown > 0 && !own_loss) return false;
      any = any || unknown == 0;
    }
    return any;
  }

  /// All terms of a sum that the row stands in were read, as one number each.
  bool in_a_known_sum(std::size_t row, const std::vector<std::vector<std::size_t>>& kept) const {
    return std::ranges::any_of(equations_of_[row], [&](std::size_t e) {
      bool known = equations_[e].relation == Relation::Equal;
      for_each_term(equations_[e], [&](const Term& term) {
        known = known && kept[term.row].size() == 1 &&
                readings_[term.row].readings[kept[term.row].front()][term.slot].countable;
      });
      return known;
    });
  }

  bool lost_in(const Equation& equation, std::size_t row, std::size_t reading) const {
    bool lost = false;
    for_each_term(equation, [&](const Term& term) {
      lost = lost || (term.row == row &&
                      readings_[row].readings[reading][term.slot].printed == Printed::Lost);
    });
    return lost;
  }

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

  template <typename Visit>
  static void for_each_term(const Equation& equation, Visit visit) {
    for (const auto* side : {&equation.left, &equation.right})
      for (const Term& term : *side) visit(term);
  }

  /// Of the row's digits, not only its readings: one that alone adds up was chosen too.
  bool has_choice(std::size_t row) const {
    return readings_[row].readings.size() > 1 || !readings_[row].fixed_by_boundaries;
  }

  /// The row whose terms make up the whole equation, or nothing.
  static std::optional<std::size_t> only_row(const Equation& equation) {
    const std::size_t row = equation.left.front().row;
    bool only = true;
    for_each_term(equation, [&](const Term& term) { only = only && term.row == row; });
    return only ? std::optional(row) : std::nullopt;
  }

  /// No choice of readings can satisfy the equation. Exact where at most one row is open.
  bool impossible(const Equation& equation) const {
    std::size_t open = domains_.size(), rows = 0;
    for_each_term(equation, [&](const Term& term) {
      if (domains_[term.row].size() == 1 || term.row == open) return;
      open = term.row;
      ++rows;
    });
    if (rows != 1 || domains_[open].empty()) return !holds(equation, domains_.size(), 0);
    return std::none_of(domains_[open].begin(), domains_[open].end(),
                        [&](std::size_t i) { return holds(equation, open, i); });
  }

  /// Rows with a sum of their own.
  std::vector<bool> rows_with_sums() const {
    std::vector<bool> with_sum(domains_.size(), false);
    for (const Equation& equation : equations_)
      if (const auto row = only_row(equation); row && equation.relation == Relation::Equal)
        with_sum[*row] = true;
    return with_sum;
  }

  /// Rows with one reading that satisfies a sum of their own.
  std::vector<bool> rows_that_add_up() const {
    std::vector<bool> verified(domains_.size(), false);
    for (const Equation& equation : equations_)
      if (const auto row = only_row(equation); row && !has_choice(*row) && !domains_[*row].empty())
        verified[*row] = holds(equation, *row, 0);
    return verified;
  }

  /// A sum over several rows that no choice can satisfy is broken by the report itself: it is
  /// reported elsewhere and must not steer the choice. Among damaged lines it may as well be a
  /// figure in the wrong row: then only rows that satisfy a sum of their own stand.
  void drop_broken(bool trust_borders, const std::vector<bool>& verified) {
    std::vector<std::size_t> doubtful;
    std::erase_if(equations_, [&](const Equation& equation) {
      if (only_row(equation) || !impossible(equation)) return false;
      if (!trust_borders)
        for_each_term(equation, [&](const Term& term) {
          if (!verified[term.row] && !has_choice(term.row)) doubtful.push_back(term.row);
        });
      return true;
    });
    for (const std::size_t row : doubtful) domains_[row].clear();
  }

  /// A row's own identities come first: they need no other row. Where borders alone fix a row, a
  /// broken sum is the report's, as long as the borders can be trusted; otherwise the row is open.
  void narrow_rows(bool trust_borders) {
    std::erase_if(equations_, [&](const Equation& equation) {
      const std::optional<std::size_t> row = only_row(equation);
      if (!row) return false;
      std::vector<std::size_t>& domain = domains_[*row];
      if (domain.size() == 1 && !has_choice(*row) && trust_borders) return true;
      std::erase_if(domain, [&](std::size_t i) { return !holds(equation, *row, i); });
      return true;
    });
  }

  /// One row's sum may be broken in print. Where the digits of several rows cannot be cut so that
  /// they add up, the columns are not the form's, and a row that does add up does so by chance.
  /// A row that needed no choice, and adds up, stands.
  void clear_borderless_of_another_form(const std::vector<bool>& has_sum,
                                        const std::vector<bool>& verified) {
    const auto borderless = [&](std::size_t r) { return readings_[r].borderless; };
    std::size_t impossible_rows = 0;
    for (std::size_t r = 0; r < domains_.size(); ++r)
      if (borderless(r) && has_sum[r] && domains_[r].empty() && !readings_[r].too_many)
        ++impossible_rows;
    if (impossible_rows < kAnotherForm) return;
    for (std::size_t r = 0; r < domains_.size(); ++r)
      if (borderless(r) && !verified[r]) domains_[r].clear();
  }

  /// Rows that chose by their own sums and now break a sum over rows that was possible before did
  /// not choose well: one of the two sums is broken in print, and nobody knows which. All broken
  /// sums are found before any row is opened: an open row hides that the next sum is broken too.
  void clear_contradictions() {
    for (bool changed = true; changed;) {
      std::vector<std::size_t> doubtful;
      changed = std::erase_if(equations_, [&](const Equation& equation) {
                  if (!impossible(equation)) return false;
                  for_each_term(equation, [&](const Term& term) {
                    if (has_choice(term.row)) doubtful.push_back(term.row);
                  });
                  return true;
                }) > 0;
      for (const std::size_t row : doubtful) domains_[row].clear();
    }
  }

  std::span<const RowReadings> readings_;
  std::vector<Equation> equations_;
  std::vector<std::vector<std::size_t>> domains_;
  std::vector<std::vector<std::size_t>> by_own_sums_;  ///< domains before sums over rows chose
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
                             std::span<const Identity> identities, bool trust_borders) {
  SolverOutcome outcome;
  std::vector<std::vector<std::size_t>> kept;

  Search search(readings, equations_for(rows, identities), trust_borders);
  if (!search.propagate()) search.give_up();
  kept = search.domains();
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
