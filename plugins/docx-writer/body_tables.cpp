// SPDX-License-Identifier: Apache-2.0
#include <iterator>
#include <numeric>
#include <span>

#include "body.h"
#include "writing/column_widths.h"
#include "writing/grid.h"
#include "writing/markup.h"

namespace guifan::docx {
namespace {

using sdk::view;
using writing::GridPiece;
using writing::GridRow;

constexpr std::uint32_t kTextWidth = 8844;  ///< between the margins, twips

/// A paragraph style for tables and the width of a half-width character in it, twips.
struct Size {
  std::string_view style;
  std::uint32_t half_width;
};
constexpr Size kSizes[] = {{"TableText", 105}, {"TableTextSmall", 90}, {"TableTextTiny", 75}};

/// Tables of this many columns are set at 9 pt at most.
constexpr std::uint32_t kManyColumns = 9;

void append_number(std::string& out, std::string_view before, std::uint64_t number,
                   std::string_view after) {
  out += before;
  out += std::to_string(number);
  out += after;
}

/// The largest size at which no number breaks; the smallest where none is small enough.
const Size& size_of(const guifan_block& block, bool in_notes) {
  std::size_t size = in_notes || block.columns >= kManyColumns ? 1 : 0;
  while (size + 1 < std::size(kSizes) &&
         writing::least_width(block, kSizes[size].half_width) > kTextWidth)
    ++size;
  return kSizes[size];
}

bool is_value(const guifan_grid_cell& cell) {
  return cell.role == GUIFAN_ROLE_VALUE || cell.role == GUIFAN_ROLE_BLANK;
}

}  // namespace

void Body::table(const guifan_block& block, bool in_notes) {
  const bool is_template = block.kind == GUIFAN_BLOCK_TEMPLATE_TABLE;
  const Size& size = size_of(block, in_notes);
  if (block.kind == GUIFAN_BLOCK_RESIDUE_TABLE && block.text.size != 0)
    paragraph("TableCaption", view(block.text));
  const std::vector<std::uint32_t> widths =
      writing::column_widths(block, kTextWidth, size.half_width);
  const std::vector<GridRow> rows = writing::grid_rows(block);
  const std::uint32_t head_rows = writing::repeatable_header_rows(block);

  append_number(out_, "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/><w:tblW w:w=\"",
                kTextWidth,
                "\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/>");
  if (block.kind != GUIFAN_BLOCK_SOURCE_TABLE && block.text.size != 0) {
    out_ += "<w:tblCaption w:val=\"";
    writing::append_escaped(out_, view(block.text));
    out_ += "\"/>";
  }
  out_ += "</w:tblPr><w:tblGrid>";
  for (const std::uint32_t width : widths) append_number(out_, "<w:gridCol w:w=\"", width, "\"/>");
  out_ += "</w:tblGrid>\n";

  for (std::uint32_t row = 0; row < block.rows; ++row) {
    out_ += "<w:tr><w:trPr><w:cantSplit/>";
    if (row < head_rows) out_ += "<w:tblHeader/>";
    out_ += "</w:trPr>";
    for (const GridPiece& piece : rows[row].pieces) {
      const auto first = widths.begin() + piece.column;
      append_number(out_, "<w:tc><w:tcPr><w:tcW w:w=\"",
                    std::accumulate(first, first + piece.column_span, std::uint64_t{0}),
                    "\" w:type=\"dxa\"/>");
      if (piece.column_span > 1)
        append_number(out_, "<w:gridSpan w:val=\"", piece.column_span, "\"/>");
      if (piece.cell != nullptr && piece.row_span > 1)
        out_ += piece.continues ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>";
      const sdk::CellView* cell =
          piece.cell == nullptr ? nullptr : writing::template_cell(report_, *piece.cell);
      const bool approximate = cell != nullptr && writing::is_approximate(*cell);
      if (approximate) out_ += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FDECCB\"/>";
      out_ += "<w:vAlign w:val=\"center\"/></w:tcPr>";
      // Labels beside values and plain texts read from the left; numbers and column heads stand in
      // the middle.
      const bool centred = piece.cell == nullptr || is_value(*piece.cell) ||
                           (is_template && rows[row].labels_only) || piece.row_span > 1 ||
                           (!is_template && row < head_rows);
      std::string style(size.style);
      if (!centred) style += "Left";
      // A row of labels belongs to the numbers below it.
      const bool keep_next = is_template && rows[row].labels_only;
      if (piece.cell == nullptr || piece.continues)
        paragraph(style, {}, keep_next);
      else if (approximate)
        paragraph(style, "≈" + std::string(view(piece.cell->text)));
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
