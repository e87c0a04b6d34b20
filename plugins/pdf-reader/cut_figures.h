// SPDX-License-Identifier: Apache-2.0
// Figures that a clip may have cut short. Programs leave out the digits that a clip hides.
#pragma once

#include <vector>

#include "cell_index.h"
#include "page_content.h"
#include "phrase_parts.h"
#include "phrases.h"

namespace guifan::pdf {

/// Where no more digits would be seen, on either side, a figure may be a part of one: it becomes
/// doubtful, and claims the cell that it had.
void doubt_cut_figures(std::vector<Part>& parts, const Phrases& phrases, const PageContent& page,
                       const CellIndex& cells);

}  // namespace guifan::pdf
