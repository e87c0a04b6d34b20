// SPDX-License-Identifier: Apache-2.0
// Damage that archives do to a report of one cell a line: lines lost, broken, glued together or
// put in between.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "dice.h"
#include "plan.h"

namespace guifan::generator {

struct Line {
  std::string text;
  std::string indicator;  ///< of the figure that it prints; empty for other lines
  bool table = false;
};

/// What the feet and heads of printed pages repeat.
struct RunningWords {
  std::string organisation, title;
};

/// Does the damage to `lines`. False: not every figure can be read from them for certain any more.
bool damage_lines(std::vector<Line>& lines, const std::set<Damage>& damages,
                  const RunningWords& words, Dice& dice);

}  // namespace guifan::generator
