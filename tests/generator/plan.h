// SPDX-License-Identifier: Apache-2.0
// How a model is printed: the shape of the document and the damage done to it.
#pragma once

#include <cstdint>
#include <set>
#include <string_view>

#include "dice.h"

namespace guifan::generator {

enum class Shape {
  HtmlPlain,
  HtmlWord,
  HtmlNested,
  Lines,
  BlankLines,
  Tabs,
  Pipes,
  Drawn,  ///< with box characters, or + - |
  NoBorders
};
enum class Damage {
  DropLines,
  DropRepeatedLines,
  BreakLabels,
  Advertisement,
  PageNumber,
  PageBreaks,
  GlueFigures,
  Traditional,
  PinyinNotes,
  FullWidth,
  Thousands,
  Dashes,
  OtherSpellings,
  OtherNumbering,
  // Shapes that look like the form, or stand beside it: whatever is filled must be the form's.
  PrintedTwice,  ///< the form again, with the figures of another year
  MoreColumns,   ///< a column of line numbers, of last year's totals or of shares
  MoreRows,      ///< rows of the body's own among the form's
  OtherBodies,   ///< a table of other bodies' figures under some of the form's headings
  SpanCells,     ///< merged cells leave empty ones behind, in some rows
  TwoReports     ///< another year's or another body's report behind this one
};

bool is_html(Shape shape);
bool is_lines(Shape shape);  ///< one cell a line

std::string_view to_string(Shape shape);
std::string_view to_string(Damage damage);

struct Plan {
  std::uint64_t seed = 0;  ///< of every choice that rendering makes
  Shape shape = Shape::HtmlPlain;
  std::set<Damage> damages;
};

/// A plan that suits: damage to lines only where there are lines.
Plan make_plan(Dice& dice);

}  // namespace guifan::generator
