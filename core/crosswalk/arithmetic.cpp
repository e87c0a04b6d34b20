// SPDX-License-Identifier: Apache-2.0
#include "crosswalk/arithmetic.h"

#include <algorithm>
#include <set>

#include "guifan/text.h"

namespace guifan {
namespace {

/// One side of an identity as the draft knows it.
struct Side {
  std::vector<DraftCell*> known, unknown;
  bool settled = true;  ///< every unknown cell may be forced
  std::string sum = "0";
};

bool may_be_forced(const DraftCell& cell) {
  return !cell.slot->signed_value &&
         (cell.blank == BlankReason::NotCollected || cell.blank == BlankReason::ApproximateOnly);
}

Side look_at(Draft& draft, const std::vector<std::string>& ids) {
  Side side;
  for (const std::string& id : ids) {
    DraftCell* cell = draft.find(id);
    if (cell == nullptr) {
      side.settled = false;
    } else if (cell->filled) {
      side.known.push_back(cell);
      side.sum = add_decimals(side.sum, cell->value.value);
    } else {
      side.unknown.push_back(cell);
      side.settled = side.settled && may_be_forced(*cell);
    }
  }
  return side;
}

/// A candidate that rests on the values of `terms`.
Candidate resting_on(const std::vector<DraftCell*>& terms, FillRule rule) {
  Candidate candidate;
  candidate.rule = rule;
  std::set<std::size_t> figures;
  for (const DraftCell* term : terms) {
    const Candidate& value = term->value;
    candidate.layout = value.layout;
    candidate.flagged = candidate.flagged || value.flagged;
    if (value.rule == FillRule::Approximate) candidate.rule = FillRule::Approximate;
    if (candidate.reason.empty()) candidate.reason = value.reason;
    add_caveat(candidate.caveat, value.caveat);
    for (const std::size_t figure : value.figures) {
      if (figures.insert(figure).second) candidate.figures.push_back(figure);
    }
  }
  return candidate;
}

/// Exact values of one source: a number of the table and a number of the text may differ in scope.
bool one_exact_source(const std::vector<DraftCell*>& terms) {
  return std::ranges::all_of(terms, [&](const DraftCell* term) {
    const Candidate& value = term->value;
    return value.layout == terms.front()->value.layout && !value.flagged &&
           value.rule != FillRule::Approximate;
  });
}

/// A figure of these cells is a 0 that its own parts contradict.
bool contradicted(const CrosswalkState& state, const std::vector<DraftCell*>& terms) {
  return std::ranges::any_of(terms, [&](const DraftCell* term) {
    return std::ranges::any_of(term->value.figures, [&](std::size_t figure) {
      return state.contradicted_zeros.contains(figure);
    });
  });
}

/// `from` sums to 0: every cell of `to` is 0.
bool force_zero(const CrosswalkState& state, const Side& from, const Side& to) {
  if (from.known.empty() || !from.unknown.empty() || !from.settled) return false;
  if (compare_decimals(from.sum, "0") != 0 || compare_decimals(to.sum, "0") != 0) return false;
  if (from.known.size() > 1 && !one_exact_source(from.known)) return false;
  if (contradicted(state, from.known)) return false;
  bool changed = false;
  for (DraftCell* cell : to.unknown) {
    if (!may_be_forced(*cell)) continue;
    Candidate zero =
        resting_on(from.known, from.known.size() == 1 ? FillRule::Zero : FillRule::Derived);
    zero.value.assign(1, '0');
    cell->fill(std::move(zero));
    changed = true;
  }
  return changed;
}

class Forcing {
 public:
  explicit Forcing(CrosswalkState& state) : state_(state) {}

  /// One pass over all identities; true if a cell was filled.
  bool pass() {
    bool changed = false;
    for (const Identity& identity : state_.target.identities) {
      if (identity.relation != Relation::Equal || identity.standing == Standing::Hint) continue;
      const Side left = look_at(state_.draft, identity.left),
                 right = look_at(state_.draft, identity.right);
      if (left.unknown.empty() && right.unknown.empty()) continue;
      if (force_zero(state_, left, right) || force_zero(state_, right, left) ||
          derive(identity, left, right))
        changed = true;
    }
    return changed;
  }

 private:
  bool derive(const Identity& identity, const Side& left, const Side& right) {
    if (left.unknown.size() + right.unknown.size() != 1 || !left.settled || !right.settled)
      return false;
    std::vector<DraftCell*> terms = left.known;
    terms.insert(terms.end(), right.known.begin(), right.known.end());
    if (terms.empty() || !one_exact_source(terms)) return false;
    const bool on_left = !left.unknown.empty();
    DraftCell* cell = on_left ? left.unknown.front() : right.unknown.front();
    if (cell->blank != BlankReason::NotCollected) return false;
    Candidate derived = resting_on(terms, FillRule::Derived);
    derived.value =
        on_left ? subtract_decimals(right.sum, left.sum) : subtract_decimals(left.sum, right.sum);
    if (compare_decimals(derived.value, "0") < 0) {
      if (impossible_.insert(identity.id).second) {
        state_.diagnostics.push_back(make_diagnostic(
            "XWK-003", {cell->slot->indicator, derived.value},
            state_.report.figures[derived.figures.front()].place, {cell->slot->indicator}));
      }
      return false;
    }
    cell->fill(std::move(derived));
    return true;
  }

  CrosswalkState& state_;
  std::set<std::string> impossible_;
};

}  // namespace

void force_by_identities(CrosswalkState& state) {
  Forcing forcing(state);
  // Each pass that changes something fills at least one cell, so this ends.
  while (forcing.pass()) {
  }
}

}  // namespace guifan
