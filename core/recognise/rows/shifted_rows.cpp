// SPDX-License-Identifier: Apache-2.0
#include "recognise/rows/shifted_rows.h"

#include <algorithm>

#include "guifan/text.h"

namespace guifan {
namespace {

/// Words of this table stand above the cell, in its own column: a column that the body has added.
/// `first_row`: where the table begins in its grid. `label`: the atom of the row's label.
bool has_heading(const CompactStream& stream, const Atom& cell, std::uint32_t first_row,
                 std::size_t label) {
  for (std::size_t i = label; i-- > 0 && stream.atoms[i].block == cell.block;) {
    const Atom& above = stream.atoms[i];
    if (above.row < first_row) break;
    if (above.column == cell.column && above.row < cell.row && !above.text.empty() &&
        !parse_number(above.text))
      return true;
  }
  return false;
}

}  // namespace

bool rows_are_shifted(const CompactStream& stream, const TableAlignment& alignment,
                      std::uint32_t block, std::uint32_t first_column) {
  const Atom& first = stream.atoms[alignment.labels.front().begin.atom];
  const std::uint32_t first_row = first.block == block ? first.row : 0;
  return std::ranges::any_of(alignment.labels, [&](const MatchedLabel& matched) {
    const std::size_t label = matched.end.atom;
    const Atom& own = stream.atoms[label];
    if (!alignment.table->labels[matched.label].row_label || !own.grid || own.block != block)
      return false;
    for (std::size_t i = label + 1; i < stream.atoms.size(); ++i) {
      const Atom& atom = stream.atoms[i];
      if (!atom.grid || atom.block != block || atom.row != own.row || atom.column >= first_column)
        return false;
      if (parse_number(atom.text)) return !has_heading(stream, atom, first_row, label);
    }
    return false;
  });
}

}  // namespace guifan
