// SPDX-License-Identifier: Apache-2.0
// Which cell each phrase of a page belongs to. What stands in one cell is that cell's. What reaches
// into several belongs to the one of them that nothing else claims; a figure for which that leaves
// a choice belongs to none.
#pragma once

#include <vector>

#include "cell_index.h"
#include "page_content.h"
#include "phrase_parts.h"
#include "phrases.h"

namespace guifan::pdf {

/// The parts of the phrases that are seen and run straight on, in painting order. They point into
/// `phrases`.
std::vector<Part> choose_cells(const Phrases& phrases, const PageContent& page,
                               const CellIndex& cells);

}  // namespace guifan::pdf
