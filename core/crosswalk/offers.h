// SPDX-License-Identifier: Apache-2.0
// First step of the crosswalk: every reading is offered to the cells that it may fill.
#pragma once

#include "crosswalk/draft.h"

namespace guifan {

/// Figures of the target template itself: rule `printed`.
void offer_printed(CrosswalkState& state);
/// Figures of other layouts, by the rows of their crosswalk.
void offer_by_crosswalk(CrosswalkState& state, const Layout& layout);
/// Statements of running text: rule `stated`.
void offer_stated(CrosswalkState& state);

}  // namespace guifan
