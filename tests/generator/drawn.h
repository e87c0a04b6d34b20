// SPDX-License-Identifier: Apache-2.0
// A table drawn with characters, as typists and text browsers draw them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dice.h"

namespace guifan::generator {

struct DrawnField {
  std::string text;
  std::uint32_t row_span = 1, column_span = 1;
};

/// The table as lines. Box characters one or two columns wide, or + - |; long labels are wrapped.
/// Rows list the cells that begin in them, as HTML does.
std::string draw(const std::vector<std::vector<DrawnField>>& rows, Dice& dice);

}  // namespace guifan::generator
