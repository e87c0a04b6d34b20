// SPDX-License-Identifier: Apache-2.0
// Which column of a grid holds which figure of a row, by what the header prints above the columns.
// Forms that look alike have one column more, one less, or the same ones in another order; the
// words above a column say what it holds, its position does not.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "recognise/labels/row_tokens.h"
#include "recognise/labels/table_alignment.h"

namespace guifan {

struct NamedColumns {
  enum class Verdict : std::uint8_t {
    Unknown,      ///< no header, not this form's words, or it stands beside its columns
    Named,        ///< each figure stands under its heading
    CellMissing,  ///< the row ends before the last heading: which cell is gone nobody knows
    Contradicted  ///< the columns are other ones than the form's
  };
  Verdict verdict = Verdict::Unknown;
  /// Named: the grid column of each value slot of the row; none where the table lacks it.
  std::vector<std::optional<std::uint32_t>> of_slot;
  bool as_in_form = false;  ///< Named: all of them, in the form's order, with none beside them
};

/// REQUIRES: `label` stands in a grid, `tokens` are the figures, dashes and empty cells of its grid
/// row.
NamedColumns named_columns(const CompactStream& stream, const TableAlignment& alignment,
                           const ExpectedRow& row, const MatchedLabel& label,
                           const std::vector<RowToken>& tokens);

}  // namespace guifan
