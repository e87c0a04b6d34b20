// SPDX-License-Identifier: Apache-2.0
// Third step of the crosswalk: what the filled cells force. Counts are never negative, so a sum of
// 0 is 0 in each part; and an identity with one unknown term gives that term.
#pragma once

#include "crosswalk/draft.h"

namespace guifan {

/// Fills blank cells that the official and definitional identities of the template force, until
/// nothing changes.
///
/// Only cells that the source does not ask for are forced. Where it has the cell and prints a dash,
/// nothing or something unreadable there, the cell stays blank: a dash beside a total of 0 is still
/// a dash. `zero`: a total of 0 (or several terms that sum to 0) forces the other side; not where a
/// part is printed above 0. `derived`: one unknown term, all others exact and from one source
/// (tables of one layout, or running text).
void force_by_identities(CrosswalkState& state);

}  // namespace guifan
