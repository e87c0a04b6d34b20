// SPDX-License-Identifier: Apache-2.0
// Second step of the crosswalk: one value for each cell, or a conflict.
#pragma once

#include "crosswalk/draft.h"

namespace guifan {

/// Drops low-confidence zero statements about a table (requests, review, ...) of which the source
/// prints any number above zero: "没有依申请公开的事项" beside a request that was answered does not
/// mean that there was none.
void drop_contradicted_hesitations(CrosswalkState& state);

/// Fills each cell whose firm candidates agree. Tables that disagree with each other are a
/// conflict. A statement that disagrees with a table yields where both may speak of the same scope,
/// or where the table is printed in a standard template; otherwise the two are a conflict.
/// Statements that disagree with each other are a conflict.
void choose_values(CrosswalkState& state);

/// Fills the cells that are still blank from their approximate candidates.
void choose_approximate_values(CrosswalkState& state);

}  // namespace guifan
