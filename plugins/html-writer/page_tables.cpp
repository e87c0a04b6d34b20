// SPDX-License-Identifier: Apache-2.0
#include <span>

#include "page.h"
#include "writing/markup.h"

namespace guifan::html {
namespace {

using sdk::view;
using writing::GridPiece;
using writing::GridRow;

/// Cells are tied to their labels one by one in tables of this many cells at most: the template's
/// are far smaller, and the search is quadratic.
constexpr std::size_t kTiedCells = 2000;
constexpr std::uint32_t kFewColumns = 4;
constexpr std::uint32_t kManyColumns = 10;

std::string spans(const GridPiece& piece) {
  std::string attributes;
  if (piece.column_span > 1) attributes += " colspan=\"" + std::to_string(piece.column_span) + "\"";
  if (piece.row_span > 1) attributes += " rowspan=\"" + std::to_string(piece.row_span) + "\"";
  return attributes;
}

}  // namespace

std::string Page::label_id(const guifan_grid_cell& cell) const {
  return "t" + std::to_string(table_number_) + "r" + std::to_string(cell.row) + "c" +
         std::to_string(cell.column);
}

void Page::table(const guifan_block& block, std::string_view name) {
  ++table_number_;
  const std::vector<GridRow> rows = writing::grid_rows(block);
  const bool is_template = block.kind == GUIFAN_BLOCK_TEMPLATE_TABLE;
  // Regions that scroll need a name of their own; captions of template tables are the chapter's
  // title, seen just above.
  const std::string number = std::string(say("表 ", "Table ")) + std::to_string(table_number_);
  raw("<section class=\"scroll\" tabindex=\"0\" aria-label=\"");
  text(number + std::string(say("，可左右滚动", ", scrolls sideways")));
  raw("\">\n<table class=\"");
  raw(is_template ? "template" : block.kind == GUIFAN_BLOCK_RESIDUE_TABLE ? "residue" : "plain");
  // A few columns fit a phone; many are set smaller on paper, so that the table fits between the
  // margins.
  if (block.columns <= kFewColumns) raw(" few");
  if (block.columns >= kManyColumns) raw(" many");
  raw("\">\n<caption");
  const bool own_caption = block.kind == GUIFAN_BLOCK_RESIDUE_TABLE && block.text.size != 0;
  if (!own_caption) raw(" class=\"unseen\"");
  raw(">");
  if (own_caption)
    lines(view(block.text));
  else
    text(number + std::string(say("：", ": ")) + std::string(name));
  raw("</caption>\n");
  const std::uint32_t head_rows = writing::repeatable_header_rows(block);
  if (head_rows != 0) {
    raw("<thead>\n");
    for (std::uint32_t row = 0; row < head_rows; ++row) table_row(block, rows, row, true);
    raw("</thead>\n");
  }
  raw("<tbody>\n");
  for (std::uint32_t row = head_rows; row < block.rows; ++row) table_row(block, rows, row, false);
  raw("</tbody>\n</table>\n</section>\n");
}

void Page::table_row(const guifan_block& block, const std::vector<GridRow>& rows, std::uint32_t row,
                     bool in_head) {
  const bool heads_columns =
      in_head || (block.kind == GUIFAN_BLOCK_TEMPLATE_TABLE && rows[row].labels_only);
  raw("<tr>");
  for (const GridPiece& piece : rows[row].pieces) {
    if (piece.continues) continue;
    if (piece.cell == nullptr) {
      raw("<td" + spans(piece) + "></td>");
    } else if (piece.cell->role == GUIFAN_ROLE_LABEL) {
      label_cell(piece, heads_columns);
    } else if (piece.cell->role == GUIFAN_ROLE_TEXT) {
      raw("<td" + spans(piece) + ">");
      lines(view(piece.cell->text));
      raw("</td>");
    } else {
      value_cell(block, rows, piece);
    }
  }
  raw("</tr>\n");
}

void Page::label_cell(const GridPiece& piece, bool heads_columns) {
  const std::string_view label = view(piece.cell->text);
  if (writing::trimmed(label).empty()) {  // an empty header cell heads nothing
    raw("<td" + spans(piece) + "></td>");
    return;
  }
  const char* scope = heads_columns ? (piece.column_span > 1 ? "colgroup" : "col")
                                    : (piece.row_span > 1 ? "rowgroup" : "row");
  raw("<th id=\"" + label_id(*piece.cell) + "\" scope=\"" + scope + "\"" + spans(piece) + ">");
  lines(label);
  raw("</th>");
}

std::string Page::headers_of(const guifan_block& block, const std::vector<GridRow>& rows,
                             const GridPiece& piece) const {
  if (block.grid_size > kTiedCells) return {};
  const std::uint32_t row = piece.cell->row;
  // Column labels stand in the nearest run of label rows above: a printed grid may hold several
  // tables below each other.
  std::uint32_t label_end = row;
  while (label_end > 0 && !rows[label_end - 1].labels_only) --label_end;
  std::uint32_t label_begin = label_end;
  while (label_begin > 0 && rows[label_begin - 1].labels_only) --label_begin;
  std::string ids;
  for (const guifan_grid_cell& label : writing::cells_of(block)) {
    if (label.role != GUIFAN_ROLE_LABEL || writing::trimmed(view(label.text)).empty()) continue;
    const bool above = label.row >= label_begin && label.row < label_end &&
                       label.column <= piece.column &&
                       label.column + label.column_span > piece.column;
    const bool beside =
        label.row <= row && label.row + label.row_span > row && label.column < piece.column;
    if (!above && !beside) continue;
    if (!ids.empty()) ids += ' ';
    ids += label_id(label);
  }
  return ids;
}

void Page::value_cell(const guifan_block& block, const std::vector<GridRow>& rows,
                      const GridPiece& piece) {
  const guifan_grid_cell& grid_cell = *piece.cell;
  const sdk::CellView* cell = writing::template_cell(report_, grid_cell);
  const std::string ids = headers_of(block, rows, piece);
  const std::string headers = ids.empty() ? std::string() : " headers=\"" + ids + "\"";
  if (cell == nullptr) {
    raw("<td" + headers + spans(piece) + ">");
    lines(view(grid_cell.text));
    raw("</td>");
    return;
  }
  const std::string index = std::to_string(index_of(*cell));
  const std::string group = std::to_string(source_group_of_[index_of(*cell)]);
  const bool blank = grid_cell.role == GUIFAN_ROLE_BLANK;
  const bool approximate = writing::is_approximate(*cell);
  const std::string target =
      blank ? "blank-" + std::to_string(blank_group_of_[index_of(*cell)]) : "source-" + group;
  raw("<td class=\"");
  raw(blank ? "blank" : approximate ? "value approximate" : "value");
  raw("\"" + headers + spans(piece) + "><a id=\"cell-" + index + "\" href=\"#" + target +
      "\" aria-describedby=\"" + (blank ? target : "words-" + group) + "\" data-source=\"");
  if (blank)
    text(std::string(say("空白：", "Blank: ")) + std::string(view(cell->blank_text)));
  else
    text(source_words(*cell));
  if (blank) {
    // No text: who reads the table back must find an empty cell, not a word for one.
    raw("\" aria-label=\"");
    text(say("空白", "blank"));
    raw("\">");
  } else {
    raw("\">");
    if (approximate) text("≈");
    lines(view(grid_cell.text));
  }
  raw("</a></td>");
}

}  // namespace guifan::html
