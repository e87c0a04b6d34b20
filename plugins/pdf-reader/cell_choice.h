// SPDX-License-Identifier: Apache-2.0
// Which cell each phrase of a page belongs to. What stands in one cell is that cell's. What reaches
// into several belongs to the one of them that nothing else claims; a figure for which that leaves
// a choice belongs to none.
#pragma once

#include <span>
#include <vector>

#include "cell_index.h"
#include "page_content.h"
#include "phrases.h"

namespace guifan::pdf {

/// Words that go to one place.
struct Part {
  std::span<const Word> words;
  Box box;
  bool figure = false;            ///< of digits alone
  bool mixed = false;             ///< of a figure and a label that were set one after the other
  bool doubtful = false;          ///< a figure, and nobody can tell whose, or whether it is whole
  CellName cell;                  ///< none: running text
  std::vector<CellName> claimed;  ///< where it is doubtful: the cells that it may belong to, if any
};

/// The parts of the phrases that are seen and run straight on, in painting order.
std::vector<Part> choose_cells(const Phrases& phrases, const PageContent& page,
                               const CellIndex& cells);

}  // namespace guifan::pdf
