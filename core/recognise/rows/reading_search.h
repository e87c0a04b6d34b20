// SPDX-License-Identifier: Apache-2.0
// The search for the readings of rows that fit together: each row has a domain of readings, and
// the sums over rows take away what no solution holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "recognise/rows/equations.h"
#include "recognise/rows/row_readings.h"

namespace guifan {

/// Per row: the indices of the readings that are still possible; none: the row stays open.
using Domains = std::vector<std::vector<std::size_t>>;

class ReadingSearch {
 public:
  /// Narrows each row by its own sums and drops sums that the report itself breaks.
  ReadingSearch(std::span<const RowReadings> readings, std::vector<Equation> equations,
                bool trust_borders);

  /// Domains after propagation, or false where nothing fits.
  bool propagate();

  /// Walks all solutions and collects, per row, which readings occur in one. Returns false at the
  /// node limit.
  bool explore(std::vector<std::vector<bool>>& occurs);

  /// Nothing fits together: every row that had a choice stays open.
  void give_up();

  /// A row that lost something chose by its own sum; where the report breaks that sum the choice is
  /// wrong. So every sum over rows that the choice touches must be complete and hold. Rows that
  /// nothing confirms stay open.
  void open_unconfirmed(Domains& kept) const;

  /// A sum with a term that nobody could read is no more than a bound, and one broken in print
  /// would lead past the right reading. A choice that only such sums made is taken back.
  void reopen_bounded(Domains& kept) const;

  const Domains& domains() const { return domains_; }
  bool limit() const { return limit_; }

 private:
  struct Interval;

  bool confirmed(std::size_t row, const Domains& kept) const;
  /// All terms of a sum that the row stands in were read, as one number each.
  bool in_a_known_sum(std::size_t row, const Domains& kept) const;
  bool lost_in(const Equation& equation, std::size_t row, std::size_t reading) const;
  /// The range of a slot over the readings that are left to its row; `only` stands for those of
  /// `row`.
  Interval range(const Term& term, std::size_t row, std::size_t only) const;
  bool holds(const Equation& equation, std::size_t row, std::size_t only) const;
  bool feasible(std::size_t row, std::size_t reading) const;
  bool consistent() const;
  /// Of the row's digits, not only its readings: one that alone adds up was chosen too.
  bool has_choice(std::size_t row) const;
  /// No choice of readings can satisfy the equation. Exact where at most one row is open.
  bool impossible(const Equation& equation) const;
  /// Rows with a sum of their own.
  std::vector<bool> rows_with_sums() const;
  /// Rows with one reading that satisfies a sum of their own.
  std::vector<bool> rows_that_add_up() const;
  /// A sum over several rows that no choice can satisfy is broken by the report itself: it is
  /// reported elsewhere and must not steer the choice. Among damaged lines it may as well be a
  /// figure in the wrong row: then only rows that satisfy a sum of their own stand.
  void drop_broken(bool trust_borders, const std::vector<bool>& verified);
  /// A row's own identities come first: they need no other row. Where borders alone fix a row, a
  /// broken sum is the report's, as long as the borders can be trusted; otherwise the row is open.
  void narrow_rows(bool trust_borders);
  /// One row's sum may be broken in print. Where the digits of several rows cannot be cut so that
  /// they add up, the columns are not the form's, and a row that does add up does so by chance.
  /// A row that needed no choice, and adds up, stands.
  void clear_borderless_of_another_form(const std::vector<bool>& has_sum,
                                        const std::vector<bool>& verified);
  /// Rows that chose by their own sums and now break a sum over rows that was possible before did
  /// not choose well: one of the two sums is broken in print, and nobody knows which. All broken
  /// sums are found before any row is opened: an open row hides that the next sum is broken too.
  void clear_contradictions();

  std::span<const RowReadings> readings_;
  std::vector<Equation> equations_;
  Domains domains_;
  Domains by_own_sums_;  ///< domains before sums over rows chose
  std::vector<std::vector<std::size_t>>
      equations_of_;  ///< per row: the sums over rows it stands in
  std::size_t steps_ = 0, nodes_ = 0;
  bool limit_ = false;
};

}  // namespace guifan
