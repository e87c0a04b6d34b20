// SPDX-License-Identifier: Apache-2.0
// One page in reading order: lines of running text and tables.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cell_text.h"
#include "page_content.h"
#include "ruling_grid.h"
#include "text_lines.h"

namespace guifan::pdf {

struct PageCell {
  GridCell place;
  CellText text;
};

struct PageTable {
  std::uint32_t page = 0;
  Box box;
  std::vector<double> columns;  ///< x of the boundaries, ascending
  std::uint32_t rows = 0;
  std::vector<PageCell> cells;  ///< ordered by (row, column)
  bool ruled = true;            ///< false: made of aligned text
};

using PageElement = std::variant<Line, PageTable>;

/// Why a figure was left out: nobody can tell in which cell it belongs, or whether it is whole.
inline constexpr std::string_view kUncertainCell = "uncertain-cell";

/// Text that is not part of the report as it is read.
struct PageLeftover {
  std::string text;
  std::string_view reason;  ///< "page-furniture", "hidden-text", "watermark", kUncertainCell
  Box box;
};

struct PageLayout {
  std::uint32_t number = 0;
  double width = 0, height = 0;         ///< as it was laid out
  Direction turned = Direction::Right;  ///< how its text runs on the displayed page, see turn_back
  std::vector<PageElement> elements;
  std::vector<PageLeftover> leftovers;
  bool truncated = false;
};

PageLayout lay_out(const PageContent& page);

}  // namespace guifan::pdf
