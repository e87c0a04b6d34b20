// SPDX-License-Identifier: Apache-2.0
// Tables whose own sums refute the reading of their columns.
#pragma once

#include <span>

#include "guifan/layout.h"
#include "recognise/rows/reading_solver.h"

namespace guifan {

/// Several rows have a sum of their own, and not one of them adds up. A body miscounts one row;
/// where all are wrong, the figures stand in other columns than was thought (the total first, a
/// column of the body's own between them), and none of them is certain.
bool no_row_adds_up(std::span<const ExpectedRow> rows, std::span<const SolvedRow> solved,
                    std::span<const Identity> identities);

}  // namespace guifan
