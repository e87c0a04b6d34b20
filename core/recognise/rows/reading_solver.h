// SPDX-License-Identifier: Apache-2.0
// Joins the readings of a table's rows under the layout's identities and keeps what every
// consistent reading agrees on.
//
// Identities choose between readings; they never change a number. A row that borders alone fix
// keeps its reading even where it breaks an identity; an identity that fixed rows break says
// nothing about the others.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "guifan/layout.h"
#include "recognise/rows/row_readings.h"

namespace guifan {

struct SolvedSlot {
  SlotReading reading;
  bool chosen_by_identities = false;
};

struct SolvedRow {
  std::vector<SolvedSlot> slots;  ///< printed == Ambiguous where readings disagree
};

struct SolverOutcome {
  std::vector<SolvedRow> rows;
  bool search_limit_reached = false;
};

/// `rows[i]` are the expected rows and `readings[i]` their readings; identities speak of their
/// indicators. Identities of standing Hint are not used.
SolverOutcome solve_readings(std::span<const ExpectedRow> rows,
                             std::span<const RowReadings> readings,
                             std::span<const Identity> identities, bool trust_borders);

}  // namespace guifan
