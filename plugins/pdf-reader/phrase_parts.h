// SPDX-License-Identifier: Apache-2.0
// What goes to one place: a phrase, or as much of it as stands between two lines of a table.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "cell_index.h"
#include "page_content.h"
#include "phrases.h"

namespace guifan::pdf {

/// Characters set one by one that stand nearer than this may be one number; in font sizes.
constexpr double kWidestStep = 0.5;
/// Two figures may touch by as much, in their heights, and what is printed twice to look bold is
/// moved by less.
constexpr double kMostOverlap = 0.15;

/// Words that go to one place.
struct Part {
  std::span<const Word> words;
  Box box;
  bool figure = false;            ///< of digits alone
  bool mixed = false;             ///< of a figure and a label that were set one after the other
  bool reaching = false;          ///< into several cells
  bool doubtful = false;          ///< a figure, and nobody can tell whose, or whether it is whole
  CellName cell;                  ///< none: running text
  std::vector<CellName> claimed;  ///< where it is doubtful: the cells that it may belong to, if any
};

/// The parts of the phrases that are seen and run straight on, in painting order. Where a line of
/// the table stands between two words, and they are in different cells, the phrase is two.
std::vector<Part> parts_of(const Phrases& phrases, std::span<const Character> characters,
                           const CellIndex& cells);

/// Makes `part` and what follows it in painting order one.
void append(Part& part, const Part& next);

/// The cells that hold the middle of one of its characters that are seen, from left to right.
std::vector<CellName> touched_cells(const Part& part, std::span<const Character> characters,
                                    const CellIndex& cells);

/// Whether the part sticks out of the cell on neither side; never where there is no cell.
bool within(const Part& part, CellName cell, const CellIndex& cells);

/// The same a little apart: printed twice, to look bold.
bool printed_twice(const Part& a, const Part& b, std::span<const Character> characters);

/// Both stand on one line, more or less.
bool beside(const Box& a, const Box& b);

inline Point middle(const Box& box) {
  return {box.center_x(), box.center_y()};
}

/// The height of a part's box, for distances that grow with the font.
inline double em(const Box& box) {
  return std::max(0.1, box.height());
}

}  // namespace guifan::pdf
