// SPDX-License-Identifier: Apache-2.0
#include "writing/flat_table.h"

#include <algorithm>

#include "writing/grid.h"
#include "writing/markup.h"

namespace guifan::writing {
namespace {

bool covers_row(const guifan_grid_cell& cell, std::uint32_t row) {
  return cell.row <= row && row < cell.row + cell.row_span;
}
bool covers_column(const guifan_grid_cell& cell, std::uint32_t column) {
  return cell.column <= column && column < cell.column + cell.column_span;
}
bool is_value(const guifan_grid_cell& cell) {
  return cell.role == GUIFAN_ROLE_VALUE || cell.role == GUIFAN_ROLE_BLANK;
}

/// Rows [head, body) hold labels only, rows [body, end) values.
FlatTable flatten_run(const guifan_block& block, std::uint32_t head, std::uint32_t body,
                      std::uint32_t end) {
  FlatTable table;
  std::vector<std::uint32_t> columns;
  for (const guifan_grid_cell& cell : cells_of(block))
    if (is_value(cell) && cell.row >= body && cell.row < end &&
        std::ranges::find(columns, cell.column) == columns.end())
      columns.push_back(cell.column);
  std::ranges::sort(columns);
  table.columns.resize(columns.size());
  const std::uint32_t first_value = columns.empty() ? block.columns : columns.front();

  for (const guifan_grid_cell& cell : cells_of(block)) {
    if (cell.row < head || cell.row >= body || is_value(cell)) continue;
    const std::string_view text = trimmed(sdk::view(cell.text));
    if (text.empty()) continue;
    if (cell.column_span >= block.columns) {
      table.titles.push_back(text);
      continue;
    }
    if (cell.column < first_value) table.corner.push_back(text);
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (covers_column(cell, columns[i])) table.columns[i].push_back(text);
  }
  for (std::uint32_t row = body; row < end; ++row) {
    FlatRow flat;
    flat.values.resize(columns.size());
    for (const guifan_grid_cell& cell : cells_of(block)) {
      if (is_value(cell)) {
        const auto column = std::ranges::find(columns, cell.column);
        if (cell.row == row && column != columns.end())
          flat.values[static_cast<std::size_t>(column - columns.begin())] = &cell;
      } else if (covers_row(cell, row)) {
        const std::string_view text = trimmed(sdk::view(cell.text));
        if (!text.empty()) flat.labels.push_back(text);
      }
    }
    table.rows.push_back(std::move(flat));
  }
  return table;
}

}  // namespace

std::vector<FlatTable> flatten(const guifan_block& block) {
  const std::vector<GridRow> rows = grid_rows(block);
  std::vector<FlatTable> tables;
  for (std::uint32_t head = 0; head < block.rows;) {
    std::uint32_t body = head;
    while (body < block.rows && rows[body].labels_only) ++body;
    std::uint32_t end = body;
    while (end < block.rows && !rows[end].labels_only) ++end;
    tables.push_back(flatten_run(block, head, body, end));
    head = end;
  }
  return tables;
}

std::string join(const LabelPath& path, std::string_view separator) {
  std::string joined;
  for (const std::string_view label : path) {
    if (!joined.empty()) joined += separator;
    for_each_line(label, [&](std::string_view line) { joined += line; });
  }
  return joined;
}

}  // namespace guifan::writing
