// SPDX-License-Identifier: Apache-2.0
#include "recognise/tables/unknown_tables.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace guifan {
namespace {

constexpr std::ptrdiff_t kLeastFigures =
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

using Cells = std::vector<const TableCell*>;

/// Cells of a grid that follow each other and that no recognised table covers.
std::vector<Cells> unread_parts(const Table& table, const std::unordered_set<const Text*>& read) {
  std::vector<Cells> parts(1);
  for (const TableCell& cell : table.cells) {
    if (!read.contains(&cell.text)) {
      parts.back().push_back(&cell);
    } else if (!parts.back().empty()) {
      parts.emplace_back();
    }
  }
  return parts;
}

/// The first row with words.
std::string signature(const Cells& part) {
  std::string text;
  const TableCell* first = nullptr;
  for (const TableCell* cell : part) {
    if (cell->text.normalised.empty()) continue;
    if (first == nullptr) first = cell;
    if (cell->row != first->row) break;
    text += (text.empty() ? "" : " | ") + one_line(cell->text.normalised);
  }
  return text;
}

void collect(const Cells& part, const Locator& place, std::ptrdiff_t figures, bool other_report,
             TableFindings& findings) {
  Surroundings surroundings;
  for (const TableCell* cell : part) {
    if (cell->text.normalised.empty()) continue;
    const auto number = counted_number(cell->text.normalised);
    if (!number) {
      surroundings.words(*cell);
      continue;
    }
    const Locator at = cell->text.place();
    findings.tokens.push_back({number->value, at});
    findings.residue.push_back({surroundings.label(*cell),
                                number->unit,
                                number->value,
                                at,
                                std::string(unknown_reason(other_report)),
                                {findings.tokens.size() - 1}});
  }
  if (other_report) return;
  findings.diagnostics.push_back(
      make_diagnostic("REC-004", {signature(part), std::to_string(figures)}, place));
}

}  // namespace

std::optional<PrintedNumber> counted_number(std::string_view normalised) {
  std::optional<PrintedNumber> number = parse_number(normalised);
  if (number && (number->unit.starts_with("年") || number->unit == "月" || number->unit == "日"))
    return std::nullopt;
  return number;
}

void collect_unknown_tables(const SourceDocument& document, const ChapterPlan& plan,
                            const std::unordered_set<const Text*>& read, TableFindings& findings) {
  for (std::size_t block = 0; block < document.blocks.size(); ++block) {
    const auto* table = std::get_if<Table>(&document.blocks[block]);
    if (table == nullptr) continue;
    for (const Cells& part : unread_parts(*table, read)) {
      const bool whole = part.size() == table->cells.size();
      const auto figures = std::ranges::count_if(part, [](const TableCell* cell) {
        return counted_number(cell->text.normalised).has_value();
      });
      if (figures == 0 || (whole && figures < kLeastFigures)) continue;
      collect(part, whole ? table->place : part.front()->text.place(), figures,
              plan.is_other_report(block), findings);
    }
  }
}

}  // namespace guifan
