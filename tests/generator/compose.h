// SPDX-License-Identifier: Apache-2.0
// A report before it has a shape: its lines and the rows of its tables, in reading order.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "dice.h"
#include "model.h"
#include "plan.h"

namespace guifan::generator {

struct Cell {
  std::string text;
  std::string indicator;  ///< of the figure that it prints; empty for other cells
  std::uint32_t row_span = 1, column_span = 1;
};

/// A line of text, or a row of a table.
struct Item {
  bool is_row = false;
  bool begins_table = false;
  std::string text;
  std::vector<Cell> cells;
};

struct Composition {
  std::vector<Item> items;      ///< the first one is the title
  std::set<std::string> blank;  ///< indicators printed as a dash or empty
  bool complete = true;         ///< every figure of the truth can be read for certain
};

/// Writes the report down, with the damage that concerns words, figures, rows and columns.
Composition compose(const Model& model, const Plan& plan, Dice& dice);

}  // namespace guifan::generator
