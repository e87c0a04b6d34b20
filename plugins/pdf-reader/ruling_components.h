// SPDX-License-Identifier: Apache-2.0
// Rulings that meet, directly or through others: what may be one table.
#pragma once

#include <vector>

#include "page_content.h"

namespace guifan::pdf {

/// Boundaries nearer than this are one (double lines, cell spacing).
constexpr double kSnap = 3.5;
/// Rulings that miss each other by this much still meet.
constexpr double kTouch = 2.5;

struct RulingComponent {
  std::vector<Ruling> horizontal, vertical;  ///< each ordered by position
};

/// Joins rulings that continue or overlap each other. All of one orientation.
std::vector<Ruling> merge_collinear(std::vector<Ruling> rulings);

/// Every component that has rulings of both orientations. Both lists merged. Where a page break cut
/// a table at both ends, the outer line of a cell that spans all of its rows meets no other line:
/// it is added to the table that it is as long as.
std::vector<RulingComponent> ruling_components(const std::vector<Ruling>& horizontal,
                                               const std::vector<Ruling>& vertical);

}  // namespace guifan::pdf
