// SPDX-License-Identifier: Apache-2.0
#include "recognise/rows/printed_columns.h"

#include <algorithm>

#include "recognise/columns/printed_header.h"
#include "recognise/rows/table_rows.h"

namespace guifan {
namespace {

/// A header label of this value slot's column was found.
bool header_found(const TableAlignment& alignment, const Slot& value) {
  return std::any_of(alignment.labels.begin(), alignment.labels.end(),
                     [&](const MatchedLabel& matched) {
                       const ExpectedLabel& label = alignment.table->labels[matched.label];
                       return !label.row_label && label.slot->row < value.row &&
                              label.slot->column == value.column;
                     });
}

/// A row holds as many figures as there are columns, optional ones included, or so many rows lost
/// their figures that those of an optional column may be all that is left.
bool optional_column_possible(const CompactStream& stream, const TableAlignment& alignment,
                              const std::vector<ExpectedRow>& rows, StreamPoint limit) {
  const TableRows all = collect_rows(stream, alignment, rows, limit);
  std::size_t matched = 0, lost = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (!all.rows[r].matched) continue;
    ++matched;
    const auto& tokens = all.rows[r].tokens;
    const auto figures = static_cast<std::size_t>(
        std::count_if(tokens.begin(), tokens.end(),
                      [](const RowToken& token) { return token.kind != RowToken::Kind::Unit; }));
    if (figures == 0) ++lost;
    // The digits of a code column are no figure of an optional one.
    const std::size_t code =
        rows[r].has_code && !tokens.empty() &&
                std::any_of(tokens.begin(), tokens.end(),
                            [&](const RowToken& token) { return token.text == rows[r].code; })
            ? 1
            : 0;
    if (figures != 0 && !all.rows[r].noise && figures >= rows[r].values.size() + code) return true;
  }
  return lost * 4 > matched;
}

/// Most labels stand on a line of their own.
bool stands_in_lines(const CompactStream& stream, const TableAlignment& alignment) {
  const auto own_line = std::count_if(
      alignment.labels.begin(), alignment.labels.end(), [&](const MatchedLabel& label) {
        return !stream.atoms[label.begin.atom].grid && label.begin.byte == 0;
      });
  return static_cast<std::size_t>(own_line) * 2 > alignment.labels.size();
}

bool alignment_in_grid(const CompactStream& stream, const TableAlignment& alignment) {
  return stream.atoms[alignment.labels.front().begin.atom].grid;
}

bool is_optional(const Slot* slot) {
  return slot->optional;
}

}  // namespace

OptionalColumns optional_columns(const TableAlignment& alignment) {
  bool any_optional = false, any_header = false;
  for (const ExpectedRow& row : alignment.table->rows)
    for (const Slot* slot : row.values) {
      const bool found = header_found(alignment, *slot);
      if (found && slot->optional) return OptionalColumns::Present;
      any_optional = any_optional || slot->optional;
      any_header = any_header || found;
    }
  return any_header || !any_optional ? OptionalColumns::Absent : OptionalColumns::Unknown;
}

std::vector<ExpectedRow> rows_as_printed(const CompactStream& stream,
                                         const TableAlignment& alignment, OptionalColumns elsewhere,
                                         StreamPoint limit) {
  std::vector<ExpectedRow> rows = alignment.table->rows;
  OptionalColumns columns = optional_columns(alignment);
  if (columns == OptionalColumns::Unknown) columns = elsewhere;
  const bool has_optional = std::any_of(rows.begin(), rows.end(), [](const ExpectedRow& row) {
    return std::any_of(row.values.begin(), row.values.end(), is_optional);
  });
  if (!has_optional) return rows;
  // Among lines a header may be lost while its column is not; a grid, and text without any line
  // break in the table, keep it.
  const bool header_decides =
      !stands_in_lines(stream, alignment) && columns != OptionalColumns::Unknown;
  // 上年度 | 本年: two columns, and none of them 累计.
  const bool another =
      !alignment_in_grid(stream, alignment) && PrintedHeader(stream, alignment).has_figures_aside();
  if (another) columns = OptionalColumns::Absent;
  if (!another && !header_decides && columns != OptionalColumns::Present &&
      optional_column_possible(stream, alignment, rows, limit)) {
    for (ExpectedRow& row : rows) row.columns_guessed = true;
    return rows;
  }
  if (columns == OptionalColumns::Present) return rows;
  for (ExpectedRow& row : rows) std::erase_if(row.values, is_optional);
  return rows;
}

}  // namespace guifan
