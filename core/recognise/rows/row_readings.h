// SPDX-License-Identifier: Apache-2.0
// The readings of one row: every way in which its tokens can fill its value slots. One reading
// where the boundaries fix it; several where a cell was lost, cells were glued or digits run
// together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "guifan/report.h"
#include "layout/label_index.h"
#include "recognise/labels/row_tokens.h"

namespace guifan {

/// What one reading puts into one value slot.
struct SlotReading {
  Printed printed = Printed::Lost;
  std::string value;  ///< Number: canonical decimal; Dash: the mark
  std::int64_t number =
      0;  ///< Number that is a whole number of at most 18 digits; otherwise see `countable`
  bool countable = false;   ///< `number` is valid
  std::int32_t token = -1;  ///< index into the row's tokens; -1: none
  bool operator==(const SlotReading& other) const {
    return printed == other.printed && value == other.value;
  }
};

using RowReading = std::vector<SlotReading>;  ///< one entry a value slot

struct RowReadings {
  std::vector<RowReading> readings;  ///< empty: no reading at all, the row's cells stay ambiguous
  bool fixed_by_boundaries = false;  ///< the only reading, from borders alone
  bool lossy = false;     ///< borders stand, but not as many figures as slots: something was lost,
                          ///< glued or added
  bool too_many = false;  ///< limits::readings_per_row was reached
  bool borderless = false;  ///< nothing but spaces, or nothing at all, stands between its figures
};

/// What is known about a table's columns when one of its rows is read.
struct RowContext {
  std::vector<std::uint32_t>
      slot_columns;  ///< grid column of each value slot, from the header; empty: unknown
  /// The same where the header says it of every figure of the row: position counts for nothing
  /// then, and a slot without a column is not in this table. Empty: unknown.
  std::vector<std::optional<std::uint32_t>> named_columns;
  bool spaces_inside = false;  ///< the first figure stands right behind the label: spaces behind it
                               ///< are no borders, they may stand inside the figures
  bool in_a_sum =
      true;  ///< some sum holds figures of this row: it can tell one reading from another
};

/// REQUIRES: tokens hold no Foreign token. Units and codes are dropped here.
RowReadings read_row(const ExpectedRow& row, const std::vector<RowToken>& tokens,
                     const CompactStream& stream, const RowContext& context);

}  // namespace guifan
