// SPDX-License-Identifier: Apache-2.0
#include "cell_choice.h"

#include <algorithm>
#include <map>
#include <span>

#include "cell_claims.h"
#include "cut_figures.h"
#include "number_chains.h"

namespace guifan::pdf {
namespace {

constexpr std::size_t kMostFigures = 50;  ///< more in one cell are no table

/// One is printed over the other, and they are not the same.
bool overlap(const Part& a, const Part& b, std::span<const Character> characters) {
  const double shared = std::min(a.box.right, b.box.right) - std::max(a.box.left, b.box.left);
  return shared > kMostOverlap * em(b.box) && beside(a.box, b.box) &&
         !printed_twice(a, b, characters);
}

/// Two figures of one cell that stand on each other would be read as one that nobody printed; so
/// would a figure that a label runs through.
void doubt_overlaps(std::vector<Part>& parts, std::span<const Character> characters) {
  std::map<CellName, std::vector<Part*>> by_cell;
  for (Part& part : parts)
    if ((part.figure || part.reaching) && !part.doubtful && part.cell.exists())
      by_cell[part.cell].push_back(&part);
  for (const auto& [cell, list] : by_cell)
    for (std::size_t i = 0; i < list.size() && list.size() <= kMostFigures; ++i)
      for (std::size_t k = i + 1; k < list.size(); ++k) {
        if (!overlap(*list[i], *list[k], characters)) continue;
        for (Part* part : {list[i], list[k]}) {
          if (!part->figure) continue;
          part->doubtful = true;
          part->claimed = {cell};
        }
      }
}

}  // namespace

std::vector<Part> choose_cells(const Phrases& phrases, const PageContent& page,
                               const CellIndex& cells) {
  const std::span<const Character> characters = page.characters;
  std::vector<Part> parts = parts_of(phrases, characters, cells);
  if (cells.any()) {
    join_number_chains(parts, characters, cells);
    join_runs_on(parts, characters, cells);
    settle_cells(parts, characters, cells);
    doubt_overlaps(parts, characters);
  }
  doubt_cut_figures(parts, phrases, page, cells);
  return parts;
}

}  // namespace guifan::pdf
