// SPDX-License-Identifier: Apache-2.0
#include "csv_reader.h"

#include <algorithm>
#include <string>

#include "long_table_reading.h"
#include "reading/binary_container.h"
#include "records.h"

namespace guifan::csv {
namespace {

constexpr std::size_t kProbeBytes = 4 * 1'024;
constexpr std::size_t kFieldsPerRow = 1'000;

bool is_csv_name(std::string_view name) {
  constexpr std::string_view kExtension = ".csv";
  return name.size() >= kExtension.size() &&
         std::ranges::equal(name.substr(name.size() - kExtension.size()), kExtension,
                            [](char a, char b) {
                              return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 0x20) : a) == b;
                            });
}

void report_decoding(const sdk::Context& context, const sdk::Decoded& decoded) {
  if (decoded.invalid_sequences() > 0)
    context.diagnose(sdk::Severity::Warning, "READ-102",
                     {std::to_string(decoded.invalid_sequences()), decoded.encoding()});
}

std::size_t filled_fields(const Record& record) {
  return static_cast<std::size_t>(std::ranges::count_if(
      record.fields, [](const std::string& field) { return !field.empty(); }));
}

bool give_table(std::span<const Record> rows, std::uint32_t ordinal,
                sdk::DocumentBuilder& document) {
  sdk::Place place = sdk::line(rows.front().line);
  place.table = ordinal;
  bool more = document.begin_table(place);
  for (std::uint32_t row = 0; row < rows.size() && more; ++row) {
    const std::vector<std::string>& fields = rows[row].fields;
    place.line = rows[row].line;
    place.row = row + 1;
    for (std::uint32_t column = 0; column < fields.size() && more; ++column) {
      place.column = column + 1;
      more = document.begin_cell(row, column) &&
             (fields[column].empty() || document.text(fields[column], place));
      document.end_cell();
    }
  }
  document.end_table();
  return more;
}

bool give_paragraph(const Record& record, sdk::DocumentBuilder& document) {
  std::string text;
  for (const std::string& field : record.fields) {
    if (field.empty()) continue;
    if (!text.empty()) text += ' ';
    text += field;
  }
  return text.empty() || document.paragraph(text, sdk::line(record.line));
}

bool is_row(const Record& record) {
  return filled_fields(record) > 1 && record.fields.size() <= kFieldsPerRow;
}

/// The table that begins with the first record: up to a blank record, or to lines of their own with
/// no row behind them.
std::span<const Record> table_at(std::span<const Record> records) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (filled_fields(records[i]) == 0 || records[i].fields.size() > kFieldsPerRow) break;
    if (is_row(records[i])) length = i + 1;
  }
  return records.first(length);
}

bool give_records(std::span<const Record> records, sdk::DocumentBuilder& document) {
  std::uint32_t tables = 0;
  while (!records.empty()) {
    const std::span<const Record> table =
        is_row(records.front()) ? table_at(records) : records.first(0);
    if (!table.empty() && !give_table(table, ++tables, document)) return false;
    if (table.empty() && !give_paragraph(records.front(), document)) return false;
    records = records.subspan(std::max<std::size_t>(1, table.size()));
  }
  return true;
}

}  // namespace

sdk::Probe CsvReader::probe(const sdk::Input& input) const {
  if (reading::is_binary_container(input.bytes().text()))
    return {0, "二进制文件\ta binary container"};
  const std::string_view head = input.bytes().first(kProbeBytes).text();
  const std::vector<Record> first = read_records(head.substr(0, head.find('\n') + 1), ',');
  if (!first.empty() && long_table_columns(first.front()))
    return {0.95, "本程序的数据长表\tguifan's own long table"};
  if (!is_csv_name(input.name())) return {0, "文件名不是 CSV\tnot named as CSV"};
  if (head.find_first_of(",;\t") == std::string_view::npos)
    return {0.2, "文件名是 CSV，没有分隔符\tnamed as CSV, no separators"};
  return {0.7, "文件名是 CSV\tnamed as CSV"};
}

sdk::Status CsvReader::read(const sdk::Context& context, const sdk::Input& input,
                            sdk::DocumentBuilder& document) const {
  if (reading::is_binary_container(input.bytes().text())) return sdk::Status::Unsupported;
  const sdk::Decoded decoded = context.decode(input.bytes());
  report_decoding(context, decoded);
  document.metadata("media-type", "text/csv");
  document.metadata("encoding", decoded.encoding());
  std::vector<Record> records = read_records(decoded.text(), separator_of(decoded.text()));
  if (!records.empty()) {
    if (const auto columns = long_table_columns(records.front())) {
      std::erase_if(records, [](const Record& record) { return filled_fields(record) == 0; });
      const std::span<const Record> cells = std::span(records).subspan(1);
      if (const std::size_t reports = count_reports(cells, *columns); reports > 1) {
        context.diagnose(sdk::Severity::Error, "READ-108", {std::to_string(reports)});
        return sdk::Status::Unsupported;
      }
      return give_long_table(cells, *columns, document) ? sdk::Status::Ok
                                                        : sdk::Status::LimitExceeded;
    }
  }
  return give_records(records, document) ? sdk::Status::Ok : sdk::Status::LimitExceeded;
}

}  // namespace guifan::csv
