// SPDX-License-Identifier: Apache-2.0
// The figures of a report by layout and indicator, each indicator with one reading.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/report.h"

namespace guifan {

/// The layout id that prose figures carry.
inline constexpr std::string_view kProse = "prose";
/// The caveat of a statement that could be read otherwise; it yields to anything that contradicts
/// it.
inline constexpr std::string_view kLowConfidence = "low-confidence";

/// Suffix of figures over all years so far: never the year's.
inline constexpr std::string_view kCumulative = ".cumulative";
/// Suffix of figures from January to the end of the form's period. In an annual report they equal
/// the first column; where they do not, the first column is a month or a quarter.
inline constexpr std::string_view kYearToDate = ".year_to_date";

/// What a source says about one indicator, all places taken together.
struct Reading {
  enum class State : std::uint8_t { Number, Blank, Lost, Ambiguous, Conflict };
  State state = State::Lost;
  std::string value;   ///< Number: canonical decimal
  std::string unit;    ///< Number: unit printed beside the value or in the unit column
  std::string caveat;  ///< caveats of the figures, joined
  Scope scope = Scope::Unstated;
  std::vector<std::size_t>
      figures;  ///< indices into Report::figures; of a Number those that hold it

  bool is_number() const { return state == State::Number; }
  bool is_zero() const;
};

/// Readings by indicator, in the order of their ids.
using LayoutReadings = std::map<std::string, Reading, std::less<>>;

/// Figures grouped by layout ("prose" among them) and settled per indicator: equal numbers are one
/// reading, unequal ones a conflict; a number wins over a blank, a loss or an ambiguity elsewhere,
/// unless the tables of a form contradict one another; a low-confidence number yields.
class FigureIndex {
 public:
  explicit FigureIndex(const Report& report);

  const std::map<std::string, LayoutReadings, std::less<>>& layouts() const { return layouts_; }
  /// The reading, or nullptr where the report has no figure for it.
  const Reading* find(std::string_view layout, std::string_view indicator) const;

 private:
  std::map<std::string, LayoutReadings, std::less<>> layouts_;
};

/// Adds `more` to a list of caveats, one a line, unless it stands there already.
void add_caveat(std::string& caveats, std::string_view more);

}  // namespace guifan
