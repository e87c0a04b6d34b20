// SPDX-License-Identifier: Apache-2.0
#include "long_table_reading.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace guifan::csv {
namespace {

const std::string& field(const Record& record, std::size_t column) {
  static const std::string kNone;
  return column < record.fields.size() ? record.fields[column] : kNone;
}

/// 三、本年度办理结果/（一）予以公开: labels written out, outermost first, as other outputs print
/// them.
std::string printed_path(std::string_view path) {
  std::string printed;
  for (const char c : path) {
    if (c == '/') {
      printed += " / ";
    } else {
      printed += c;
    }
  }
  return printed;
}

/// An amount keeps its unit: it need not be the one of its column. An approximation stays one.
std::string printed_value(const Record& record, const LongTableColumns& columns) {
  const std::string& value = field(record, columns.value);
  const std::string& unit = field(record, columns.unit);
  if (value.empty()) return value;
  return (field(record, columns.rule) == "approximate" ? "约" : "") + value +
         (unit.ends_with("元") ? unit : "");
}

/// The cells of one row of a printed table.
struct Row {
  std::span<const Record> cells;
};

std::vector<Row> rows_of(std::span<const Record> cells, const LongTableColumns& columns) {
  std::vector<Row> rows;
  for (std::size_t begin = 0; begin < cells.size();) {
    std::size_t end = begin + 1;
    while (end < cells.size() &&
           field(cells[end], columns.row_label) == field(cells[begin], columns.row_label))
      ++end;
    rows.push_back({cells.subspan(begin, end - begin)});
    begin = end;
  }
  return rows;
}

bool same_columns(const Row& a, const Row& b, const LongTableColumns& columns) {
  return std::ranges::equal(a.cells, b.cells, [&](const Record& left, const Record& right) {
    return field(left, columns.column_label) == field(right, columns.column_label);
  });
}

/// 行政诉讼/复议后起诉/总计 as its labels, outermost first.
std::vector<std::string_view> labels_of(std::string_view path) {
  std::vector<std::string_view> labels;
  for (std::size_t at = path.find('/'); at != std::string_view::npos; at = path.find('/')) {
    labels.push_back(path.substr(0, at));
    path.remove_prefix(at + 1);
  }
  labels.push_back(path);
  return labels;
}

class Tables {
 public:
  Tables(const LongTableColumns& columns, sdk::DocumentBuilder& document)
      : columns_(columns), document_(document) {}

  /// A table: the labels of the columns above each other as forms print them, then the rows.
  bool give(std::span<const Row> rows) {
    place_ = sdk::line(rows.front().cells.front().line);
    place_.table = ++tables_;
    bool more = document_.begin_table(place_);
    // The rows of review and litigation have no labels.
    const bool labelled = !field(rows.front().cells.front(), columns_.row_label).empty();
    const std::uint32_t first = labelled ? 1 : 0;
    const std::uint32_t depth = give_header(rows.front(), first);
    for (std::uint32_t row = 0; row < rows.size() && more; ++row) {
      const std::span<const Record> cells = rows[row].cells;
      if (labelled)
        more = cell({depth + row, 0}, printed_path(field(cells.front(), columns_.row_label)),
                    cells.front());
      for (std::uint32_t i = 0; i < cells.size() && more; ++i)
        more = cell({depth + row, first + i}, printed_value(cells[i], columns_), cells[i]);
    }
    document_.end_table();
    return more;
  }

 private:
  struct Position {
    std::uint32_t row, column, row_span = 1, column_span = 1;
  };

  /// The rows that the header takes.
  std::uint32_t give_header(const Row& row, std::uint32_t first) {
    std::vector<std::vector<std::string_view>> paths;
    std::size_t depth = 1;
    for (const Record& record : row.cells) {
      paths.push_back(labels_of(field(record, columns_.column_label)));
      depth = std::max(depth, paths.back().size());
    }
    if (first > 0) cell({0, 0, static_cast<std::uint32_t>(depth)}, "", row.cells.front());
    for (std::size_t level = 0; level < depth; ++level) {
      for (std::size_t begin = 0; begin < paths.size();) {
        std::size_t end = begin + 1;
        const bool leaf = level + 1 >= paths[begin].size();
        while (!leaf && end < paths.size() && shares(paths[begin], paths[end], level)) ++end;
        const Position position{static_cast<std::uint32_t>(level),
                                first + static_cast<std::uint32_t>(begin),
                                leaf ? static_cast<std::uint32_t>(depth - level) : 1,
                                static_cast<std::uint32_t>(end - begin)};
        if (level < paths[begin].size()) cell(position, paths[begin][level], row.cells[begin]);
        begin = end;
      }
    }
    return static_cast<std::uint32_t>(depth);
  }

  /// Two columns stand under the same label, and under the same ones above it.
  static bool shares(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b,
                     std::size_t level) {
    return level + 1 < b.size() &&
           std::ranges::equal(std::span(a).first(level + 1), std::span(b).first(level + 1));
  }

  bool cell(Position at, std::string_view text, const Record& record) {
    place_.line = record.line;
    place_.row = at.row + 1;
    place_.column = at.column + 1;
    const bool more = document_.begin_cell(at.row, at.column, at.row_span, at.column_span) &&
                      (text.empty() || document_.text(text, place_));
    document_.end_cell();
    return more;
  }

  const LongTableColumns& columns_;
  sdk::DocumentBuilder& document_;
  sdk::Place place_{};
  std::uint32_t tables_ = 0;
};

}  // namespace

std::optional<LongTableColumns> long_table_columns(const Record& header) {
  const auto column = [&](std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(header.fields, name) - header.fields.begin());
  };
  const LongTableColumns columns{
      column("organisation"), column("year"), column("row_label"), column("column_label"),
      column("value"),        column("unit"), column("rule"),      column("source_sha256")};
  for (const std::size_t at :
       {columns.organisation, columns.year, columns.row_label, columns.column_label, columns.value,
        columns.unit, columns.rule, columns.source})
    if (at == header.fields.size()) return std::nullopt;
  return columns;
}

std::size_t count_reports(std::span<const Record> rows, const LongTableColumns& columns) {
  std::set<std::string> reports;
  for (const Record& row : rows)
    reports.insert(field(row, columns.organisation) + '\n' + field(row, columns.year) + '\n' +
                   field(row, columns.source));
  return reports.size();
}

bool give_long_table(std::span<const Record> cells, const LongTableColumns& columns,
                     sdk::DocumentBuilder& document) {
  if (cells.empty()) return true;
  const Record& first = cells.front();
  const std::string title = field(first, columns.organisation) + field(first, columns.year) +
                            "年政府信息公开工作年度报告";
  if (!document.paragraph(title, sdk::line(first.line), sdk::Kind::Heading, 1)) return false;
  const std::vector<Row> rows = rows_of(cells, columns);
  Tables tables(columns, document);
  for (std::size_t begin = 0; begin < rows.size();) {
    std::size_t end = begin + 1;
    while (end < rows.size() && same_columns(rows[begin], rows[end], columns)) ++end;
    if (!tables.give(std::span(rows).subspan(begin, end - begin))) return false;
    begin = end;
  }
  return true;
}

}  // namespace guifan::csv
