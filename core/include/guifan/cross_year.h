// SPDX-License-Identifier: Apache-2.0
// Reports of successive years against each other. Reports, never repairs; nothing of one year's
// report ever fills a cell of another's.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/diagnostic.h"
#include "guifan/layout.h"
#include "guifan/report.h"

namespace guifan {

/// What the rules across years need of one report, so that a run over many need not keep them all.
struct YearReport {
  struct Value {
    std::string value;  ///< canonical decimal, in the cell's unit
    Locator place;
  };
  std::string name;          ///< how messages about other reports call this one: its file name
  std::string organisation;  ///< empty where unknown
  int year = 0;              ///< 0 where unknown
  /// Layout id -> indicator -> value. Under the standard template stand all cells that the report
  /// fills, whatever form it was printed in.
  std::map<std::string, std::map<std::string, Value, std::less<>>, std::less<>> values;
};

YearReport year_report(std::string name, const Report& report, const LayoutLibrary& layouts);

/// A finding about reports[report].
struct CrossYearFinding {
  std::size_t report = 0;
  Diagnostic diagnostic;
  /// The earlier report that it was compared with (index), and the figure's place there; nullopt
  /// where a report is spoken of alone, no place where all of it is meant.
  std::optional<std::size_t> earlier = std::nullopt;
  Locator earlier_place = {};
};

/// Compares each report with the one of the same body and the year before: the layouts'
/// `year_identities` where all terms are known, and changes too large to be believed. Different
/// bodies, missing years, a year that comes twice, and an unknown body or year are said and not
/// compared. Ordered by report, deterministic, any order of input.
std::vector<CrossYearFinding> check_across_years(std::span<const YearReport> reports,
                                                 const LayoutLibrary& layouts);

/// Equal for two names of one body: 人民政府 at the end of a place's name is left away (耒阳市,
/// 耒阳市人民政府), and a province before a place of its own (湖南省耒阳市). An office (办公室) is
/// another body than its government.
std::string body_key(std::string_view organisation);

}  // namespace guifan
