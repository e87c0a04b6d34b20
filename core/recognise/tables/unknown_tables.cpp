// SPDX-License-Identifier: Apache-2.0
#include "recognise/tables/unknown_tables.h"

#include <unordered_map>
#include <vector>

namespace guifan {
namespace {

constexpr std::size_t kLeastFigures =
    2;  ///< a layout table of the page with one stray number is no table of figures

std::string one_line(std::string text) {
  for (char& c : text)
    if (c == '\n') c = ' ';
  return text;
}

/// The words to the left of a figure and above it, kept up to date while the cells are walked in
/// row order.
class Surroundings {
 public:
  static constexpr std::size_t kMostRowWords = 8;
  void words(const TableCell& cell) {
    start_row(cell.row);
    const std::string text = one_line(cell.text.normalised);
    row_words_.push_back(text);
    for (std::uint32_t c = cell.column; c < cell.column + cell.column_span; ++c)
      column_words_[c] = text;
  }
  std::string label(const TableCell& figure) {
    start_row(figure.row);
    const auto column = column_words_.find(figure.column);
    std::string row = row_label();
    if (column == column_words_.end()) return row;
    return row.empty() ? column->second : row + " " + column->second;
  }

 private:
  /// The words of the row so far. Of a very long row the first and the nearest ones: were every
  /// figure to repeat all of them, a wide table would grow with the square of its width.
  std::string row_label() const {
    std::string label;
    for (std::size_t i = 0; i < row_words_.size(); ++i) {
      if (i == 1 && row_words_.size() > kMostRowWords) {
        label += "/…";
        i = row_words_.size() - kMostRowWords + 1;
      }
      label += (i == 0 ? "" : "/") + row_words_[i];
    }
    return label;
  }
  void start_row(std::uint32_t row) {
    if (row != row_) row_words_.clear();
    row_ = row;
  }
  std::uint32_t row_ = 0;
  std::vector<std::string> row_words_;
  std::unordered_map<std::uint32_t, std::string> column_words_;
};

std::string signature(const Table& table) {
  std::string text;
  for (const TableCell& cell : table.cells) {
    if (cell.row != 0) break;
    text += (text.empty() ? "" : " | ") + one_line(cell.text.normalised);
  }
  return text;
}

}  // namespace

std::optional<PrintedNumber> counted_number(std::string_view normalised) {
  std::optional<PrintedNumber> number = parse_number(normalised);
  if (number && (number->unit.starts_with("年") || number->unit == "月" || number->unit == "日"))
    return std::nullopt;
  return number;
}

void collect_unknown_tables(const SourceDocument& document, TableFindings& findings) {
  for (std::size_t block = 0; block < document.blocks.size(); ++block) {
    const auto* table = std::get_if<Table>(&document.blocks[block]);
    if (table == nullptr || findings.used_blocks[block]) continue;
    std::size_t figures = 0;
    for (const TableCell& cell : table->cells)
      if (counted_number(cell.text.normalised)) ++figures;
    if (figures < kLeastFigures) continue;
    Surroundings surroundings;
    for (const TableCell& cell : table->cells) {
      if (cell.text.normalised.empty()) continue;
      const auto number = counted_number(cell.text.normalised);
      if (!number) {
        surroundings.words(cell);
        continue;
      }
      const Locator place = cell.text.place();
      findings.tokens.push_back({number->value, place});
      findings.residue.push_back({surroundings.label(cell),
                                  number->unit,
                                  number->value,
                                  place,
                                  "unrecognised-table",
                                  {findings.tokens.size() - 1}});
    }
    findings.diagnostics.push_back(
        make_diagnostic("REC-004", {signature(*table), std::to_string(figures)}, table->place));
  }
}

}  // namespace guifan
