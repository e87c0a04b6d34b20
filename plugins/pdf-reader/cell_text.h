// SPDX-License-Identifier: Apache-2.0
// The text of one table cell out of its characters: any direction, wrapped lines put together
// again.
#pragma once

#include <span>
#include <string>

#include "page_content.h"

namespace guifan::pdf {

struct CellText {
  std::u32string text;  ///< lines that the source ended are separated by '\n'
  Box box;              ///< around the text, on the page
  bool last_line_full =
      false;  ///< the next character would not have fitted: the text may go on elsewhere
  std::size_t lines = 0;
  double longest_line = 0, last_line = 0;  ///< lengths, in points
  double size = 0;                         ///< font size of the last line
  bool lines_alike = false;  ///< several lines, the last as long as any: perhaps full as well
};

CellText read_cell(std::span<const Character* const> characters, const Box& cell);

}  // namespace guifan::pdf
