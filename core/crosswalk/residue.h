// SPDX-License-Identifier: Apache-2.0
// Last step of the crosswalk: every figure that fills no cell goes to the residue, and no token
// twice.
#pragma once

#include <vector>

#include "crosswalk/draft.h"
#include "guifan/layout.h"

namespace guifan {

/// The residue of the recogniser first, then the figures that no filled cell rests on, in source
/// order. A figure all of whose tokens are accounted for elsewhere is not listed again; blanks and
/// lost cells hold nothing to keep.
std::vector<Residue> collect_residue(const CrosswalkState& state, const LayoutLibrary& layouts);

}  // namespace guifan
