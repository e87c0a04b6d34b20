// SPDX-License-Identifier: Apache-2.0
#include "recognise/tables/unknown_lines.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guifan/text.h"
#include "recognise/tables/unknown_tables.h"
#include "recognise/words/word_table.h"
#include "text/measure_words.h"

namespace guifan {
namespace {

constexpr std::size_t kRowBytes = 600;      ///< a longer line is running text
constexpr std::size_t kLabelBytes = 120;    ///< a longer line without figures is running text
constexpr std::size_t kMostLabelLines = 6;  ///< between two figures of one table
constexpr std::size_t kLeastLabels = 2;     ///< with figures; one label needs a whole row
constexpr std::size_t kLeastRowFigures = 4;
constexpr std::size_t kShortestList = 3;   ///< 1 2 may be figures, 1 2 3 are numbers of a list
constexpr std::size_t kContactNumber = 5;  ///< digits of a postcode, a telephone number

/// What one line of a lost table holds: words, figures, or words and figures.
struct TableLine {
  std::string words;
  std::string unit;  ///< of a unit column
  std::vector<PrintedNumber> figures;
  Locator place;
};

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find_first_of(" \t", at), line.size());
    if (end > at) fields.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return fields;
}

bool is_dash(std::string_view field) {
  return field == "-" || field == "/" || field == "—" || field == "——" || field == "\\";
}

bool is_unit(std::string_view field) {
  return has_role(field, MeasureRole::Cell);
}

bool is_sentence(std::string_view words) {
  for (const std::string_view mark : {"。", "！", "!", "？", "?"})
    if (words.find(mark) != std::string_view::npos) return true;
  return false;
}

/// nullopt: running text.
std::optional<TableLine> read_line(std::string_view line) {
  TableLine read;
  if (auto whole = counted_number(line)) {
    read.figures.push_back(std::move(*whole));
    return read;
  }
  if (line.size() > kRowBytes || is_sentence(line)) return std::nullopt;
  if (has_role(line, MeasureRole::Figure)) {
    read.unit = line;
    return read;
  }
  const std::vector<std::string_view> fields = fields_of(line);
  std::size_t words = fields.size();
  bool figures = false;
  for (; words > 0; --words) {
    const std::string_view field = fields[words - 1];
    const bool figure = counted_number(field).has_value();
    if (!figure && !is_dash(field) && !is_unit(field)) break;
    figures = figures || figure;
  }
  if (!figures && !(fields.size() == 1 && words == 0)) words = fields.size();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i < words) {
      read.words += (read.words.empty() ? "" : " ") + std::string(fields[i]);
    } else if (is_unit(fields[i])) {
      read.unit = fields[i];
    } else if (auto figure = counted_number(fields[i])) {
      read.figures.push_back(std::move(*figure));
    }
  }
  if (!figures && line.size() > kLabelBytes) return std::nullopt;
  return read;
}

std::string joined(const std::vector<std::string>& parts, std::string_view mark) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += mark;
    text += part;
  }
  return text;
}

/// What a figure of running text was taken as, by value and place.
std::string key_of(const std::string& value, const Locator& place) {
  return value + "@" + to_string(place);
}

/// The lines of one lost table, from its first words to its last figure.
class LineTable {
 public:
  LineTable(std::multiset<std::string>& taken, TableFindings& findings)
      : taken_(taken), findings_(findings) {}

  void add(TableLine line) {
    if (line.words.empty() && line.figures.empty()) {
      if (line.unit.empty()) return;
      // A unit stands in front of the figure, in a column of its own, or right behind it.
      if (label_ended_ && entries_.back().number.unit.empty())
        entries_.back().number.unit = line.unit;
      else
        unit_ = line.unit;
      return;
    }
    if (!line.words.empty()) {
      if (label_ended_) words_.clear();
      if (words_.size() == kMostLabelLines) {
        if (entries_.empty())
          words_.erase(words_.begin());
        else
          finish();
      }
      label_ended_ = false;
      unit_.clear();
      words_.push_back(line.words);
    }
    if (line.figures.empty()) return;
    if (entries_.empty()) {
      // In front of the first row stand the header's words, where there is one.
      header_ = words_;
      if (header_.size() > 1) header_.pop_back();
      words_.erase(words_.begin(), words_.end() - std::min<std::ptrdiff_t>(1, std::ssize(words_)));
    }
    for (PrintedNumber& figure : line.figures) {
      if (figure.unit.empty()) figure.unit = line.unit.empty() ? unit_ : line.unit;
      entries_.push_back({label(), std::move(figure), line.place});
    }
    label_ended_ = true;
  }

  /// From here on the lines are another report's, or no longer.
  void set_other_report(bool other_report) {
    if (other_report != other_report_) finish();
    other_report_ = other_report;
  }

  /// Running text, a heading or a grid: the table is over.
  void finish() {
    std::set<std::string_view> labels;
    for (const Entry& entry : entries_)
      if (!entry.label.empty() && !is_contact(entry)) labels.insert(entry.label);
    const bool row = labels.size() == 1 && entries_.size() >= kLeastRowFigures && !counts_up();
    const bool list = counts_up() && !label_ended_;  // 1 2 3 with words behind the last one
    if (row || (labels.size() >= kLeastLabels && !list)) emit();
    entries_.clear();
    words_.clear();
    header_.clear();
    unit_.clear();
    label_ended_ = false;
  }

 private:
  struct Entry {
    std::string label;
    PrintedNumber number;
    Locator place;
  };

  std::string label() const { return joined(words_, "/"); }

  static bool is_contact(const Entry& entry) {
    if (entry.number.value.size() < kContactNumber || !entry.number.unit.empty()) return false;
    static const std::vector<std::string_view> ends = words_of_kind(report_words(), "contact-end");
    std::string label = without_spaces(entry.label);
    if (label.ends_with(':')) label.pop_back();
    return std::any_of(ends.begin(), ends.end(),
                       [&](std::string_view end) { return label.ends_with(end); });
  }

  /// 1 2 3: numbers of a list, of pages.
  bool counts_up() const {
    if (entries_.size() < kShortestList) return false;
    for (std::size_t i = 0; i < entries_.size(); ++i)
      if (entries_[i].number.value != std::to_string(i + 1)) return false;
    return true;
  }

  void emit() {
    std::size_t count = 0;
    Locator first;
    for (Entry& entry : entries_) {
      const auto prose = taken_.find(key_of(entry.number.value, entry.place));
      if (prose != taken_.end()) {
        taken_.erase(prose);
        continue;
      }
      if (is_contact(entry)) continue;
      if (count++ == 0) first = entry.place;
      findings_.tokens.push_back({entry.number.value, entry.place});
      findings_.residue.push_back({std::move(entry.label),
                                   std::move(entry.number.unit),
                                   std::move(entry.number.value),
                                   entry.place,
                                   std::string(unknown_reason(other_report_)),
                                   {findings_.tokens.size() - 1}});
    }
    if (count == 0 || other_report_) return;
    findings_.diagnostics.push_back(
        make_diagnostic("REC-004", {joined(header_, " | "), std::to_string(count)}, first));
  }

  std::multiset<std::string>& taken_;
  TableFindings& findings_;
  std::vector<std::string> words_;   ///< the row's label so far
  std::vector<std::string> header_;  ///< words before the first row
  std::string unit_;                 ///< of a line of its own
  std::vector<Entry> entries_;
  bool label_ended_ = false;
  bool other_report_ = false;
};

void add_lines(const Text& text, LineTable& table) {
  const std::string_view all = text.normalised;
  std::size_t original = 0;
  for (std::size_t at = 0; at <= all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    if (end > at) {
      auto line = read_line(all.substr(at, end - at));
      if (line) {
        line->place = text.place_at(original);
        table.add(std::move(*line));
      } else {
        table.finish();
      }
    }
    at = end + 1;
    const std::size_t next = text.original.find('\n', original);
    if (next != std::string::npos) original = next + 1;
  }
}

}  // namespace

void collect_unknown_lines(const SourceDocument& document, const ChapterPlan& plan,
                           const std::vector<bool>& skip, std::span<const NumericToken> prose,
                           TableFindings& findings) {
  std::multiset<std::string> taken;
  for (const NumericToken& token : prose) taken.insert(key_of(token.text, token.place));
  std::vector<bool> part_of_table = skip;
  for (const TextRange& range : findings.used_ranges) part_of_table[range.block] = true;
  LineTable table(taken, findings);
  for (std::size_t block = 0; block < document.blocks.size(); ++block) {
    const auto* paragraph = std::get_if<Paragraph>(&document.blocks[block]);
    // A page number was taken out of the middle of a table; the table goes on behind it.
    if (paragraph != nullptr && plan.chapter_of_block[block] == 0) continue;
    table.set_other_report(plan.is_other_report(block));
    if (paragraph == nullptr || part_of_table[block] || plan.heading_level[block] == 1) {
      table.finish();
    } else {
      add_lines(paragraph->text, table);
    }
  }
  table.finish();
}

}  // namespace guifan
