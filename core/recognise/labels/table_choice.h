// SPDX-License-Identifier: Apache-2.0
// Which layout's reading of a region counts. Layouts share labels; the one whose own labels are
// there wins, table by table, and a tie is settled by the rest of the report, never by the year.
#pragma once

#include <vector>

#include "recognise/labels/table_alignment.h"

namespace guifan {

/// Keeps, of alignments that overlap in the document, the best one. The result is ordered by place.
std::vector<TableAlignment> choose_tables(std::vector<TableAlignment> alignments);

/// How much of the table's expected labels, between the first and the last matched one, was found:
/// 0..1 by weight.
double coverage(const TableAlignment& alignment);

}  // namespace guifan
