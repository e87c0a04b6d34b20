// SPDX-License-Identifier: Apache-2.0
#include "emit.h"

#include <algorithm>
#include <set>
#include <string>

#include "grid.h"
#include "utf8.h"

namespace guifan::docx {
namespace {

Failure over_limit(std::string_view limit) {
  return {sdk::Status::LimitExceeded, "DOCX-005", {std::string(limit), "word/document.xml"}};
}

std::string_view without_outer_breaks(std::string_view text) {
  while (!text.empty() && text.front() == '\n') text.remove_prefix(1);
  while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  return text;
}

bool prints(const ParagraphRecord& paragraph) {
  return !paragraph.dropped && (!is_blank(paragraph.text) || !is_blank(paragraph.label));
}

bool is_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= U'０' && c <= U'９');
}

// A list number that stands directly before a figure would become a part of it: 1. before 36件.
bool melts(std::string_view label, std::string_view text) {
  text = without_outer_breaks(text);
  if (label.empty() || text.empty()) return false;
  std::size_t at = 0;
  if (!is_digit(next_code_point(text, at))) return false;
  std::size_t last = label.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(label[last]) & 0xC0u) == 0x80u) --last;
  const char32_t end = next_code_point(label, last);
  return is_digit(end) || std::u32string_view(U".．,，-－/").find(end) != std::u32string_view::npos;
}

struct CellContent {
  std::size_t paragraphs = 0, tables = 0;
};

CellContent content_of(const Story& story, const TableRecord& table, const CellRecord& cell) {
  CellContent content;
  for (std::uint32_t i = 0; i < cell.block_count; ++i) {
    const BlockReference block = table.blocks[cell.first_block + i];
    if (block.table)
      ++content.tables;
    else if (prints(story.paragraphs[block.index]))
      ++content.paragraphs;
  }
  return content;
}

// A table that draws a frame or puts things side by side is no data: a single cell; a single column
// that holds running text or tables; tables in cells while no row has text in two cells.
bool lays_out_page(const Story& story, const TableRecord& table, const Grid& grid) {
  if (grid.cells.size() == 1) return true;
  bool tables = false, running_text = false, single_texts = true;
  for (const RowRecord& row : table.rows) {
    std::size_t filled = 0;
    for (std::uint32_t i = 0; i < row.cell_count; ++i) {
      const CellContent content = content_of(story, table, table.cells[row.first_cell + i]);
      tables = tables || content.tables != 0;
      running_text = running_text || content.paragraphs > 1;
      filled += content.paragraphs != 0 || content.tables != 0 ? 1 : 0;
    }
    single_texts = single_texts && filled <= 1;
  }
  if (grid.columns == 1) return tables || running_text;
  return tables && (grid.rows == 1 || single_texts);
}

}  // namespace

void number_paragraphs(Story& story, const Styles& styles, const Numbering& numbering,
                       std::set<std::string>& unknown_formats) {
  NumberCounter of_body(numbering), of_text_boxes(numbering);  // boxes are a story of their own
  for (ParagraphRecord& paragraph : story.paragraphs) {
    if (paragraph.dropped || paragraph.unnumbered) continue;
    NumberCounter& counter = paragraph.in_text_box ? of_text_boxes : of_body;
    const auto reference = numbering.effective(paragraph.number, paragraph.style, styles);
    if (!reference) continue;
    paragraph.number = *reference;
    paragraph.label = counter.next(*reference);
    const NumberLevel* level =
        numbering.level(reference->id, static_cast<std::size_t>(reference->level));
    if (level && level->format == "bullet" && is_blank(paragraph.text)) paragraph.label.clear();
    if (is_blank(paragraph.text) && paragraph.label.ends_with(' ')) paragraph.label.pop_back();
    if (melts(paragraph.label, paragraph.text)) paragraph.label += ' ';
  }
  for (const NumberCounter* counter : {&of_body, &of_text_boxes})
    unknown_formats.insert(counter->unknown_formats().begin(), counter->unknown_formats().end());
}

bool Emitter::emit_paragraph(const Story& story, std::uint32_t index, sdk::Kind kind,
                             sdk::Place place) {
  const ParagraphRecord& paragraph = story.paragraphs[index];
  if (paragraph.dropped) return true;
  place.paragraph = ++counter_.paragraphs;
  places_[index] = place;
  if (!prints(paragraph)) return true;
  std::uint32_t level = 0;
  if (kind == sdk::Kind::Body) {
    if (paragraph.contents_entry) {
      kind = sdk::Kind::Furniture;
    } else if ((level = headings_->level(paragraph)) != 0) {
      kind = sdk::Kind::Heading;
    } else if (!paragraph.label.empty()) {
      kind = sdk::Kind::ListItem;
      level = static_cast<std::uint32_t>(std::max(paragraph.number.level, 0)) + 1;
    }
  }
  bool more = document_.begin_paragraph(kind, level);
  if (more && !paragraph.label.empty()) more = document_.text(paragraph.label, place);
  if (more) more = document_.text(without_outer_breaks(paragraph.text), place);
  document_.end_paragraph();
  return more;
}

// The cells of a table, or the paragraphs of a text between two tables of a worksheet.
bool Emitter::emit_cells(const Story& story, const TableRecord& table, const Grid& grid,
                         const SheetPart& part, std::vector<BlockReference>& inner) {
  sdk::Place place{};
  place.table = counter_.tables;
  bool more = true;
  for (const GridCell& cell : grid.cells) {
    if (!more) break;
    if (cell.row < part.first_row || cell.row >= part.end_row || cell.column >= part.columns)
      continue;
    place.row = cell.row + 1;
    place.column = cell.column + 1;
    if (!part.is_text)
      more = document_.begin_cell(
          cell.row - part.first_row, cell.column, std::min(cell.row_span, part.end_row - cell.row),
          std::min(cell.column_span, part.columns - cell.column), cell.header);
    bool first = true;
    for (const std::uint32_t source : cell.sources) {
      const CellRecord& record = table.cells[source];
      for (std::uint32_t i = 0; i < record.block_count && more; ++i) {
        const BlockReference block = table.blocks[record.first_block + i];
        if (block.table) {
          inner.push_back(block);
          continue;
        }
        if (part.is_text) {
          more = emit_paragraph(story, block.index, sdk::Kind::Body, place);
          continue;
        }
        const ParagraphRecord& paragraph = story.paragraphs[block.index];
        place.paragraph = ++counter_.paragraphs;
        places_[block.index] = place;
        if (!prints(paragraph)) continue;
        std::string text = first ? "" : "\n";
        text += paragraph.label;
        text += without_outer_breaks(paragraph.text);
        more = document_.text(text, place);
        first = false;
      }
    }
    if (!part.is_text) document_.end_cell();
  }
  return more;
}

Expected<bool> Emitter::emit_table(const Story& story, std::uint32_t index,
                                   std::vector<BlockReference>& inner) {
  const TableRecord& table = story.tables[index];
  const std::optional<Grid> grid = resolve_grid(table);
  if (!grid) return over_limit("table_columns");
  if (lays_out_page(story, table, *grid)) {
    inner.insert(inner.end(), table.blocks.begin(), table.blocks.end());
    return true;
  }
  sdk::Place place{};
  place.table = ++counter_.tables;
  std::vector<SheetPart> parts = {{0, grid->rows, grid->columns, false}};
  if (origin_ == Origin::Spreadsheet) parts = sheet_parts(story, table, *grid);
  bool more = true;
  for (const SheetPart& part : parts) {
    if (!more) break;
    if (!part.is_text) more = document_.begin_table(place);
    more = more && emit_cells(story, table, *grid, part, inner);
    if (!part.is_text) document_.end_table();
  }
  place.row = place.column = place.paragraph = 0;
  for (const std::uint32_t source : grid->covered) {
    const CellRecord& record = table.cells[source];
    for (std::uint32_t i = 0; i < record.block_count; ++i) {
      const BlockReference block = table.blocks[record.first_block + i];
      if (block.table) {
        inner.push_back(block);
        continue;
      }
      const ParagraphRecord& paragraph = story.paragraphs[block.index];
      if (prints(paragraph))
        document_.removed(paragraph.label + paragraph.text, "merged-cell", place);
    }
  }
  if (!more) return over_limit("document");
  return true;
}

Expected<bool> Emitter::emit(const Story& story, const std::vector<BlockReference>& blocks,
                             sdk::Kind kind) {
  // A stack of what is still to come, next on top: unwrapped and inner tables put their blocks
  // there.
  std::vector<BlockReference> waiting(blocks.rbegin(), blocks.rend());
  std::vector<BlockReference> inner;
  while (!waiting.empty()) {
    const BlockReference block = waiting.back();
    waiting.pop_back();
    if (!block.table) {
      if (!emit_paragraph(story, block.index, kind)) return over_limit("document");
      continue;
    }
    inner.clear();
    if (kind != sdk::Kind::Body) {  // tables of headers and notes only lay them out
      const auto& blocks_inside = story.tables[block.index].blocks;
      waiting.insert(waiting.end(), blocks_inside.rbegin(), blocks_inside.rend());
      continue;
    }
    auto done = emit_table(story, block.index, inner);
    if (!done) return done.failure();
    waiting.insert(waiting.end(), inner.rbegin(), inner.rend());
  }
  return true;
}

void Emitter::emit_removed(const Story& story) {
  for (const RemovedRecord& removed : story.removed)
    if (!is_blank(removed.text))
      document_.removed(removed.text, removed.reason, places_[removed.paragraph]);
}

}  // namespace guifan::docx
