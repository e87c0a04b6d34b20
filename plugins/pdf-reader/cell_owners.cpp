// SPDX-License-Identifier: Apache-2.0
#include "cell_owners.h"

#include <algorithm>
#include <iterator>

namespace guifan::pdf {
namespace {

constexpr std::size_t kMostBoxes = 50;  ///< more in one cell are no table

}  // namespace

void CellOwners::own(CellName cell, const Part& part) {
  Owners& owners = owners_[cell];
  owners.label = owners.label || !part.figure;
  if (owners.boxes.size() < kMostBoxes) owners.boxes.push_back(part.box);
}

bool CellOwners::taken(CellName cell, const Part& by) const {
  const auto it = owners_.find(cell);
  if (it == owners_.end()) return false;
  const Owners& owners = it->second;
  return (by.figure && owners.label) ||
         std::any_of(owners.boxes.begin(), owners.boxes.end(),
                     [&](const Box& box) { return beside(box, by.box); });
}

std::vector<CellName> CellOwners::open_to(const Part& part, std::span<const CellName> cells) const {
  std::vector<CellName> open;
  std::copy_if(cells.begin(), cells.end(), std::back_inserter(open),
               [&](CellName cell) { return !taken(cell, part); });
  return open;
}

}  // namespace guifan::pdf
