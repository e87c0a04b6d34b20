// SPDX-License-Identifier: Apache-2.0
#include "print/block_builder.h"

#include <algorithm>

namespace guifan::print {
namespace {

guifan_block plain(Arena& arena, std::uint32_t kind, std::string_view text,
                   std::string_view place) {
  guifan_block block{};
  block.kind = kind;
  block.printed = 1;
  block.text = arena.keep(text);
  block.place = arena.keep(place);
  return block;
}

void set_grid(Arena& arena, guifan_block& block, std::vector<guifan_grid_cell> grid) {
  block.grid_size = grid.size();
  block.grid = arena.keep(std::move(grid));
}

/// Leading rows whose cells the source marks as header cells, all of them.
std::uint32_t leading_header_rows(const Table& table) {
  std::vector<bool> is_header(table.rows, true);
  for (const TableCell& cell : table.cells)
    if (!cell.header && cell.row < table.rows) is_header[cell.row] = false;
  const auto end = std::find(is_header.begin(), is_header.end(), false);
  // A table of header cells only has no body to repeat them for.
  return end == is_header.end() ? 0 : static_cast<std::uint32_t>(end - is_header.begin());
}

}  // namespace

guifan_block heading(Arena& arena, std::string_view text, std::uint32_t level,
                     std::string_view place) {
  guifan_block block = plain(arena, GUIFAN_BLOCK_HEADING, text, place);
  block.level = level;
  return block;
}

guifan_block paragraph(Arena& arena, std::string_view text, std::string_view place) {
  return plain(arena, GUIFAN_BLOCK_PARAGRAPH, text, place);
}

guifan_block text_table(Arena& arena, std::uint32_t kind, std::string_view caption,
                        const TextRows& rows) {
  std::vector<guifan_string> texts;
  for (const auto& row : rows)
    for (const std::string& text : row) texts.push_back(arena.keep(text));
  return kept_text_table(arena, kind, caption, rows.front().size(), texts);
}

guifan_block kept_text_table(Arena& arena, std::uint32_t kind, std::string_view caption,
                             std::size_t columns, std::span<const guifan_string> texts) {
  guifan_block block = plain(arena, kind, caption, {});
  block.columns = static_cast<std::uint32_t>(columns);
  block.rows = static_cast<std::uint32_t>(texts.size() / columns);
  block.header_rows = 1;
  std::vector<guifan_grid_cell> grid;
  grid.reserve(texts.size());
  for (std::uint32_t row = 0; row < block.rows; ++row) {
    for (std::uint32_t column = 0; column < block.columns; ++column) {
      const std::uint32_t role = row == 0 ? GUIFAN_ROLE_LABEL : GUIFAN_ROLE_TEXT;
      grid.push_back(
          {row, column, 1, 1, role, row == 0 ? 1u : 0u, texts[row * columns + column], -1});
    }
  }
  set_grid(arena, block, std::move(grid));
  return block;
}

guifan_block source_table(Arena& arena, const Table& table, std::string_view flat_text,
                          std::string_view place, bool printed) {
  guifan_block block = plain(arena, GUIFAN_BLOCK_SOURCE_TABLE, flat_text, place);
  block.printed = printed ? 1 : 0;
  block.rows = table.rows;
  block.columns = table.columns;
  block.header_rows = leading_header_rows(table);
  std::vector<guifan_grid_cell> grid;
  grid.reserve(table.cells.size());
  for (const TableCell& cell : table.cells) {
    const std::uint32_t role = cell.header ? GUIFAN_ROLE_LABEL : GUIFAN_ROLE_TEXT;
    grid.push_back({cell.row, cell.column, cell.row_span, cell.column_span, role,
                    cell.row < block.header_rows ? 1u : 0u, arena.keep(cell.text.original), -1});
  }
  set_grid(arena, block, std::move(grid));
  return block;
}

}  // namespace guifan::print
