// SPDX-License-Identifier: Apache-2.0
// How wide each column of a table is printed.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "guifan/plugin.h"

namespace guifan::writing {

/// Width of a text in half-width units: a Chinese character is 2, an ASCII one 1. Of several lines,
/// the longest.
std::uint32_t text_units(std::string_view text);

/// What the table needs at least, in twips, so that no number breaks.
std::uint64_t least_width(const sdk::ReportView& report, const guifan_block& block,
                          std::uint32_t unit);

/// Widths in twips; their sum is `total`. Every column gets what its longest number needs, then
/// what its labels need to break decently; the rest is shared out evenly. `unit` is the width of a
/// half-width character.
std::vector<std::uint32_t> column_widths(const sdk::ReportView& report, const guifan_block& block,
                                         std::uint32_t total, std::uint32_t unit);

}  // namespace guifan::writing
