// SPDX-License-Identifier: Apache-2.0
// The lines between the cells of a table, each drawn once from end to end: half the bytes of a box
// around each cell, and no line is darker than another because two boxes share it.
#pragma once

#include <span>
#include <vector>

#include "pages.h"

namespace guifan::pdfwriter {

/// A horizontal or vertical line.
struct Ruling {
  double left = 0, top = 0, right = 0, bottom = 0;
};

/// The sides of the boxes; sides that lie on one line and touch are one. Horizontal ones first,
/// from the top; then vertical ones, from the left. Boxes share the numbers of a common side
/// exactly.
std::vector<Ruling> rulings_between(std::span<const Rectangle> boxes);

}  // namespace guifan::pdfwriter
