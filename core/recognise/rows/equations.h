// SPDX-License-Identifier: Apache-2.0
// The identities of a layout as sums over the slots of one table's rows.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "guifan/layout.h"
#include "layout/label_index.h"

namespace guifan {

/// A term of an identity: a slot of a row of this table.
struct Term {
  std::size_t row = 0, slot = 0;
};

struct Equation {
  Relation relation = Relation::Equal;
  std::vector<Term> left, right;
};

/// The identities of which every term stands in `rows`; those of standing Hint are left out.
std::vector<Equation> equations_for(std::span<const ExpectedRow> rows,
                                    std::span<const Identity> identities);

template <typename Visit>
void for_each_term(const Equation& equation, Visit visit) {
  for (const auto* side : {&equation.left, &equation.right})
    for (const Term& term : *side) visit(term);
}

/// The row whose terms make up the whole equation, or nothing.
std::optional<std::size_t> only_row(const Equation& equation);

}  // namespace guifan
