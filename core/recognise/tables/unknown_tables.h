// SPDX-License-Identifier: Apache-2.0
// Tables that no layout describes: every figure goes to the residue with its labels, so that
// nothing is lost.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_set>

#include "guifan/recognise.h"
#include "guifan/text.h"

namespace guifan {

/// The text is a number that counts something, and nothing else: 2015年 in a header names a column.
std::optional<PrintedNumber> counted_number(std::string_view normalised);

/// Adds residue, tokens and a diagnostic that names the header for every grid that recognition did
/// not use, and for what it left over of a grid: `read` are the cells that stand in the region of a
/// recognised table. What belongs to another report of the file needs no diagnostic of its own.
void collect_unknown_tables(const SourceDocument& document, const ChapterPlan& plan,
                            const std::unordered_set<const Text*>& read, TableFindings& findings);

/// Why a figure of a table without a layout fills nothing.
inline std::string_view unknown_reason(bool other_report) {
  return other_report ? "other-report" : "unrecognised-table";
}

}  // namespace guifan
