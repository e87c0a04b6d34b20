// SPDX-License-Identifier: Apache-2.0
// A table of the standard template as a printed grid with the report's values in it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "guifan/standard_report.h"
#include "print/block_builder.h"

namespace guifan::print {

/// Cell id -> index into StandardReport::cells.
using CellIndex = std::unordered_map<std::string_view, std::size_t>;

CellIndex index_cells(const StandardReport& standard);
/// The text that stands in the cell: the value, with its unit where that differs from the column's.
std::string printed_value(const StandardCell& cell);
/// The grid as the layout prints it. `caption` names the table for readers that cannot see it.
guifan_block template_table(Arena& arena, const LayoutTable& table, const StandardReport& standard,
                            const CellIndex& cells, std::string_view caption);

}  // namespace guifan::print
