// SPDX-License-Identifier: Apache-2.0
// Which value columns a printing has: some editions of a form print a column (累计) that others
// leave out, and a row is read only once its number of figures is known.
#pragma once

#include <cstdint>
#include <vector>

#include "recognise/labels/compact_stream.h"
#include "recognise/labels/table_alignment.h"

namespace guifan {

/// Whether a printing has the optional columns (累计) of its layout.
enum class OptionalColumns : std::uint8_t { Absent, Present, Unknown };

/// What the table's own header says; Unknown where the layout has optional columns and no header of
/// any value column was found.
OptionalColumns optional_columns(const TableAlignment& alignment);

/// The table's rows with the value slots that this printing has. Where its own header is lost,
/// `elsewhere` (what the headers of the report's other tables of this layout say) decides, and
/// without any header the number of figures that a row holds. `limit` is where the next
/// recognised table begins, or the end of the stream.
std::vector<ExpectedRow> rows_as_printed(const CompactStream& stream,
                                         const TableAlignment& alignment, OptionalColumns elsewhere,
                                         StreamPoint limit);

}  // namespace guifan
