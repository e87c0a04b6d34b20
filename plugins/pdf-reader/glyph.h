// SPDX-License-Identifier: Apache-2.0
// What a code of a font stands for, and how far it moves the pen.
#pragma once

#include <string>

namespace guifan::pdf {

struct Glyph {
  std::u32string
      text;  ///< what it stands for; empty for marks without text (soft hyphen) and unmapped codes
  bool mapped = true;  ///< false: the font does not say what the code means
  double advance = 0;  ///< horizontal, in units of the font size
  /// Vertical writing: from the horizontal to the vertical origin, and the advance downwards
  /// (negative).
  double origin_x = 0, origin_y = 0, vertical_advance = -1;
};

}  // namespace guifan::pdf
