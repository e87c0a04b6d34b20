// SPDX-License-Identifier: Apache-2.0
// What q saves and Q restores, as far as text and rulings depend on it.
#pragma once

#include <cstdint>

#include "font.h"
#include "geometry.h"

namespace guifan::pdf {

struct GraphicsState {
  Matrix matrix;  ///< user space to the displayed page
  Box clip;       ///< on the displayed page
  Font* font = nullptr;
  double font_size = 0, character_spacing = 0, word_spacing = 0, horizontal_scale = 1, leading = 0,
         rise = 0;
  long render_mode = 0;
  double line_width = 1;
  std::uint32_t fill = 0, stroke = 0;  ///< 0xRRGGBB
};

}  // namespace guifan::pdf
