// SPDX-License-Identifier: Apache-2.0
// Characters to lines of text: grouped by baseline, ordered along the line, gaps turned into
// spaces.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "page_content.h"

namespace guifan::pdf {

/// A piece of a line without a wide gap inside.
struct Segment {
  Box box;  ///< in the line's frame, see Line
  std::u32string text;
};

struct Line {
  Box box;            ///< in the line's own frame: turned so that its text runs to the right
  Box page_box;       ///< on the page
  double size = 0;    ///< of its largest characters
  bool bold = false;  ///< all of it
  bool trailing_space = false;  ///< white space was set behind the last character
  std::vector<Segment> segments;
  double first_width =
      0;  ///< of the first character; of the first word where words are separated by spaces

  /// All segments, joined by `gap`.
  std::u32string text(char32_t gap = U'\t') const;
};

/// Lines of the visible characters that run in `direction`, top line first. Characters printed
/// twice for weight count once. `wide_gap`: gap in font sizes from which a new segment starts.
std::vector<Line> make_lines(std::span<const Character* const> characters, Direction direction,
                             double wide_gap = 1.8);

/// A box of the page as seen in the frame of a direction, and back.
Box to_frame(const Box& box, Direction direction);
Box from_frame(const Box& box, Direction direction);

}  // namespace guifan::pdf
