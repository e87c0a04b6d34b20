// SPDX-License-Identifier: Apache-2.0
// Reports for the tests of the crosswalk, and what came of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "guifan/convert.h"
#include "shipped_layouts.h"

namespace guifan::test {

/// A report put together figure by figure; every number gets a token of its own.
class ReportBuilder {
 public:
  Figure& table(const std::string& layout, const std::string& indicator, const std::string& value,
                const std::string& unit = "") {
    return add(layout, indicator, value, unit, Evidence::Table);
  }
  Figure& prose(const std::string& indicator, const std::string& value,
                const std::string& unit = "件") {
    return add("prose", indicator, value, unit, Evidence::Prose);
  }
  Figure& blank(const std::string& layout, const std::string& indicator, Printed printed) {
    Figure figure;
    figure.layout = layout;
    figure.indicator = indicator;
    figure.printed = printed;
    report.figures.push_back(figure);
    return report.figures.back();
  }

  StandardReport walk(const std::string& target = "standard-2021", bool approximate = false) const {
    return cross_walk(report, shipped_layouts(), *shipped_layouts().find(target),
                      {target, approximate});
  }

  Report report;

 private:
  Figure& add(const std::string& layout, const std::string& indicator, const std::string& value,
              const std::string& unit, Evidence evidence) {
    Figure figure;
    figure.layout = layout;
    figure.indicator = indicator;
    figure.label = indicator;
    figure.value = value;
    figure.unit = unit;
    figure.evidence = evidence;
    figure.quote = indicator + " " + value;
    figure.place.line = static_cast<std::uint32_t>(report.figures.size() + 1);
    figure.tokens = {report.tokens.size()};
    report.tokens.push_back({value, figure.place});
    report.figures.push_back(figure);
    return report.figures.back();
  }
};

inline std::string value(const StandardReport& report, std::string_view id) {
  const StandardCell* cell = report.find(id);
  if (cell == nullptr) return "no such cell";
  return cell->filled ? cell->value + cell->unit + " " + std::string(to_string(cell->rule))
                      : std::string(to_string(cell->blank));
}

inline std::size_t filled(const StandardReport& report) {
  std::size_t count = 0;
  for (const StandardCell& cell : report.cells) count += cell.filled ? 1 : 0;
  return count;
}

inline std::string residue(const StandardReport& report) {
  std::string text;
  for (const Residue& entry : report.residue)
    text += entry.label + "=" + entry.value + entry.unit + ":" + entry.reason + " ";
  return text;
}

inline bool says(const StandardReport& report, std::string_view id) {
  for (const Diagnostic& diagnostic : report.diagnostics) {
    if (diagnostic.id == id) return true;
  }
  return false;
}

}  // namespace guifan::test
