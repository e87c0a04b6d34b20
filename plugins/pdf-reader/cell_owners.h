// SPDX-License-Identifier: Apache-2.0
// Which cells belong to a part already, and to whom they are still open.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "cell_index.h"
#include "phrase_parts.h"

namespace guifan::pdf {

class CellOwners {
 public:
  void own(CellName cell, const Part& part);

  /// Another part that is settled keeps the cell for itself: it stands beside this one, or it is a
  /// label and this a figure.
  bool taken(CellName cell, const Part& by) const;

  /// Those of `cells` that nothing keeps from `part`, in their order.
  std::vector<CellName> open_to(const Part& part, std::span<const CellName> cells) const;

 private:
  /// The parts that one cell belongs to.
  struct Owners {
    bool label = false;      ///< one of them is no figure
    std::vector<Box> boxes;  ///< where they stand; of the first ones, where they are very many
  };

  std::map<CellName, Owners> owners_;
};

}  // namespace guifan::pdf
