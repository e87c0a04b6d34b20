// SPDX-License-Identifier: Apache-2.0
// One table, from the labels that stand in the document to its figures.
#pragma once

#include <cstddef>

#include "guifan/recognise.h"
#include "recognise/labels/table_alignment.h"
#include "recognise/rows/printed_columns.h"
#include "recognise/rows/table_rows.h"

namespace guifan {

/// Adds the table's figures to `out`, with their tokens, what its rows hold besides (residue), and
/// what was lost or stays open (diagnostics). `number`: of the table in the document, from 1;
/// `limit`: where the next table begins. Returns the rows and the region that they cover.
TableRows read_table(const CompactStream& stream, const TableAlignment& alignment,
                     std::size_t number, OptionalColumns columns, StreamPoint limit,
                     TableFindings& out);

}  // namespace guifan
