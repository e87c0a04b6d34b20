// SPDX-License-Identifier: Apache-2.0
// One aligned table, row by row: which tokens belong to which expected row, and which belong to
// none.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "recognise/row_readings.h"
#include "recognise/table_alignment.h"

namespace guifan {

/// The tokens of one expected row.
struct RowTokens {
  bool matched = false;      ///< its label was found
  bool by_position = false;  ///< the row has no label; it follows the header
  const MatchedLabel* label = nullptr;
  std::vector<RowToken> tokens;  ///< no Foreign ones
  RowContext context;
  StreamPoint end;  ///< behind the last token
};

/// Numbers between two labels that no expected row accounts for, with the words in front of them.
struct StrayNumber {
  std::string words;
  RowToken token;
};

struct TableRows {
  std::vector<RowTokens> rows;  ///< one an expected row
  std::vector<StrayNumber> strays;
  StreamPoint begin, end;  ///< region of the table in the stream
};

/// The table's rows with the value slots that this printing has: optional columns (累计) count when
/// their header was found or, where no header was found at all, when most rows hold as many
/// figures. `limit` is where the next recognised table begins, or the end of the stream.
std::vector<ExpectedRow> rows_as_printed(const CompactStream& stream,
                                         const TableAlignment& alignment, StreamPoint limit);

/// The tokens of `rows`.
TableRows collect_rows(const CompactStream& stream, const TableAlignment& alignment,
                       const std::vector<ExpectedRow>& rows, StreamPoint limit);

}  // namespace guifan
