// SPDX-License-Identifier: Apache-2.0
#include "recognise/rows/reading_search.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "guifan/limits.h"

namespace guifan {
namespace {

constexpr std::int64_t kUnbounded = std::numeric_limits<std::int64_t>::max() / 64;

/// Of so many ways to cut a row's digits one may add up by chance, and the right one may be broken
/// in print: then a sum over rows must hold too.
constexpr std::size_t kProvenByOwnSum = 600;

/// So many rows without borders that no reading fits say that the table is of another form.
constexpr std::size_t kAnotherForm = 2;

}  // namespace

/// What a slot may hold.
struct ReadingSearch::Interval {
  std::int64_t low = 0, high = 0;
  Interval& operator+=(const Interval& other) {
    low = std::min(low + other.low, kUnbounded);
    high = std::min(high + other.high, kUnbounded);
    return *this;
  }
  /// A number stands for itself; anything else may be any count.
  static Interval of(const SlotReading& slot) {
    if (slot.printed == Printed::Number && slot.countable) return {slot.number, slot.number};
    return {0, kUnbounded};
  }
};

ReadingSearch::ReadingSearch(std::span<const RowReadings> readings, std::vector<Equation> equations,
                             bool trust_borders)
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

bool ReadingSearch::propagate() {
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

bool ReadingSearch::explore(std::vector<std::vector<bool>>& occurs) {
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
  const Domains saved = domains_;
  for (const std::size_t choice : saved[open]) {
    if (++nodes_ > limits::reading_search_nodes / 100) return false;
    domains_[open] = {choice};
    if (propagate() && !explore(occurs)) return false;
    domains_ = saved;
    if (limit_) return false;
  }
  return true;
}

void ReadingSearch::give_up() {
  for (std::size_t r = 0; r < domains_.size(); ++r)
    if (has_choice(r)) domains_[r].clear();
}

void ReadingSearch::open_unconfirmed(Domains& kept) const {
  std::vector<std::size_t> unconfirmed;
  for (std::size_t r = 0; r < kept.size(); ++r)
    if ((readings_[r].lossy || readings_[r].readings.size() > kProvenByOwnSum) &&
        !kept[r].empty() && !confirmed(r, kept))
      unconfirmed.push_back(r);
  for (const std::size_t r : unconfirmed) kept[r].clear();
}

void ReadingSearch::reopen_bounded(Domains& kept) const {
  std::vector<std::size_t> bounded;
  for (std::size_t r = 0; r < kept.size(); ++r)
    if (!kept[r].empty() && kept[r].size() < by_own_sums_[r].size() && !in_a_known_sum(r, kept))
      bounded.push_back(r);
  for (const std::size_t r : bounded) kept[r] = by_own_sums_[r];
}

bool ReadingSearch::confirmed(std::size_t row, const Domains& kept) const {
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

bool ReadingSearch::in_a_known_sum(std::size_t row, const Domains& kept) const {
  return std::ranges::any_of(equations_of_[row], [&](std::size_t e) {
    bool known = equations_[e].relation == Relation::Equal;
    for_each_term(equations_[e], [&](const Term& term) {
      known = known && kept[term.row].size() == 1 &&
              readings_[term.row].readings[kept[term.row].front()][term.slot].countable;
    });
    return known;
  });
}

bool ReadingSearch::lost_in(const Equation& equation, std::size_t row, std::size_t reading) const {
  bool lost = false;
  for_each_term(equation, [&](const Term& term) {
    lost = lost || (term.row == row &&
                    readings_[row].readings[reading][term.slot].printed == Printed::Lost);
  });
  return lost;
}

ReadingSearch::Interval ReadingSearch::range(const Term& term, std::size_t row,
                                             std::size_t only) const {
  const auto& readings = readings_[term.row].readings;
  if (term.row == row) return Interval::of(readings[only][term.slot]);
  if (domains_[term.row].empty()) return {0, kUnbounded};
  Interval result{kUnbounded, 0};
  for (const std::size_t i : domains_[term.row]) {
    const Interval one = Interval::of(readings[i][term.slot]);
    result.low = std::min(result.low, one.low);
    result.high = std::max(result.high, one.high);
  }
  return result;
}

bool ReadingSearch::holds(const Equation& equation, std::size_t row, std::size_t only) const {
  Interval left{}, right{};
  for (const Term& term : equation.left) left += range(term, row, only);
  for (const Term& term : equation.right) right += range(term, row, only);
  if (equation.relation == Relation::LessEqual) return left.low <= right.high;
  return left.low <= right.high && right.low <= left.high;
}

bool ReadingSearch::feasible(std::size_t row, std::size_t reading) const {
  return std::all_of(equations_of_[row].begin(), equations_of_[row].end(),
                     [&](std::size_t e) { return holds(equations_[e], row, reading); });
}

bool ReadingSearch::consistent() const {
  return std::all_of(equations_.begin(), equations_.end(), [&](const Equation& e) {
    return holds(e, std::numeric_limits<std::size_t>::max(), 0);
  });
}

bool ReadingSearch::has_choice(std::size_t row) const {
  return readings_[row].readings.size() > 1 || !readings_[row].fixed_by_boundaries;
}

bool ReadingSearch::impossible(const Equation& equation) const {
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

std::vector<bool> ReadingSearch::rows_with_sums() const {
  std::vector<bool> with_sum(domains_.size(), false);
  for (const Equation& equation : equations_)
    if (const auto row = only_row(equation); row && equation.relation == Relation::Equal)
      with_sum[*row] = true;
  return with_sum;
}

std::vector<bool> ReadingSearch::rows_that_add_up() const {
  std::vector<bool> verified(domains_.size(), false);
  for (const Equation& equation : equations_)
    if (const auto row = only_row(equation); row && !has_choice(*row) && !domains_[*row].empty())
      verified[*row] = holds(equation, *row, 0);
  return verified;
}

void ReadingSearch::drop_broken(bool trust_borders, const std::vector<bool>& verified) {
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

void ReadingSearch::narrow_rows(bool trust_borders) {
  std::erase_if(equations_, [&](const Equation& equation) {
    const std::optional<std::size_t> row = only_row(equation);
    if (!row) return false;
    std::vector<std::size_t>& domain = domains_[*row];
    if (domain.size() == 1 && !has_choice(*row) && trust_borders) return true;
    std::erase_if(domain, [&](std::size_t i) { return !holds(equation, *row, i); });
    return true;
  });
}

void ReadingSearch::clear_borderless_of_another_form(const std::vector<bool>& has_sum,
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

void ReadingSearch::clear_contradictions() {
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

}  // namespace guifan
