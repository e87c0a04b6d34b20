// SPDX-License-Identifier: Apache-2.0
// Documents of one table, and what the shipped layouts read in them.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guifan/recognise.h"
#include "guifan/text.h"
#include "shipped_layouts.h"

namespace guifan::test {

inline Text text(std::string words, std::uint32_t line) {
  Text out;
  out.original = std::move(words);
  out.runs = {{0, Locator{.line = line}}};
  return out;
}

/// One paragraph a line.
inline SourceDocument from_lines(std::string_view lines) {
  SourceDocument document;
  std::uint32_t number = 0;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    ++number;
    if (end != 0) {
      Paragraph paragraph;
      paragraph.text = text(std::string(lines.substr(0, end)), number);
      document.blocks.emplace_back(std::move(paragraph));
    }
    lines.remove_prefix(std::min(lines.size(), end + 1));
  }
  return document;
}

/// A grid: rows of cells, "" is an empty cell.
inline SourceDocument from_grid(const std::vector<std::vector<std::string>>& rows) {
  SourceDocument document;
  Table table;
  for (std::uint32_t r = 0; r < rows.size(); ++r)
    for (std::uint32_t c = 0; c < rows[r].size(); ++c) {
      TableCell cell;
      cell.row = r;
      cell.column = c;
      if (!rows[r][c].empty()) cell.text = text(rows[r][c], r + 1);
      table.cells.push_back(std::move(cell));
      table.columns = std::max(table.columns, c + 1);
    }
  table.rows = static_cast<std::uint32_t>(rows.size());
  document.blocks.emplace_back(std::move(table));
  return document;
}

inline TableFindings recognise(SourceDocument document) {
  normalise(document);
  return recognise_tables(document, ChapterPlan{}, shipped_layouts());
}

/// indicator -> value for numbers, "?" for ambiguous, "lost", "empty", "dash" otherwise.
inline std::map<std::string, std::string> cells(const TableFindings& findings) {
  std::map<std::string, std::string> out;
  for (const Figure& figure : findings.figures) {
    std::string value = figure.value;
    if (figure.printed == Printed::Ambiguous) value = "?";
    if (figure.printed == Printed::Lost) value = "lost";
    if (figure.printed == Printed::Empty) value = "empty";
    if (figure.printed == Printed::Dash) value = "dash";
    out[figure.indicator] = value;
  }
  return out;
}

/// Head of table three up to its second row; `rows` follow.
inline std::string requests_head() {
  return "三、收到和处理政府信息公开申请情况\n申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n"
         "科研机构\n社会公益组织\n"
         "法律服务机构\n其他\n";
}

}  // namespace guifan::test
