// SPDX-License-Identifier: Apache-2.0
#include "sheets.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "writing/grid.h"
#include "writing/long_table.h"
#include "writing/markup.h"
#include "writing/wording.h"

namespace guifan::xlsx {
namespace {

using sdk::view;

std::string lines(std::string_view text) {
  std::string out;
  writing::for_each_line(text, [&](std::string_view line) {
    if (!out.empty()) out += '\n';
    out += line;
  });
  return out;
}

/// Fits one page in width on A4.
void set_page(lxw_worksheet* sheet, bool landscape) {
  worksheet_set_paper(sheet, 9);
  if (landscape) worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
}

/// About how many half-width characters a text takes: most are Chinese, three bytes and two wide.
double units_of(std::string_view text) {
  return static_cast<double>(text.size()) * 2 / 3;
}

/// Column widths in half-width characters.
std::vector<double> widths_of(const guifan_block& block) {
  std::vector<double> widths(block.columns, 9);
  for (const guifan_grid_cell& cell : writing::cells_of(block))
    if (cell.column_span == 1 && cell.column < block.columns && cell.row_span == 1)
      widths[cell.column] = std::clamp(units_of(view(cell.text)) + 2, widths[cell.column], 42.0);
  return widths;
}

/// Programs do not fit the height of rows with merged cells by themselves.
void set_height(lxw_worksheet* sheet, std::uint32_t row, const writing::GridRow& pieces,
                const std::vector<double>& widths) {
  double text_lines = 1;
  for (const writing::GridPiece& piece : pieces.pieces) {
    if (piece.cell == nullptr || piece.row_span > 1) continue;
    const auto first = widths.begin() + piece.column;
    const double width = std::accumulate(first, first + piece.column_span, 0.0);
    text_lines = std::max(text_lines, std::ceil((units_of(view(piece.cell->text)) + 1) / width));
  }
  worksheet_set_row(sheet, row, 15 * std::min(text_lines, 20.0) + 3, nullptr);
}

void print_cell(Workbook& workbook, const sdk::ReportView& report, lxw_worksheet* sheet,
                const writing::GridPiece& piece, bool heads_columns) {
  const guifan_grid_cell& cell = *piece.cell;
  const Formats& formats = workbook.formats();
  const auto row = static_cast<lxw_row_t>(cell.row);
  const auto column = static_cast<lxw_col_t>(cell.column);
  lxw_format* format = cell.role == GUIFAN_ROLE_LABEL
                           ? (heads_columns        ? formats.head
                              : piece.row_span > 1 ? formats.centred_label
                                                   : formats.label)
                       : cell.role == GUIFAN_ROLE_TEXT ? formats.text
                                                       : formats.centred_label;
  if (piece.row_span > 1 || piece.column_span > 1)
    worksheet_merge_range(sheet, row, column, row + piece.row_span - 1,
                          static_cast<lxw_col_t>(column + piece.column_span - 1), "", format);
  const sdk::CellView* value = writing::template_cell(report, cell);
  if (cell.role == GUIFAN_ROLE_BLANK) {
    worksheet_write_blank(sheet, row, column, formats.blank);
  } else if (cell.role == GUIFAN_ROLE_VALUE && value != nullptr && value->unit.size == 0) {
    write_decimal(workbook, sheet, row, column, view(value->value),
                  writing::is_approximate(*value));
  } else {
    // A value with a unit of its own stays text: as a bare number it would be read in the column's
    // unit.
    std::string text = lines(view(cell.text));
    if (value != nullptr && writing::is_approximate(*value)) text.insert(0, "≈");
    write_text(sheet, row, column, text, format);
  }
}

/// A sheet of texts: header, widths in characters, rows.
lxw_worksheet* list_sheet(Workbook& workbook, std::string_view name,
                          const std::vector<std::string_view>& header,
                          const std::vector<double>& widths) {
  lxw_worksheet* sheet = workbook.add_sheet(name);
  for (std::size_t i = 0; i < header.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet, column, column, widths[i], nullptr);
    write_text(sheet, 0, column, header[i], workbook.formats().head);
  }
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, 0);
  return sheet;
}

}  // namespace

void table_sheet(Workbook& workbook, const sdk::ReportView& report, const guifan_block& block,
                 std::string_view name) {
  lxw_worksheet* sheet = workbook.add_sheet(name);
  const bool is_template = block.kind == GUIFAN_BLOCK_TEMPLATE_TABLE;
  set_page(sheet, block.columns > 10);
  const std::vector<writing::GridRow> rows = writing::grid_rows(block);
  const std::vector<double> widths = widths_of(block);
  for (std::uint32_t column = 0; column < block.columns; ++column)
    worksheet_set_column(sheet, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                         widths[column], nullptr);
  for (std::uint32_t row = 0; row < block.rows; ++row) set_height(sheet, row, rows[row], widths);
  for (std::uint32_t row = 0; row < block.rows; ++row)
    for (const writing::GridPiece& piece : rows[row].pieces)
      if (piece.cell != nullptr && !piece.continues)
        print_cell(workbook, report, sheet, piece,
                   is_template ? rows[row].labels_only : row < block.header_rows);
  const std::uint32_t head = writing::repeatable_header_rows(block);
  if (head != 0) {
    worksheet_repeat_rows(sheet, 0, head - 1);
    worksheet_freeze_panes(sheet, head, 0);
  }
}

void data_sheet(Workbook& workbook, const sdk::ReportView& report, bool chinese) {
  std::vector<std::string_view> header;
  std::vector<double> widths;
  for (const writing::LongField& field : writing::kLongFields) {
    header.push_back(field.name);
    widths.push_back(field.name == "row_label" || field.name == "cell" ? 36
                     : field.name == "quote"                           ? 40
                                                                       : 14);
  }
  lxw_worksheet* sheet = list_sheet(workbook, chinese ? "数据" : "data", header, widths);
  set_page(sheet, true);
  lxw_row_t row = 1;
  for (const writing::LongRow& texts : writing::long_table(report)) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (texts[i].empty()) continue;
      const auto column = static_cast<lxw_col_t>(i);
      if (writing::kLongFields[i].type != writing::FieldType::Text && is_exact_number(texts[i]))
        write_decimal(workbook, sheet, row, column, texts[i], false);
      else
        write_text(sheet, row, column, texts[i], workbook.formats().line);
    }
    ++row;
  }
  worksheet_autofilter(sheet, 0, 0, row - 1, static_cast<lxw_col_t>(header.size() - 1));
}

void text_sheet(Workbook& workbook, const sdk::ReportView& report, bool chinese) {
  lxw_worksheet* sheet =
      list_sheet(workbook, chinese ? "正文" : "text",
                 chinese ? std::vector<std::string_view>{"章", "类别", "正文", "原文位置"}
                         : std::vector<std::string_view>{"chapter", "kind", "text", "place"},
                 {26, 9, 90, 14});
  set_page(sheet, false);
  lxw_row_t row = 1;
  for (const guifan_chapter& chapter : std::span(report.chapters, report.chapter_count)) {
    const std::string title = writing::chapter_title(chapter);
    for (const guifan_block& block : std::span(chapter.blocks, chapter.block_count)) {
      if (block.kind == GUIFAN_BLOCK_TEMPLATE_TABLE || block.kind == GUIFAN_BLOCK_RESIDUE_TABLE)
        continue;
      const std::string_view kind =
          block.kind == GUIFAN_BLOCK_HEADING     ? (chinese ? "标题" : "heading")
          : block.kind == GUIFAN_BLOCK_PARAGRAPH ? (chinese ? "段落" : "paragraph")
                                                 : (chinese ? "原表" : "table");
      lxw_format* format = workbook.formats().text;
      write_text(sheet, row, 0, title, format);
      write_text(sheet, row, 1, kind, format);
      write_text(sheet, row, 2, view(block.text), format);
      write_text(sheet, row, 3, view(block.place), format);
      ++row;
    }
  }
}

void notes_sheet(Workbook& workbook, const sdk::ReportView& report, bool chinese) {
  lxw_worksheet* sheet = workbook.add_sheet(chinese ? "转换说明" : "notes");
  set_page(sheet, false);
  worksheet_set_column(sheet, 0, 0, 44, nullptr);
  worksheet_set_column(sheet, 1, 2, 34, nullptr);
  lxw_row_t row = 0;
  for (const guifan_block& block : std::span(report.notes, report.note_count)) {
    if (block.grid_size == 0) {
      lxw_format* format =
          block.kind == GUIFAN_BLOCK_HEADING ? workbook.formats().head : workbook.formats().text;
      worksheet_merge_range(sheet, row, 0, row, 2, "", format);
      write_text(sheet, row, 0, view(block.text), format);
      // Merged cells do not grow with their text: about 56 Chinese characters stand in a line of
      // this width.
      const double text_lines = 1 + static_cast<double>(view(block.text).size()) / 3 / 56;
      worksheet_set_row(sheet, row, 15 * static_cast<double>(static_cast<int>(text_lines)) + 3,
                        nullptr);
      ++row;
      continue;
    }
    for (const guifan_grid_cell& cell : writing::cells_of(block))
      write_text(sheet, row + cell.row, static_cast<lxw_col_t>(cell.column), view(cell.text),
                 cell.header != 0 ? workbook.formats().head : workbook.formats().text);
    row += block.rows + 1;
  }
}

}  // namespace guifan::xlsx
