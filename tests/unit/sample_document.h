// SPDX-License-Identifier: Apache-2.0
// Documents for tests, one paragraph a line. "# " marks a heading, "- " a list item, "~ "
// furniture, "|" a one-row table.
#pragma once

#include <string>
#include <string_view>

#include "guifan/source_document.h"
#include "guifan/text.h"

namespace guifan {

inline SourceDocument sample_document(std::string_view lines) {
  SourceDocument document;
  std::uint32_t number = 0;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    const Locator place{.line = ++number};
    if (line.starts_with("|")) {
      Table table;
      table.rows = table.columns = 1;
      TableCell cell;
      cell.text.original = line.substr(1);
      cell.text.runs = {{0, place}};
      table.cells.push_back(cell);
      document.blocks.emplace_back(table);
      continue;
    }
    Paragraph paragraph;
    const auto take = [&](std::string_view mark, ParagraphKind kind) {
      if (!line.starts_with(mark)) return;
      line.remove_prefix(mark.size());
      paragraph.kind = kind;
      paragraph.level = 1;
    };
    take("# ", ParagraphKind::Heading);
    take("- ", ParagraphKind::ListItem);
    take("~ ", ParagraphKind::Furniture);
    paragraph.text.original = line;
    paragraph.text.runs = {{0, place}};
    document.blocks.emplace_back(paragraph);
  }
  normalise(document);
  return document;
}

}  // namespace guifan
