// SPDX-License-Identifier: Apache-2.0
#include "table_layout.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>

#include "writing/column_widths.h"
#include "writing/grid.h"
#include "writing/markup.h"
#include "writing/table_look.h"

namespace guifan::pdfwriter {
namespace {

constexpr double kSizes[] = {10, 9.5, 9, 8.5, 8, 7.5, 6.5, 5.5};  ///< points
/// A table of more columns than a page can hold at the smallest size is laid out on a wider one and
/// printed as small as it must be, so that no number breaks; but not smaller than this.
constexpr double kSmallestScale = 0.15;
constexpr double kLeading = 1.3;  ///< of the font size
/// The source's tables of this many columns are set at 9 pt at most.
constexpr std::uint32_t kManyColumns = 9;
constexpr double kSmallTable = 9;
/// A table of the template is set smaller, down to this size, where it then fits on one page, with
/// so much left for the heading above.
constexpr double kSmallestWhole = 8, kHeadingRoom = 45;
constexpr double kTwipsPerPoint = 20;  ///< column widths are shared out in twips

std::uint32_t twips(double points) {
  return static_cast<std::uint32_t>(points * kTwipsPerPoint);
}

/// Lines of a label: none of them of one character, where others have room for it.
std::vector<TextLine> label_lines(LineBreaker& breaker, std::string_view text, double room) {
  std::vector<TextLine> all;
  writing::for_each_line(text, [&](std::string_view one) {
    std::vector<TextLine> lines = breaker.lines(FontRole::Text, one, room, 0);
    if (lines.size() > 1 && lines.back().glyphs.size() == 1) {
      double whole = 0;
      for (const TextLine& line : lines) whole += line.width;
      constexpr double kHalfCharacter = 500;
      const double even = whole / static_cast<double>(lines.size()) + kHalfCharacter;
      auto balanced = breaker.lines(FontRole::Text, one, std::min(room, even), 0);
      if (balanced.size() == lines.size()) lines = std::move(balanced);
    }
    std::ranges::move(lines, std::back_inserter(all));
  });
  return all;
}

/// Makes the last row of each cell high enough; cells of one row first, because those that span
/// several share what the others need.
/// REQUIRES: the least heights stand in `table.heights`.
void set_heights(TableLayout& table) {
  for (double& height : table.heights) height = std::max(height, table.leading + 2 * table.padding);
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

/// Sizes and column boundaries. `scale`: of a table that is laid out on a wider page.
TableLayout geometry(const sdk::ReportView& report, const guifan_block& block, double size,
                     double scale) {
  TableLayout table;
  table.font_size = size * scale;
  table.leading = table.font_size * kLeading;
  table.padding *= scale;
  table.side_padding *= scale;
  table.whole = block.kind == GUIFAN_BLOCK_TEMPLATE_TABLE;
  table.header_rows = writing::repeatable_header_rows(block);
  table.heights.resize(block.rows);
  double edge = paper::kTableLeft;
  table.edges.push_back(edge);
  for (const std::uint32_t width :
       writing::column_widths(report, block, twips(paper::kTableWidth / scale), twips(size / 2)))
    table.edges.push_back(edge += width / kTwipsPerPoint * scale);
  return table;
}

/// Sets the cells' lines. False: a word or a number had to be cut.
bool fill(TableLayout& table, LineBreaker& breaker, const sdk::ReportView& report,
          const guifan_block& block) {
  bool whole_words = true;
  const bool is_template = block.kind == GUIFAN_BLOCK_TEMPLATE_TABLE;
  const std::vector<writing::GridRow> rows = writing::grid_rows(block);
  for (std::uint32_t row = 0; row < block.rows; ++row) {
    const bool labels_only = is_template && rows[row].labels_only;
    table.keep_next.push_back(labels_only);
    table.heights[row] = writing::least_row_height(block, rows[row]) / kTwipsPerPoint;
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
      const bool in_header = row < table.header_rows;
      const bool label = piece.cell->role == GUIFAN_ROLE_LABEL;
      cell.band = writing::is_band(block, piece);
      cell.centred = writing::is_centred(block, rows[row], piece, in_header);
      cell.header = (label || in_header) && !writing::trimmed(sdk::view(piece.cell->text)).empty();
      cell.heads_column = labels_only || in_header;
      const double width = table.edges[cell.column_end] - table.edges[cell.column];
      const double room = std::max(1.0, width - 2 * table.side_padding) / table.font_size * 1000;
      std::string text(sdk::view(piece.cell->text));
      if (cell.shaded) text = "≈" + text;
      cell.lines =
          label ? label_lines(breaker, text, room) : breaker.lines(FontRole::Text, text, room, 0);
      for (const TextLine& line : cell.lines) whole_words = whole_words && !line.cut;
    }
  }
  set_heights(table);
  return whole_words;
}

}  // namespace

TableLayout lay_out_table(LineBreaker& breaker, const sdk::ReportView& report,
                          const guifan_block& block, bool in_notes) {
  const bool many = block.kind != GUIFAN_BLOCK_TEMPLATE_TABLE && block.columns >= kManyColumns;
  std::optional<TableLayout> largest;  ///< that cuts no word
  for (const double size : kSizes) {
    if (size > kSmallTable && (in_notes || many)) continue;
    TableLayout table = geometry(report, block, size, 1);
    if (!fill(table, breaker, report, block)) continue;
    const double height = std::accumulate(table.heights.begin(), table.heights.end(), 0.0);
    const bool fits = !table.whole || height + kHeadingRoom <= paper::kTextHeight;
    if (fits && (size >= kSmallestWhole || !largest)) return table;
    if (!largest) largest = std::move(table);
    if (size <= kSmallestWhole) break;
  }
  if (largest) return *std::move(largest);
  const double size = kSizes[std::size(kSizes) - 1];
  const double least =
      static_cast<double>(writing::least_width(report, block, twips(size / 2))) / kTwipsPerPoint;
  TableLayout table =
      geometry(report, block, size, std::clamp(paper::kTableWidth / least, kSmallestScale, 1.0));
  fill(table, breaker, report, block);
  return table;
}

}  // namespace guifan::pdfwriter
