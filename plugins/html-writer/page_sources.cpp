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

void Page::sources() {
  raw("<aside" + std::string(own_language()) +
      " id=\"sources\" class=\"sources\" aria-labelledby=\"sources-title\">\n<h2 "
      "id=\"sources-title\">");
  text(say("数据来源", "Sources of the figures"));
  raw("</h2>\n");
  bool any = false;
  for (const sdk::CellView& cell : std::span(report_.cells, report_.cell_count)) {
    const std::size_t index = index_of(cell);
    if (cell.filled == 0) continue;
    if (!any) raw("<ol>\n");
    any = true;
    raw("<li id=\"source-" + std::to_string(index) + "\">");
    if (printed_cell_[index]) raw("<a href=\"#cell-" + std::to_string(index) + "\">");
    text(writing::cell_name(cell));
    if (printed_cell_[index]) raw("</a>");
    text(say("：", ": "));
    raw("<strong>");
    if (writing::is_approximate(cell)) text("≈");
    text(view(cell.value));
    text(view(cell.unit));
    raw("</strong>");
    text(say("。", ". "));
    text(source_words(cell));
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
    for (; i < cells.size() && view(cells[i].row_label) == row; ++i)
      if (cells[i].filled == 0 && blank_group_of_[index_of(cells[i])] == group)
        join(columns, say("、", ", "),
             cells[i].column_label.size != 0 ? view(cells[i].column_label) : view(cells[i].id));
    if (columns.empty()) continue;
    auto same = std::ranges::find(all, columns, &BlankRows::columns);
    if (same == all.end()) same = all.insert(same, {columns, {}});
    if (!row.empty()) join(same->rows, say("；", "; "), row);
  }
  return all;
}

}  // namespace guifan::html
