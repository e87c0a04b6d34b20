// SPDX-License-Identifier: Apache-2.0
// A report in the standard template: each cell is a value with its rule and sources, or a blank
// with its reason.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "guifan/report.h"

namespace guifan {

/// Why a cell holds its value (docs/report.schema.json).
enum class FillRule : std::uint8_t { Printed, Exact, Sum, Zero, Stated, Derived, Approximate };
std::string_view to_string(FillRule rule);  ///< "printed", "exact", ...

/// Why a cell is blank (README.md, "Reading blanks").
enum class BlankReason : std::uint8_t {
  NotCollected,
  Empty,
  Lost,
  Ambiguous,
  Conflict,
  ApproximateOnly
};
std::string_view to_string(BlankReason reason);  ///< "not-collected", ...

struct CellSource {
  std::string quote;
  Locator place;
  std::size_t figure = 0;  ///< index into Report::figures
};

struct StandardCell {
  std::string id;  ///< stable, e.g. "requests.new.total"; the template layout has all of them
  bool filled = false;
  std::string value;  ///< filled: canonical decimal, as printed
  std::string unit;   ///< filled: only where it differs from the column's unit
  FillRule rule = FillRule::Printed;
  std::string caveat;  ///< what a reader of the figure must know, one caveat a line: a crosswalk
                       ///< reason, a caveat id (print/wording.h) or plain words; empty for none
  std::vector<CellSource> sources;
  BlankReason blank = BlankReason::NotCollected;
  std::string blank_detail;      ///< blank: more words, e.g. the readings that compete
  std::string crosswalk_reason;  ///< reason text of the crosswalk row used
};

struct StandardReport {
  std::string template_id;          ///< "standard-2021"
  std::vector<StandardCell> cells;  ///< every cell of the template, in printed order
  std::vector<Residue> residue;
  std::vector<Diagnostic>
      diagnostics;  ///< of reading, recognition, crosswalk and checks, in that order

  const StandardCell* find(std::string_view id) const;
};

}  // namespace guifan
