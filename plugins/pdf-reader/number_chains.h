// SPDX-License-Identifier: Apache-2.0
// Parts that are one text though several operators set them: numbers set digit by digit, and texts
// that change their font.
#pragma once

#include <span>
#include <vector>

#include "cell_index.h"
#include "page_content.h"
#include "phrase_parts.h"

namespace guifan::pdf {

/// Figures whose characters were set one by one, in text objects of their own, look like several
/// figures. A row of equal steps that leaves a cell with more than one of them is taken for one
/// number.
void join_number_chains(std::vector<Part>& parts, std::span<const Character> characters,
                        const CellIndex& cells);

/// A text that changes its font goes on right behind itself, in the same cell: where one part of
/// it reaches into another cell, all of it does.
void join_runs_on(std::vector<Part>& parts, std::span<const Character> characters,
                  const CellIndex& cells);

}  // namespace guifan::pdf
