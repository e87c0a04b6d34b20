// SPDX-License-Identifier: Apache-2.0
// Which part gets which cell. What reaches into several cells claims them all; it gets the one that
// nothing else needs.
#pragma once

#include <span>
#include <vector>

#include "cell_index.h"
#include "page_content.h"
#include "phrase_parts.h"

namespace guifan::pdf {

/// Sets the cell of every part, and whether it reaches into several. A figure for which the claims
/// of the others leave a choice is doubtful; a label stays where most of it stands.
void settle_cells(std::vector<Part>& parts, std::span<const Character> characters,
                  const CellIndex& cells);

}  // namespace guifan::pdf
