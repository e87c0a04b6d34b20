// SPDX-License-Identifier: Apache-2.0
#include "writing/long_table.h"

#include <span>

#include "writing/markup.h"

namespace guifan::writing {
namespace {

std::string text(guifan_string string) {
  return std::string(sdk::view(string));
}

void append_joined(std::string& joined, guifan_string part) {
  if (!joined.empty()) joined += " | ";
  bool first = true;
  for_each_line(sdk::view(part), [&](std::string_view line) {
    if (!first) joined += ' ';
    first = false;
    joined += line;
  });
}

}  // namespace

std::vector<LongRow> long_table(const sdk::ReportView& report) {
  std::vector<LongRow> rows;
  for (const sdk::CellView& cell : std::span(report.cells, report.cell_count)) {
    const bool filled = cell.filled != 0;
    std::string quotes;
    std::string places;
    for (const guifan_source& source : std::span(cell.sources, cell.source_count)) {
      append_joined(quotes, source.quote);
      append_joined(places, source.place);
    }
    rows.push_back(
        {text(report.organisation), report.year == 0 ? std::string() : std::to_string(report.year),
         text(report.template_id), text(cell.id), text(cell.row_label), text(cell.column_label),
         filled ? text(cell.value) : std::string(),
         text(filled && cell.unit.size != 0 ? cell.unit : cell.column_unit),
         filled ? text(cell.rule) : std::string(), filled ? std::string() : text(cell.blank),
         filled ? text(cell.caveat) : std::string(),
         filled ? text(cell.reason) : text(cell.blank_text), std::move(quotes), std::move(places),
         text(report.source_name), text(report.source_sha256)});
  }
  return rows;
}

}  // namespace guifan::writing
