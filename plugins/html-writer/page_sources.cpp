// SPDX-License-Identifier: Apache-2.0
// The end of the page: where each figure came from, and why cells are blank. Values link here and
// back.
#include <algorithm>
#include <span>

#include "page.h"
#include "writing/markup.h"
#include "writing/wording.h"

namespace guifan::html {
namespace {

using sdk::view;

/// Quotes in the bar and the list are cut at this many bytes: a quote may be a whole paragraph.
constexpr std::size_t kQuoteBytes = 240;

std::string quote(std::string_view words) {
  std::string line;
  writing::for_each_line(words, [&](std::string_view part) {
    if (!line.empty()) line += ' ';
    line += part;
  });
  if (line.size() <= kQuoteBytes) return line;
  std::size_t end = kQuoteBytes;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  return line.substr(0, end) + "…";
}

/// "甲/乙" after "甲/丙" is "乙": in a list the parent that the one before has too is not said
/// again.
std::string_view without_shared_parent(std::string_view label, std::string_view before) {
  const std::size_t parent = label.rfind('/');
  if (parent == std::string_view::npos || before.rfind('/') != parent ||
      label.substr(0, parent) != before.substr(0, parent))
    return label;
  return label.substr(parent + 1);
}

}  // namespace

std::string Page::source_words(const sdk::CellView& cell) const {
  std::string words(writing::rule_words(view(cell.rule), chinese_));
  const auto add = [&](std::string_view part) {
    words += say("；", "; ");
    words += part;
  };
  for (const guifan_source& source : std::span(cell.sources, cell.source_count)) {
    std::string part = std::string(say("原文“", "source “")) + quote(view(source.quote)) + "”";
    if (source.place_text.size != 0)
      part += std::string(say("（", " (")) + std::string(view(source.place_text)) +
              std::string(say("）", ")"));
    add(part);
  }
  if (cell.reason.size != 0) add(view(cell.reason));
  if (cell.caveat.size != 0)
    add(std::string(say("提示：", "caveat: ")) + std::string(view(cell.caveat)));
  return words;
}

void Page::cell_link(std::size_t cell, std::string_view words) {
  if (printed_cell_[cell]) raw("<a href=\"#cell-" + std::to_string(cell) + "\">");
  text(words);
  if (printed_cell_[cell]) raw("</a>");
}

void Page::same_cells(std::size_t first) {
  const std::span cells(report_.cells, report_.cell_count);
  std::string_view last_row;
  for (std::size_t begin = first, end; begin < cells.size(); begin = end) {
    // The cells of one row stand together.
    const std::string_view row = view(cells[begin].row_label);
    std::vector<std::size_t> members;
    for (end = begin; end < cells.size() && view(cells[end].row_label) == row; ++end)
      if (cells[end].filled != 0 && source_group_of_[end] == first) members.push_back(end);
    if (members.empty()) continue;
    if (members.front() != first) text(say("；", "; "));
    const std::string_view name = without_shared_parent(row, last_row);
    last_row = row;
    if (members.size() > 1 && members.size() == end - begin && !row.empty()) {
      cell_link(members.front(), name);
      text(say("（各列）", " (all columns)"));
      continue;
    }
    std::string_view last_column;
    for (const std::size_t member : members) {
      const std::string_view column = view(cells[member].column_label);
      std::string words;
      if (last_column.empty()) {
        words = name;
        if (!words.empty() && !column.empty()) words += " · ";
      } else {
        text(say("、", ", "));
      }
      words += without_shared_parent(column, last_column);
      last_column = column;
      cell_link(member, words.empty() ? view(cells[member].id) : std::string_view(words));
    }
  }
}

void Page::sources() {
  raw("<aside" + std::string(own_language()) +
      " id=\"sources\" class=\"sources\" aria-labelledby=\"sources-title\">\n<h2 "
      "id=\"sources-title\">");
  text(say("数据来源", "Sources of the figures"));
  raw("</h2>\n");
  bool any = false;
  for (const sdk::CellView& cell : std::span(report_.cells, report_.cell_count)) {
    const std::size_t index = index_of(cell);
    if (cell.filled == 0 || source_group_of_[index] != index) continue;
    if (!any) raw("<ol>\n");
    any = true;
    raw("<li id=\"source-" + std::to_string(index) + "\">");
    same_cells(index);
    text(say("：", ": "));
    // What a screen reader says of each value: its evidence, not the names of all that share it.
    raw("<span id=\"words-" + std::to_string(index) + "\"><strong>");
    if (writing::is_approximate(cell)) text("≈");
    text(view(cell.value));
    text(view(cell.unit));
    raw("</strong>");
    text(say("。", ". "));
    text(source_words(cell));
    raw("</span>");
    raw("</li>\n");
  }
  if (any) {
    raw("</ol>\n");
  } else {
    raw("<p>");
    text(say("没有填写任何数据。", "No cell was filled."));
    raw("</p>\n");
  }
  blank_reasons();
  raw("</aside>\n");
}

void Page::blank_reasons() {
  if (blank_groups_.empty()) return;
  raw("<h3>");
  text(say("空白单元格", "Blank cells"));
  raw("</h3>\n<dl>\n");
  for (std::size_t group = 0; group < blank_groups_.size(); ++group) {
    raw("<dt id=\"blank-" + std::to_string(group) + "\">");
    text(blank_groups_[group]);
    raw("</dt>\n");
    for (const BlankRows& each : blank_rows(group)) {
      raw("<dd>");
      if (!each.rows.empty()) {
        raw("<strong>");
        text(each.columns);
        raw("</strong>");
        text(say("：", ": "));
      }
      text(each.rows.empty() ? each.columns : each.rows);
      raw("</dd>\n");
    }
  }
  raw("</dl>\n");
}

std::vector<Page::BlankRows> Page::blank_rows(std::size_t group) const {
  const auto join = [](std::string& list, std::string_view mark, std::string_view item) {
    if (!list.empty()) list += mark;
    list += item;
  };
  std::vector<BlankRows> all;
  const std::span cells(report_.cells, report_.cell_count);
  for (std::size_t i = 0; i < cells.size();) {
    // The cells of one row stand together.
    const std::string_view row = view(cells[i].row_label);
    std::string columns;
    std::string_view last_column;
    for (; i < cells.size() && view(cells[i].row_label) == row; ++i)
      if (cells[i].filled == 0 && blank_group_of_[index_of(cells[i])] == group) {
        const std::string_view column =
            cells[i].column_label.size != 0 ? view(cells[i].column_label) : view(cells[i].id);
        join(columns, say("、", ", "), without_shared_parent(column, last_column));
        last_column = column;
      }
    if (columns.empty()) continue;
    auto same = std::ranges::find(all, columns, &BlankRows::columns);
    if (same == all.end()) same = all.insert(same, {columns, {}, {}});
    if (row.empty()) continue;
    join(same->rows, say("；", "; "), without_shared_parent(row, same->last_row));
    same->last_row = row;
  }
  return all;
}

}  // namespace guifan::html
