// SPDX-License-Identifier: Apache-2.0
// Units of printed figures against the units of template cells.
#pragma once

#include <optional>
#include <string>

#include "guifan/layout.h"

namespace guifan {

/// A value as it stands in the cell.
struct FittedValue {
  std::string value;
  std::string unit;    ///< printed beside the value; empty where the column's own unit says enough
  std::string caveat;  ///< what was shifted
};

/// Fits a printed figure into `slot`. Where the template fixes the unit, amounts of money are
/// shifted exactly (251000元 -> 25.1万元); an amount in a unit that cannot be shifted gives
/// nullopt. Elsewhere the value stays and the unit stands beside it, unless both are measure words
/// of the same thing (例, 件, 条). `as_printed`: the cell is the source's own, its unit is kept as
/// it is.
std::optional<FittedValue> fit_unit(const Slot& slot, const std::string& value,
                                    const std::string& unit, bool as_printed);

}  // namespace guifan
