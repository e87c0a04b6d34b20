// SPDX-License-Identifier: Apache-2.0
#include "plan.h"

#include <array>

namespace guifan::generator {
namespace {

constexpr std::array<std::string_view, 9> kShapes = {"html",  "html-word",   "html-nested",
                                                     "lines", "blank-lines", "tabs",
                                                     "pipes", "drawn",       "no-borders"};
constexpr std::array<std::string_view, 20> kDamages = {
    "drop-lines",      "drop-repeated-lines", "break-labels",  "advertisement",
    "page-number",     "page-breaks",         "glue-figures",  "traditional",
    "pinyin-notes",    "full-width",          "thousands",     "dashes",
    "other-spellings", "other-numbering",     "printed-twice", "more-columns",
    "more-rows",       "other-bodies",        "span-cells",    "two-reports"};

}  // namespace

bool is_html(Shape shape) {
  return shape == Shape::HtmlPlain || shape == Shape::HtmlWord || shape == Shape::HtmlNested;
}
bool is_lines(Shape shape) {
  return shape == Shape::Lines || shape == Shape::BlankLines;
}

std::string_view to_string(Shape shape) {
  return kShapes[static_cast<std::size_t>(shape)];
}
std::string_view to_string(Damage damage) {
  return kDamages[static_cast<std::size_t>(damage)];
}

Plan make_plan(Dice& dice) {
  Plan plan;
  plan.seed = dice.roll();
  plan.shape = static_cast<Shape>(dice.below(kShapes.size()));
  const auto maybe = [&](Damage damage, unsigned percent) {
    if (dice.chance(percent)) plan.damages.insert(damage);
  };
  maybe(Damage::Traditional, 15);
  maybe(Damage::PinyinNotes, 10);
  maybe(Damage::Dashes, 15);
  maybe(Damage::OtherSpellings, 15);
  maybe(Damage::OtherNumbering, 15);
  if (plan.shape != Shape::NoBorders) {
    maybe(Damage::FullWidth, 10);
    maybe(Damage::Thousands, 10);
  }
  if (is_lines(plan.shape)) {
    maybe(Damage::DropLines, 15);
    maybe(Damage::DropRepeatedLines, 10);
    maybe(Damage::BreakLabels, 20);
    maybe(Damage::Advertisement, 15);
    maybe(Damage::PageNumber, 15);
    maybe(Damage::PageBreaks, 15);
    maybe(Damage::GlueFigures, 15);
  }
  // What is lost, or a dash, in the form may stand in the other printing, and a line number where a
  // figure was lost: nobody could tell.
  const bool lossy = plan.damages.contains(Damage::Dashes) ||
                     plan.damages.contains(Damage::DropLines) ||
                     plan.damages.contains(Damage::DropRepeatedLines);
  maybe(lossy ? Damage::MoreRows : Damage::PrintedTwice, 6);
  if (plan.shape != Shape::NoBorders) {
    maybe(lossy ? Damage::MoreRows : Damage::MoreColumns, 6);
    maybe(Damage::TwoReports, 6);
  }
  maybe(Damage::MoreRows, 6);
  // Left open. The label of a body's own row, removed as a repetition, leaves its figure to the row
  // above, which may have lost one; and of a form printed twice on one line nobody sees the second
  // beginning.
  if (plan.damages.contains(Damage::DropRepeatedLines)) plan.damages.erase(Damage::MoreRows);
  if (plan.shape == Shape::NoBorders) plan.damages.erase(Damage::PrintedTwice);
  // A drawing fills up the rows that merged cells make ragged: they would be another form's.
  if (plan.shape == Shape::Drawn) plan.damages.erase(Damage::MoreRows);
  maybe(Damage::OtherBodies, 6);
  if (plan.shape == Shape::Tabs || plan.shape == Shape::Pipes) maybe(Damage::SpanCells, 20);
  return plan;
}

}  // namespace guifan::generator
