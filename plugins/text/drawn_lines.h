// SPDX-License-Identifier: Apache-2.0
// The lines of a drawn table: where the bars and joints of its ruling stand.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "text/lines.h"

namespace guifan::text {

/// A bar or a joint of the ruling.
struct RulingMark {
  std::size_t begin = 0, end = 0;  ///< bytes of the line
  std::size_t column = 0;          ///< counted from the first mark of the line
  bool joint = false;              ///< + ┼ ┬ …: horizontal lines meet here
};

struct DrawnLine {
  Line line;  ///< trimmed; begins and ends with a mark
  std::vector<RulingMark> marks;

  /// Between a mark and the next.
  std::string_view between(std::size_t mark) const {
    return line.text.substr(marks[mark].end, marks[mark + 1].begin - marks[mark].end);
  }
  /// Nothing but a horizontal line stands between this mark and the next.
  bool ruled(std::size_t mark) const;
  /// Ruled from end to end.
  bool is_rule() const;
};

/// How many columns the characters take whose width depends on the font.
struct AmbiguousWidths {
  std::size_t box = 1;     ///< box characters
  std::size_t others = 1;  ///< “ ” ① and the like
};

/// The line with its marks, or nothing if it does not begin and end with one.
std::optional<DrawnLine> read_drawn_line(const Line& line, AmbiguousWidths widths = {});

/// How many of the lines belong to the drawing that begins with the first one, which must be its
/// upper border: up to its last horizontal line. 0 where there is none. Blank lines may stand
/// between.
std::size_t drawing_length(std::span<const Line> lines);

}  // namespace guifan::text
