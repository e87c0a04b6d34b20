// SPDX-License-Identifier: Apache-2.0
// A worksheet that a spreadsheet program made a table of: its texts, and its tables between them.
#pragma once

#include <cstdint>
#include <vector>

#include "grid.h"
#include "story.h"

namespace guifan::docx {

/// Rows [first_row, end_row) of a worksheet, which hold a text or a table.
struct SheetPart {
  std::uint32_t first_row = 0, end_row = 0;
  std::uint32_t columns = 0;  ///< of the table, empty ones at the right left out
  bool is_text = false;       ///< one row with words in one cell
};

/// A report on one sheet is one grid to the program that saved it: headings, paragraphs, tables and
/// the empty rows between them. A row with words in one cell only is a text where empty rows stand
/// around it, or where it reads as a sentence; any other such row belongs to its table.
std::vector<SheetPart> sheet_parts(const Story& story, const TableRecord& table, const Grid& grid);

}  // namespace guifan::docx
