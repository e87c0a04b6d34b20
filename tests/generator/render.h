// SPDX-License-Identifier: Apache-2.0
// A model as a document: every shape that archives hold, with the damage done to them on the way.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model.h"

namespace guifan::generator {

enum class Shape { HtmlPlain, HtmlWord, HtmlNested, Lines, BlankLines, Tabs, Pipes, NoBorders };
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
  OtherNumbering
};

std::string_view to_string(Shape shape);
std::string_view to_string(Damage damage);

struct Plan {
  std::uint64_t seed = 0;  ///< of every choice that rendering makes
  Shape shape = Shape::HtmlPlain;
  std::set<Damage> damages;
};

/// A plan that suits: damage to lines only where there are lines.
Plan make_plan(Dice& dice);

struct Document {
  std::string name;   ///< file name with the extension that fits
  std::string bytes;  ///< UTF-8
  std::set<std::string>
      blank;  ///< indicators printed as a dash or empty: a converter must leave them blank
  bool complete = true;  ///< nothing was lost: every certain cell must be filled
};

Document render(const Model& model, const Plan& plan);

}  // namespace guifan::generator
