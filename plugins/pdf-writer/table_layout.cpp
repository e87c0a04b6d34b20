// SPDX-License-Identifier: Apache-2.0
#include "table_layout.h"

#include <algorithm>
#include <iterator>

#include "writing/column_widths.h"
#include "writing/grid.h"
#include "writing/markup.h"

namespace guifan::pdfwriter {
namespace {

constexpr double kSizes[] = {10.5, 9, 7.5, 6.5, 5.5};  ///< points
/// A table of more columns than a page can hold at the smallest size is laid out on a wider one and
/// printed as small as it must be, so that no number breaks; but not smaller than this.
constexpr double kSmallestScale = 0.15;
constexpr double kLeading = 1.3;  ///< of the font size
/// Tables of this many columns are set at 9 pt at most.
constexpr std::uint32_t kManyColumns = 9;
constexpr double kTwipsPerPoint = 20;  ///< column widths are shared out in twips

std::uint32_t twips(double points) {
  return static_cast<std::uint32_t>(points * kTwipsPerPoint);
}

/// The largest size at which no number breaks.
double size_of(const sdk::ReportView& report, const guifan_block& block, bool in_notes) {
  std::size_t size = in_notes || block.columns >= kManyColumns ? 1 : 0;
  while (size + 1 < std::size(kSizes) &&
         writing::least_width(report, block, twips(kSizes[size] / 2)) > twips(paper::kTextWidth))
    ++size;
  return kSizes[size];
}

bool is_value(const guifan_grid_cell& cell) {
  return cell.role == GUIFAN_ROLE_VALUE || cell.role == GUIFAN_ROLE_BLANK;
}

/// Makes the last row of each cell high enough; cells of one row first, because those that span
/// several share what the others need.
void set_heights(TableLayout& table) {
  for (double& height : table.heights) height = table.leading + 2 * table.padding;
  std::vector<const LaidOutCell*> spanning;
  for (const LaidOutCell& cell : table.cells) {
    if (cell.row_end - cell.row > 1)
      spanning.push_back(&cell);
    else
      table.heights[cell.row] = std::max(table.heights[cell.row], height_needed(table, cell));
  }
  std::ranges::stable_sort(spanning, {}, &LaidOutCell::row_end);
  for (const LaidOutCell* cell : spanning) {
    double height = 0;
    for (std::uint32_t row = cell->row; row < cell->row_end; ++row) height += table.heights[row];
    table.heights[cell->row_end - 1] += std::max(0.0, height_needed(table, *cell) - height);
  }
}

}  // namespace

TableLayout lay_out_table(LineBreaker& breaker, const sdk::ReportView& report,
                          const guifan_block& block, bool in_notes) {
  TableLayout table;
  table.font_size = size_of(report, block, in_notes);
  const std::uint32_t half_width = twips(table.font_size / 2);
  const double least =
      static_cast<double>(writing::least_width(report, block, half_width)) / kTwipsPerPoint;
  const double scale = std::clamp(paper::kTextWidth / least, kSmallestScale, 1.0);
  double edge = paper::kLeft;
  table.edges.push_back(edge);
  for (const std::uint32_t width :
       writing::column_widths(report, block, twips(paper::kTextWidth / scale), half_width))
    table.edges.push_back(edge += width / kTwipsPerPoint * scale);
  table.font_size *= scale;
  table.leading = table.font_size * kLeading;
  table.padding *= scale;
  table.side_padding *= scale;
  table.header_rows = writing::repeatable_header_rows(block);
  table.heights.resize(block.rows);
  const bool is_template = block.kind == GUIFAN_BLOCK_TEMPLATE_TABLE;

  const std::vector<writing::GridRow> rows = writing::grid_rows(block);
  for (std::uint32_t row = 0; row < block.rows; ++row) {
    const bool labels_only = is_template && rows[row].labels_only;
    table.keep_next.push_back(labels_only);
    for (const writing::GridPiece& piece : rows[row].pieces) {
      if (piece.continues) continue;
      LaidOutCell& cell = table.cells.emplace_back();
      cell.row = row;
      cell.row_end = row + piece.row_span;
      cell.column = piece.column;
      cell.column_end = piece.column + piece.column_span;
      if (piece.cell == nullptr) continue;
      const guifan_cell* value = writing::template_cell(report, *piece.cell);
      cell.shaded = value != nullptr && writing::is_approximate(*value);
      // Labels beside values and plain texts read from the left; numbers and column heads stand in
      // the middle.
      const bool in_header = row < table.header_rows;
      cell.centred =
          is_value(*piece.cell) || labels_only || piece.row_span > 1 || (!is_template && in_header);
      cell.header = (piece.cell->role == GUIFAN_ROLE_LABEL || in_header) &&
                    !writing::trimmed(sdk::view(piece.cell->text)).empty();
      cell.heads_column = labels_only || in_header;
      const double width = table.edges[cell.column_end] - table.edges[cell.column];
      const double room = std::max(1.0, width - 2 * table.side_padding) / table.font_size * 1000;
      std::string text(sdk::view(piece.cell->text));
      if (cell.shaded) text = "≈" + text;
      cell.lines = breaker.lines(FontRole::Text, text, room, 0);
    }
  }
  set_heights(table);
  return table;
}

}  // namespace guifan::pdfwriter
