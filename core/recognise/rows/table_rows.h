// SPDX-License-Identifier: Apache-2.0
// One aligned table, row by row: which tokens belong to which expected row, and which belong to
// none.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "recognise/labels/table_alignment.h"
#include "recognise/rows/row_readings.h"

namespace guifan {

/// The tokens of one expected row.
struct RowTokens {
  bool matched = false;      ///< its label was found
  bool by_position = false;  ///< the row has no label; it follows the header
  const MatchedLabel* label = nullptr;
  std::vector<RowToken> tokens;     ///< no Foreign ones
  bool next_row_missing = false;    ///< lines only: the label of the following row was lost
  bool next_row_unprinted = false;  ///< lines only: as above, but the row may never have been
                                    ///< printed: it is optional, or the table ends here
  bool noise = false;               ///< foreign lines stood between its figures
  bool doubtful = false;            ///< what is left of it says nothing for certain
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

/// The tokens of `rows`.
TableRows collect_rows(const CompactStream& stream, const TableAlignment& alignment,
                       const std::vector<ExpectedRow>& rows, StreamPoint limit);

}  // namespace guifan
