// SPDX-License-Identifier: Apache-2.0
// The template while it is being filled: for each cell the values that compete for it and the
// reasons to leave it blank.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "crosswalk/figure_index.h"
#include "guifan/layout.h"
#include "guifan/standard_report.h"

namespace guifan {

/// One value that the source offers for a cell.
struct Candidate {
  std::string value, unit;
  FillRule rule = FillRule::Printed;
  std::string caveat, reason;
  std::string layout;  ///< where it comes from; "prose" for running text
  Scope scope = Scope::Unstated;
  bool from_template =
      false;             ///< `layout` is a standard template: its printed figures stay in any case
  bool flagged = false;  ///< same words, perhaps another definition: never a base for derivation
  std::vector<std::size_t> figures;
};

struct DraftCell {
  const Slot* slot = nullptr;
  std::string table;                   ///< id of the template's table
  std::vector<Candidate> candidates;   ///< firm ones
  std::vector<Candidate> approximate;  ///< filled only on request
  bool filled = false;
  Candidate value;  ///< filled: the winner, with the figures of all that agree
  BlankReason blank = BlankReason::NotCollected;
  std::string blank_detail;

  /// Keeps the weightier reason: conflict, ambiguous, lost, empty, approximate-only, not collected.
  void blank_because(BlankReason reason, std::string detail = {});
  void fill(Candidate winner);
};

/// All cells of the template in printed order, found by id.
class Draft {
 public:
  explicit Draft(const Layout& target);

  std::vector<DraftCell>& cells() { return cells_; }
  const std::vector<DraftCell>& cells() const { return cells_; }
  DraftCell* find(std::string_view id);

 private:
  std::vector<DraftCell> cells_;
  std::map<std::string_view, std::size_t> index_;
};

/// Why a figure has no cell, as far as the rules say; the weightiest wins.
enum class Unused : std::uint8_t {
  NoCounterpart,
  Cumulative,
  NotDerivable,
  Forbidden,
  ApproximateOnly,
  Ambiguous,
  Conflict
};

/// What the steps of the crosswalk share.
struct CrosswalkState {
  const Report& report;
  const Layout& target;
  const FigureIndex& figures;
  Draft draft;
  std::map<std::size_t, Unused>
      unused;  ///< per figure; a figure that fills a cell is used whatever stands here
  std::vector<Diagnostic> diagnostics;
  std::set<std::size_t> contradicted_zeros = {};  ///< figures; see contradicted_zeros.h

  void mark_unused(const Reading& reading, Unused reason);
};

}  // namespace guifan
