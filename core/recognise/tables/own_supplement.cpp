// SPDX-License-Identifier: Apache-2.0
#include "recognise/tables/own_supplement.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "guifan/text.h"

namespace guifan {
namespace {

constexpr std::size_t kColumns = 5;  // indicator, unit, value, place, reason

struct Field {
  std::string_view text;
  Locator place;
};
using Fields = std::vector<Field>;

/// The fields of an aligned line: two blanks or more stand between them.
Fields fields_of(const Paragraph& paragraph) {
  Fields fields;
  std::string_view rest = paragraph.text.original;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find("  "), rest.size());
    if (end != 0) fields.push_back({rest.substr(0, end), paragraph.text.place()});
    rest.remove_prefix(std::min(rest.find_first_not_of(' ', end), rest.size()));
  }
  return fields;
}

/// The heads of the columns, as printed_report.cpp writes them.
bool are_heads(const Fields& fields) {
  constexpr std::array<std::string_view, kColumns> kChinese = {"指标", "单位", "数值", "原文位置",
                                                               "说明"};
  constexpr std::array<std::string_view, kColumns> kEnglish = {"indicator", "unit", "value",
                                                               "place", "whyhere"};
  const auto are = [&](const std::array<std::string_view, kColumns>& titles) {
    return std::ranges::equal(fields, titles, {},
                              [](const Field& field) { return label_key(field.text, false); });
  };
  return are(kChinese) || are(kEnglish);
}

std::vector<Fields> rows_of(const Table& table) {
  std::vector<Fields> rows(table.rows);
  for (const TableCell& cell : table.cells) {
    if (cell.row >= table.rows || cell.column >= kColumns) continue;
    Fields& row = rows[cell.row];
    row.resize(std::max<std::size_t>(row.size(), cell.column + 1));
    row[cell.column] = {cell.text.normalised, cell.text.place()};
  }
  return rows;
}

bool is_figure(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

/// Which field is the figure. A line shows nothing of an empty field, so the unit may be missing.
std::size_t value_of(const Fields& fields) {
  for (const std::size_t at : {std::size_t{2}, std::size_t{1}})
    if (fields.size() <= kColumns && fields.size() >= at + 2 && is_figure(fields[at].text))
      return at;
  return 0;
}

void add(const Fields& fields, std::size_t value, TableFindings& findings) {
  const std::string text(fields[value].text);
  findings.tokens.push_back({text, fields[value].place});
  findings.residue.push_back({std::string(fields[0].text),
                              std::string(value == 2 ? fields[1].text : std::string_view()),
                              text,
                              fields[value].place,
                              "carried-over",
                              {findings.tokens.size() - 1}});
}

/// Walks along the blocks; `inside`: the heads stand above, as a line.
class Supplement {
 public:
  explicit Supplement(TableFindings& findings) : findings_(findings) {}

  /// Whether the block belongs to a supplementary table; its figures are residue then.
  bool takes(const Block& block) {
    if (const auto* table = std::get_if<Table>(&block)) return takes_table(*table);
    const Fields fields = fields_of(std::get<Paragraph>(block));
    if (are_heads(fields)) return in_lines_ = true;
    const std::size_t value = in_lines_ ? value_of(fields) : 0;
    if (value == 0) return in_lines_ = false;
    add(fields, value, findings_);
    return true;
  }

 private:
  // A run of lines with short fields is a table to the text reader; the next line may be none.
  bool takes_table(const Table& table) {
    const std::vector<Fields> rows = rows_of(table);
    const bool headed = table.columns == kColumns && !rows.empty() && are_heads(rows.front());
    const auto body = rows.begin() + (headed ? 1 : 0);
    if (headed) {
      in_lines_ = table.place.line != 0;
    } else if (!in_lines_ || std::any_of(body, rows.end(),
                                         [](const Fields& row) { return value_of(row) == 0; })) {
      return in_lines_ = false;
    }
    for (auto row = body; row != rows.end(); ++row)
      if (const std::size_t value = value_of(*row)) add(*row, value, findings_);
    return true;
  }

  TableFindings& findings_;
  bool in_lines_ = false;
};

}  // namespace

void take_own_supplement(SourceDocument& document, TableFindings& findings) {
  Supplement supplement(findings);
  std::erase_if(document.blocks, [&](const Block& block) { return supplement.takes(block); });
}

}  // namespace guifan
