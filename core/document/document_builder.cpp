// SPDX-License-Identifier: Apache-2.0
#include "document/document_builder.h"

#include <unicode/utf8.h>

#include <algorithm>

#include "guifan/limits.h"
#include "text/utf8.h"

namespace guifan {

std::string sanitise_text(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto plain = [&](std::size_t at) {
    return (text[at] >= ' ' && text[at] < '\x7F') || utf8::is_unified_han(text, at);
  };
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t begin = i;
    while (i < text.size() && plain(i)) i += utf8::step(text[i]);
    clean.append(text, begin, i - begin);
    if (i == text.size()) break;
    const std::size_t odd = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, text.size(), c);
    if (c < 0 || c == 0xFFFE || c == 0xFFFF) {
      clean += "\xEF\xBF\xBD";
    } else if (c == '\r') {
      if (i >= text.size() || text[i] != '\n') clean += '\n';
    } else if (c == 0) {
      continue;
    } else if ((c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0)) {
      clean += ' ';
    } else {
      clean.append(text, odd, i - odd);
    }
  }
  return clean;
}

bool DocumentBuilder::stop(std::string_view limit) {
  if (limit_.empty()) limit_ = limit;
  return false;
}

bool DocumentBuilder::room_for(std::size_t text_bytes) {
  if (!limit_.empty()) return false;
  if (text_bytes > limits::decoded_text_bytes - text_bytes_) return stop("decoded_text_bytes");
  text_bytes_ += text_bytes;
  return true;
}

void DocumentBuilder::metadata(std::string_view key, std::string_view value) {
  if (!room_for(key.size() + value.size())) return;
  if (++items_ > limits::blocks_per_document) {
    stop("blocks_per_document");
    return;
  }
  std::string clean = sanitise_text(value);
  if (key == "title") {
    document_.title = std::move(clean);
  } else if (key == "encoding") {
    document_.encoding = std::move(clean);
  } else if (key == "media-type") {
    document_.media_type = std::move(clean);
  } else {
    document_.metadata.emplace_back(sanitise_text(key), std::move(clean));
  }
}

bool DocumentBuilder::begin_paragraph(std::uint32_t kind, std::uint32_t level) {
  if (state_ == State::Cell) {  // a paragraph inside a cell is a line of the cell
    inner_paragraph_ = true;
    return limit_.empty();
  }
  if (state_ != State::Outside) {
    ++misplaced_calls_;
    close_block();
  }
  if (!room_for(0)) return false;
  if (++items_ > limits::blocks_per_document) return stop("blocks_per_document");
  paragraph_ = {};
  paragraph_.kind = kind <= static_cast<std::uint32_t>(ParagraphKind::Note)
                        ? static_cast<ParagraphKind>(kind)
                        : ParagraphKind::Body;
  paragraph_.level = level;
  state_ = State::Paragraph;
  return true;
}

void DocumentBuilder::append(Text& target, std::string_view text, const Locator& place) {
  if (text.empty()) return;
  if (target.runs.empty() || target.runs.back().place != place)
    target.runs.push_back({target.original.size(), place});
  target.original += text;
}

bool DocumentBuilder::text(std::string_view text, const Locator& place) {
  if (!room_for(text.size())) return false;
  if (state_ == State::Outside ||
      state_ == State::Table) {  // text between blocks is kept as a paragraph of its own
    ++misplaced_calls_;
    close_block();
    if (!begin_paragraph(0, 0)) return false;
  }
  std::string clean = sanitise_text(text);
  if (clean != text && clean.find("\xEF\xBF\xBD") != std::string::npos &&
      text.find("\xEF\xBF\xBD") == text.npos)
    ++mended_text_;
  if (state_ == State::Cell) {
    Text& target = table_.cells.back().text;
    if (inner_paragraph_ && !target.original.empty() && !clean.empty()) clean.insert(0, 1, '\n');
    inner_paragraph_ = inner_paragraph_ && clean.empty();
    append(target, clean, place);
  } else {
    append(paragraph_.text, clean, place);
  }
  return true;
}

void DocumentBuilder::end_paragraph() {
  if (state_ == State::Paragraph) close_block();
}

bool DocumentBuilder::begin_table(const Locator& place) {
  if (state_ != State::Outside) {
    ++misplaced_calls_;
    close_block();
  }
  if (!room_for(0)) return false;
  if (++tables_ > limits::tables_per_document) return stop("tables_per_document");
  if (++items_ > limits::blocks_per_document) return stop("blocks_per_document");
  table_ = {};
  table_.place = place;
  state_ = State::Table;
  return true;
}

bool DocumentBuilder::begin_cell(std::uint32_t row, std::uint32_t column, std::uint32_t row_span,
                                 std::uint32_t column_span, bool header) {
  if (state_ == State::Outside || state_ == State::Paragraph) {
    ++misplaced_calls_;
    close_block();
    if (!begin_table({})) return false;
  }
  if (!room_for(0)) return false;
  row_span = std::max(row_span, 1u);
  column_span = std::max(column_span, 1u);
  if (row >= limits::table_rows || row_span > limits::table_rows - row) return stop("table_rows");
  if (column >= limits::table_columns || column_span > limits::table_columns - column)
    return stop("table_columns");
  if (++cells_ > limits::table_cells) return stop("table_cells");
  TableCell cell;
  cell.row = row;
  cell.column = column;
  cell.row_span = row_span;
  cell.column_span = column_span;
  cell.header = header;
  table_.cells.push_back(std::move(cell));
  state_ = State::Cell;
  inner_paragraph_ = false;
  return true;
}

void DocumentBuilder::end_cell() {
  if (state_ == State::Cell) state_ = State::Table;
}

void DocumentBuilder::end_table() {
  if (state_ == State::Table || state_ == State::Cell) close_block();
}

void DocumentBuilder::removed(std::string_view text, std::string_view reason,
                              const Locator& place) {
  if (!room_for(text.size() + reason.size())) return;
  if (++items_ > limits::blocks_per_document) {
    stop("blocks_per_document");
    return;
  }
  document_.removed.push_back({sanitise_text(text), sanitise_text(reason), place});
}

void DocumentBuilder::close_block() {
  if (state_ == State::Paragraph) {
    if (!paragraph_.text.original.empty()) document_.blocks.emplace_back(std::move(paragraph_));
  } else if (state_ == State::Table || state_ == State::Cell) {
    const std::size_t overlaps = settle_grid(table_);
    if (overlaps != 0 && overlaps_ == 0) first_overlap_ = table_.place;
    overlaps_ += overlaps;
    if (!table_.cells.empty()) document_.blocks.emplace_back(std::move(table_));
  }
  paragraph_ = {};
  table_ = {};
  state_ = State::Outside;
}

SourceDocument DocumentBuilder::finish() {
  close_block();
  if (overlaps_ != 0)
    document_.diagnostics.push_back(
        make_diagnostic("PLG-031", {std::to_string(overlaps_)}, first_overlap_));
  if (mended_text_ != 0)
    document_.diagnostics.push_back(make_diagnostic("PLG-032", {std::to_string(mended_text_)}));
  if (misplaced_calls_ != 0)
    document_.diagnostics.push_back(make_diagnostic("PLG-033", {std::to_string(misplaced_calls_)}));
  return std::move(document_);
}

}  // namespace guifan
