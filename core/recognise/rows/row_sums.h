// SPDX-License-Identifier: Apache-2.0
// Whether a row can bear witness to its own reading: a sum of the layout over its figures.
#pragma once

#include <span>

#include "guifan/layout.h"
#include "recognise/rows/row_readings.h"

namespace guifan {

/// An identity speaks of figures of this row only.
bool has_own_sum(const ExpectedRow& row, std::span<const Identity> identities);

/// A sum, over this row or down its columns, holds a figure of this row.
bool in_a_sum(const ExpectedRow& row, std::span<const Identity> identities);

/// Zeros and dashes add up whatever row they come from: they witness nothing.
bool adds_up_to_nothing(const RowReading& reading);

}  // namespace guifan
