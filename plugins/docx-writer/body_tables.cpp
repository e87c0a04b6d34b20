// SPDX-License-Identifier: Apache-2.0
#include <iterator>
#include <numeric>
#include <span>

#include "body.h"
#include "writing/column_widths.h"
#include "writing/grid.h"
#include "writing/markup.h"
#include "writing/table_look.h"

namespace guifan::docx {
namespace {

using sdk::view;
using writing::GridPiece;
using writing::GridRow;
using writing::is_band;
using writing::is_value;

/// Width of every table, twips. The template's tables reach over both margins alike.
constexpr std::uint32_t kTableWidth = 9740;
/// A table of the template that fits on a page is kept on one.
constexpr std::uint32_t kRowsOnAPage = 36;
constexpr std::uint32_t kCellMargin = 57;  ///< left and right (styles.xml), twips
constexpr std::string_view kBandColour = "C6D9F1";

/// A paragraph style for tables and the width of a half-width character in it, twips.
struct Size {
  std::string_view style;
  std::uint32_t half_width;
};
constexpr Size kSizes[] = {{"TableText", 100}, {"TableTextSmall", 90}, {"TableTextTiny", 75}};

/// The source's tables of this many columns are set at 9 pt at most.
constexpr std::uint32_t kManyColumns = 9;

void append_number(std::string& out, std::string_view before, std::uint64_t number,
                   std::string_view after) {
  out += before;
  out += std::to_string(number);
  out += after;
}

/// The largest size at which no number breaks; the smallest where none is small enough.
const Size& size_of(const sdk::ReportView& report, const guifan_block& block, bool in_notes) {
  const bool many = block.kind != GUIFAN_BLOCK_TEMPLATE_TABLE && block.columns >= kManyColumns;
  std::size_t size = in_notes || many ? 1 : 0;
  while (size + 1 < std::size(kSizes) &&
         writing::least_width(report, block, kSizes[size].half_width) > kTableWidth)
    ++size;
  return kSizes[size];
}

/// Four characters break into two lines of two, never into three and one: side margins that leave
/// room for two. 0 where nothing needs to be done.
std::uint32_t balancing_margin(const GridPiece& piece, std::uint64_t cell_width, const Size& size) {
  constexpr std::uint32_t kFourCharacters = 8, kThreeCharacters = 6, kTwoAndSome = 5;
  if (piece.cell == nullptr || is_value(*piece.cell) || piece.column_span > 1) return 0;
  const std::string_view label = view(piece.cell->text);
  const std::uint64_t room = cell_width - std::min<std::uint64_t>(cell_width, 2 * kCellMargin);
  const bool breaks_badly = writing::text_units(label) == kFourCharacters && label.size() == 12 &&
                            room >= kThreeCharacters * size.half_width &&
                            room < kFourCharacters * size.half_width;
  return breaks_badly ? static_cast<std::uint32_t>((cell_width - kTwoAndSome * size.half_width) / 2)
                      : 0;
}

/// `w:tblPr` and the grid, up to the first row.
void append_table_head(std::string& out, const guifan_block& block,
                       const std::vector<std::uint32_t>& widths) {
  append_number(out, "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/><w:tblW w:w=\"",
                kTableWidth,
                "\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/>");
  if (block.kind != GUIFAN_BLOCK_SOURCE_TABLE && block.text.size != 0) {
    out += "<w:tblCaption w:val=\"";
    writing::append_escaped(out, view(block.text));
    out += "\"/>";
  }
  out += "</w:tblPr><w:tblGrid>";
  for (const std::uint32_t width : widths) append_number(out, "<w:gridCol w:w=\"", width, "\"/>");
  out += "</w:tblGrid>\n";
}

void append_row_properties(std::string& out, std::uint32_t least_height, bool repeats) {
  out += "<w:trPr><w:cantSplit/>";
  if (least_height != 0)
    append_number(out, "<w:trHeight w:val=\"", least_height, "\" w:hRule=\"atLeast\"/>");
  if (repeats) out += "<w:tblHeader/>";
  out += "</w:trPr>";
}

/// `fill`: colour of the ground, or empty.
void append_cell_properties(std::string& out, const GridPiece& piece, std::uint64_t cell_width,
                            std::string_view fill, const Size& size) {
  append_number(out, "<w:tcPr><w:tcW w:w=\"", cell_width, "\" w:type=\"dxa\"/>");
  if (piece.column_span > 1) append_number(out, "<w:gridSpan w:val=\"", piece.column_span, "\"/>");
  if (piece.cell != nullptr && piece.row_span > 1)
    out += piece.continues ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>";
  if (!fill.empty()) {
    out += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"";
    out += fill;
    out += "\"/>";
  }
  if (const std::uint32_t margin = balancing_margin(piece, cell_width, size); margin != 0) {
    append_number(out, "<w:tcMar><w:left w:w=\"", margin, "\" w:type=\"dxa\"/>");
    append_number(out, "<w:right w:w=\"", margin, "\" w:type=\"dxa\"/></w:tcMar>");
  }
  out += "<w:vAlign w:val=\"center\"/></w:tcPr>";
}

}  // namespace

void Body::table(const guifan_block& block, bool in_notes) {
  const bool is_template = block.kind == GUIFAN_BLOCK_TEMPLATE_TABLE;
  const Size& size = size_of(report_, block, in_notes);
  if (block.kind == GUIFAN_BLOCK_RESIDUE_TABLE && block.text.size != 0)
    paragraph("TableCaption", view(block.text));
  const std::vector<std::uint32_t> widths =
      writing::column_widths(report_, block, kTableWidth, size.half_width);
  const std::vector<GridRow> rows = writing::grid_rows(block);
  const std::uint32_t head_rows = writing::repeatable_header_rows(block);

  append_table_head(out_, block, widths);
  for (std::uint32_t row = 0; row < block.rows; ++row) {
    out_ += "<w:tr>";
    append_row_properties(out_, writing::least_row_height(block, rows[row]), row < head_rows);
    // A row of labels belongs to the numbers below it; a table that fits stays on one page.
    const bool keep_next = is_template && (rows[row].labels_only ||
                                           (block.rows <= kRowsOnAPage && row + 1 < block.rows));
    for (const GridPiece& piece : rows[row].pieces) {
      const auto first = widths.begin() + piece.column;
      const auto cell_width = std::accumulate(first, first + piece.column_span, std::uint64_t{0});
      const sdk::CellView* cell =
          piece.cell == nullptr ? nullptr : writing::template_cell(report_, *piece.cell);
      const bool approximate = cell != nullptr && writing::is_approximate(*cell);
      const std::string_view fill = approximate             ? "FDECCB"
                                    : is_band(block, piece) ? kBandColour
                                                            : std::string_view();
      out_ += "<w:tc>";
      append_cell_properties(out_, piece, cell_width, fill, size);
      std::string style(size.style);
      if (!writing::is_centred(block, rows[row], piece, row < head_rows)) style += "Left";
      if (piece.cell == nullptr || piece.continues)
        paragraph(style, {}, keep_next);
      else if (approximate)
        paragraph(style, "≈" + std::string(view(piece.cell->text)), keep_next);
      else
        paragraph(style, view(piece.cell->text), keep_next);
      out_ += "</w:tc>";
    }
    out_ += "</w:tr>\n";
  }
  out_ += "</w:tbl>\n";
  // Word joins tables that touch, and needs a paragraph behind the last one.
  paragraph("TableGap", {});
}

}  // namespace guifan::docx
