// SPDX-License-Identifier: Apache-2.0
#include "print/template_grid.h"

#include <algorithm>

namespace guifan::print {
namespace {

guifan_grid_cell print_slot(Arena& arena, const Slot& slot, const StandardReport& standard,
                            const CellIndex& cells) {
  guifan_grid_cell printed{slot.row,          slot.column, slot.row_span, slot.column_span,
                           GUIFAN_ROLE_LABEL, 0,           {"", 0},       -1};
  switch (slot.kind) {
    case SlotKind::Label:
      printed.text = arena.keep(slot.label.text);
      break;
    case SlotKind::Unit:
    case SlotKind::Code:
      printed.text = arena.keep(slot.text);
      break;
    case SlotKind::Blank:
      printed.role = GUIFAN_ROLE_TEXT;
      break;
    case SlotKind::Value: {
      printed.role = GUIFAN_ROLE_BLANK;
      const auto found = cells.find(slot.indicator);
      if (found == cells.end()) break;
      printed.cell = static_cast<std::int64_t>(found->second);
      const StandardCell& cell = standard.cells[found->second];
      if (!cell.filled) break;
      printed.role = GUIFAN_ROLE_VALUE;
      printed.text = arena.keep(printed_value(cell));
      break;
    }
  }
  return printed;
}

}  // namespace

CellIndex index_cells(const StandardReport& standard) {
  CellIndex index;
  for (std::size_t i = 0; i < standard.cells.size(); ++i) index.emplace(standard.cells[i].id, i);
  return index;
}

std::string printed_value(const StandardCell& cell) {
  return cell.value + cell.unit;
}

guifan_block template_table(Arena& arena, const LayoutTable& table, const StandardReport& standard,
                            const CellIndex& cells, std::string_view caption) {
  guifan_block block{};
  block.kind = GUIFAN_BLOCK_TEMPLATE_TABLE;
  block.printed = 1;
  block.text = arena.keep(caption);
  block.place = arena.keep("");
  block.columns = table.columns;
  std::vector<guifan_grid_cell> grid;
  // Several small tables may stand below each other in one grid, each with header rows of its own:
  // then none of them heads the whole and none is repeated after a page break.
  bool in_head = true;
  bool heads_below = false;
  for (const SlotRow& row : table.rows) {
    in_head = in_head && row.header;
    if (in_head) ++block.header_rows;
    heads_below = heads_below || (row.header && !in_head);
    for (const Slot& slot : row.slots) {
      guifan_grid_cell cell = print_slot(arena, slot, standard, cells);
      cell.header = row.header ? 1 : 0;
      block.rows = std::max(block.rows, cell.row + cell.row_span);
      grid.push_back(cell);
    }
  }
  if (heads_below) block.header_rows = 0;
  block.grid_size = grid.size();
  block.grid = arena.keep(std::move(grid));
  return block;
}

}  // namespace guifan::print
