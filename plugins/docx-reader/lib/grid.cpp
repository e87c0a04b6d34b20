// SPDX-License-Identifier: Apache-2.0
#include "grid.h"

#include <algorithm>

#include "docx_limits.h"

namespace guifan::docx {
namespace {

constexpr std::uint32_t kNobody = 0xFFFFFFFFu;

bool are_edges_of_grid(const std::vector<std::int64_t>& columns, const TableRecord& table,
                       std::int64_t tolerance) {
  if (table.cells.front().width_in_percent || columns.size() != table.grid_widths.size())
    return false;
  std::int64_t edge = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (table.grid_widths[i] <= tolerance) return false;
    edge += table.grid_widths[i];
    if (std::abs(edge - columns[i]) > tolerance) return false;
  }
  return true;
}

// Files without tblGrid and gridSpan exist whose rows differ in cells and agree in width: there the
// cell edges give the columns, as Word draws them. Needs the width of every cell, rows of one total
// width (within 2 %), and edges that are apart or the same; anything less clear is left alone.
// The same holds where a grid is there but no cell says how much of it it takes: then every edge
// must be one of the grid's.
std::optional<std::vector<std::uint32_t>> spans_by_width(const TableRecord& table) {
  std::uint32_t fewest = kNobody, most = 0;
  std::vector<std::int64_t> edges;
  std::int64_t total = 0;
  for (const RowRecord& row : table.rows) {
    if (row.before != 0) return std::nullopt;
    std::int64_t edge = 0;
    for (std::uint32_t i = 0; i < row.cell_count; ++i) {
      const CellRecord& cell = table.cells[row.first_cell + i];
      if (cell.width <= 0 || cell.span != 1 ||
          cell.width_in_percent != table.cells.front().width_in_percent)
        return std::nullopt;
      edge += cell.width;
      edges.push_back(edge);
    }
    if (total == 0) total = edge;
    if (std::abs(edge - total) * 50 > total) return std::nullopt;
    fewest = std::min(fewest, row.cell_count);
    most = std::max(most, row.cell_count);
  }
  if (fewest == most || most > limits::table_columns) return std::nullopt;
  std::sort(edges.begin(), edges.end());
  const std::int64_t tolerance = std::max<std::int64_t>(total / 50, 1);
  std::vector<std::int64_t> columns;  // right edge of each column: one value a cluster
  for (const std::int64_t edge : edges)
    if (columns.empty() || edge - columns.back() > tolerance) columns.push_back(edge);
  if (table.grid_columns != 0 && !are_edges_of_grid(columns, table, tolerance)) return std::nullopt;
  const auto column_of = [&](std::int64_t edge) {
    return static_cast<std::uint32_t>(std::upper_bound(columns.begin(), columns.end(), edge) -
                                      columns.begin());
  };
  std::vector<std::uint32_t> spans;
  for (const RowRecord& row : table.rows) {
    std::int64_t edge = 0;
    std::uint32_t before = 0;
    for (std::uint32_t i = 0; i < row.cell_count; ++i) {
      edge += table.cells[row.first_cell + i].width;
      const std::uint32_t after = column_of(edge);
      if (after <= before) return std::nullopt;
      spans.push_back(after - before);
      before = after;
    }
  }
  return spans;
}

}  // namespace

std::optional<Grid> resolve_grid(const TableRecord& table) {
  const auto by_width = spans_by_width(table);
  Grid grid;
  grid.rows = static_cast<std::uint32_t>(table.rows.size());
  std::vector<std::uint32_t> owner_above;  // grid cell that may be continued at each column
  std::vector<std::uint32_t> owner;
  std::size_t seen_cells = 0;
  for (std::uint32_t r = 0; r < grid.rows; ++r) {
    const RowRecord& row = table.rows[r];
    owner.clear();
    std::uint32_t column = row.before;
    bool merging = false;
    for (std::uint32_t i = 0; i < row.cell_count; ++i) {
      const std::uint32_t source = row.first_cell + i;
      const CellRecord& cell = table.cells[source];
      const std::uint32_t span = by_width ? (*by_width)[seen_cells + i] : cell.span;
      if (column + span > limits::table_columns) return std::nullopt;
      // The old horizontal merge: continues the cell on its left, which must have started one.
      const bool continues = cell.horizontal == Merge::Continue && merging;
      if (continues && !grid.cells.empty() && grid.cells.back().row == r &&
          grid.cells.back().column + grid.cells.back().column_span == column) {
        grid.cells.back().column_span += span;
        grid.cells.back().sources.push_back(source);
        column += span;
        continue;
      }
      merging = cell.horizontal == Merge::Start;
      std::uint32_t above = kNobody;
      if (cell.vertical == Merge::Continue && column < owner_above.size())
        above = owner_above[column];
      if (above != kNobody &&
          (grid.cells[above].column != column || grid.cells[above].column_span != span))
        above = kNobody;
      owner.resize(std::max<std::size_t>(owner.size(), column + span), kNobody);
      if (above != kNobody) {
        grid.cells[above].row_span = r - grid.cells[above].row + 1;
        grid.covered.push_back(source);
        owner[column] = above;
      } else {
        if (cell.vertical != Merge::None)
          owner[column] = static_cast<std::uint32_t>(grid.cells.size());
        grid.cells.push_back({r, column, 1, span, row.header, {source}});
      }
      column += span;
    }
    seen_cells += row.cell_count;
    grid.columns = std::max(grid.columns, column);
    owner_above.swap(owner);
  }
  return grid;
}

}  // namespace guifan::docx
