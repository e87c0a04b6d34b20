// SPDX-License-Identifier: Apache-2.0
// What stands on each sheet.
#pragma once

#include "workbook.h"

namespace guifan::xlsx {

/// A table of the template as printed, or a table of plain texts, on a sheet of its own.
void table_sheet(Workbook& workbook, const sdk::ReportView& report, const guifan_block& block,
                 std::string_view name);
/// The long table: one row a cell of the template.
void data_sheet(Workbook& workbook, const sdk::ReportView& report, bool chinese);
/// The source's own text, one row a block.
void text_sheet(Workbook& workbook, const sdk::ReportView& report, bool chinese);
/// The conversion notes.
void notes_sheet(Workbook& workbook, const sdk::ReportView& report, bool chinese);

}  // namespace guifan::xlsx
