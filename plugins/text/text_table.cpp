// SPDX-License-Identifier: Apache-2.0
#include "text/text_table.h"

#include <algorithm>
#include <map>

#include "text/figure_field.h"

namespace guifan::text {
namespace {

constexpr std::size_t kFieldBytes = 600;         // of a cell; more is running text
constexpr std::size_t kWrappedLabelBytes = 120;  // of a line that continues a label
constexpr std::size_t kGapFieldBytes = 90;
constexpr std::size_t kBetweenRows = 2;  // lines that a label may take between two rows
constexpr std::size_t kFieldsPerRow = 1'000;

using Split = std::vector<std::string_view> (*)(std::string_view line);

std::vector<std::string_view> split_at(std::string_view line, std::string_view mark) {
  std::vector<std::string_view> fields;
  for (std::size_t at = line.find(mark); at != std::string_view::npos; at = line.find(mark)) {
    fields.push_back(trim(line.substr(0, at)));
    line.remove_prefix(at + mark.size());
  }
  fields.push_back(trim(line));
  return fields;
}

bool has_text(std::string_view field) {
  return !field.empty();
}

bool is_row(const std::vector<std::string_view>& fields) {
  return fields.size() >= 2 && fields.size() <= kFieldsPerRow &&
         std::ranges::any_of(fields, has_text) &&
         std::ranges::all_of(fields,
                             [](std::string_view field) { return field.size() <= kFieldBytes; });
}

/// Fields between tabs; none where the tabs only indent the line.
std::vector<std::string_view> split_tabs(std::string_view line) {
  if (trim(line).find('\t') == std::string_view::npos && !line.ends_with('\t')) return {};
  std::vector<std::string_view> fields = split_at(line, "\t");
  return is_row(fields) ? fields : std::vector<std::string_view>{};
}

/// Fields between pipes, the outer ones included.
std::vector<std::string_view> split_pipes(std::string_view line) {
  if (line.find('|') == std::string_view::npos) return {};
  std::vector<std::string_view> fields = split_at(trim(line), "|");
  return is_row(fields) ? fields : std::vector<std::string_view>{};
}

bool is_han(std::string_view text) {
  return text.size() == 3 && static_cast<unsigned char>(text[0]) >= 0xE4 &&
         static_cast<unsigned char>(text[0]) <= 0xE9;
}

/// Fields between gaps of two or more blanks. A word set apart for looks (总  计) is one field.
std::vector<std::string_view> split_gaps(std::string_view line) {
  line = trim(line);
  std::vector<std::string_view> fields;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at, blanks = 0;
    while (const std::size_t length = blank_length(line.substr(end))) {
      end += length;
      ++blanks;
    }
    if (blanks >= 2) {
      fields.push_back(line.substr(begin, at - begin));
      begin = end;
    }
    at = std::max(end, at + 1);
  }
  fields.push_back(line.substr(begin));
  for (std::size_t i = 0; i + 1 < fields.size();) {
    if (is_han(fields[i]) && is_han(fields[i + 1]))
      return {};  // spaced-out words: no certain boundary
    ++i;
  }
  const bool short_fields = std::ranges::all_of(
      fields, [](std::string_view field) { return field.size() <= kGapFieldBytes; });
  return fields.size() >= 3 && fields.size() <= kFieldsPerRow && short_fields
             ? fields
             : std::vector<std::string_view>{};
}

bool holds_figures(const std::vector<std::string_view>& fields) {
  return std::ranges::any_of(fields, is_figure);
}

/// A short line that may be the rest of a label: no sentence.
bool may_be_label(std::string_view line) {
  line = trim(line);
  return !line.empty() && line.size() <= kWrappedLabelBytes && !line.ends_with("。") &&
         !line.ends_with("；");
}

bool is_lone_pipe(std::string_view line) {
  line = trim(line);
  return !line.empty() && std::ranges::all_of(line, [](char c) { return c == '|' || c == ' '; });
}

/// |---|:-:| and its like, as written.
bool is_separator_line(std::string_view line) {
  return line.find("--") != std::string_view::npos &&
         line.find_first_not_of("|-:= \t") == std::string_view::npos;
}

/// The rows of one kind that begin with the first line. `loose`: blank lines and labels may stand
/// between rows.
TextTable collect(std::span<const Line> lines, Split split, bool loose) {
  TextTable table;
  std::vector<TextRow> waiting;  // labels that count only when a row with figures follows
  bool blank_before = false;
  std::size_t blanks = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view text = lines[i].text;
    std::vector<std::string_view> fields = split(text);
    if (!fields.empty()) {
      if (!waiting.empty() && (!holds_figures(fields) || table.rows.empty())) break;
      // A header row with its separator line, after a blank line: the next table.
      if (blank_before && i + 1 < lines.size() && is_separator_line(lines[i + 1].text)) break;
      for (TextRow& row : waiting) table.rows.push_back(std::move(row));
      waiting.clear();
      table.rows.push_back({lines[i].number, std::move(fields)});
      table.lines = i + 1;
      blanks = 0;
      blank_before = false;
      continue;
    }
    if (table.rows.empty() || !loose) break;
    if (trim(text).empty() || (split == &split_pipes && is_lone_pipe(text))) {
      if (++blanks > 1) break;
      blank_before = true;
      continue;
    }
    // A label never stands alone between blank lines: that is a heading.
    if (blank_before || waiting.size() == kBetweenRows || !may_be_label(text)) break;
    waiting.push_back({lines[i].number, {trim(text)}});
  }
  return table;
}

bool is_separator(const TextRow& row, bool second) {
  std::size_t dashes = 0;
  for (std::string_view field : row.fields) {
    if (field.empty()) continue;
    if (field.find_first_not_of("-:=") != std::string_view::npos) return false;
    if (field.size() < 3 && !second) return false;
    ++dashes;
  }
  return dashes > 0;
}

/// Takes the frame away: leading and trailing pipes that are no cells, separator rows.
void unframe(TextTable& table) {
  const auto piped = [](const TextRow& row) { return row.fields.size() >= 2; };
  std::size_t rows = 0, leading = 0, trailing = 0;
  for (const TextRow& row : table.rows) {
    if (!piped(row)) continue;
    ++rows;
    leading += row.fields.front().empty();
    trailing += row.fields.back().empty();
  }
  for (TextRow& row : table.rows) {
    if (!piped(row)) continue;
    if (trailing * 2 > rows && row.fields.back().empty()) row.fields.pop_back();
    if (leading == rows && row.fields.size() > 1) row.fields.erase(row.fields.begin());
  }
  std::size_t index = 0;
  std::erase_if(table.rows,
                [&index](const TextRow& row) { return is_separator(row, index++ == 1); });
}

/// Most rows have the same number of fields, and half of them or more hold figures or are the
/// header.
bool is_regular(const TextTable& table) {
  std::map<std::size_t, std::size_t> sizes;
  std::size_t figures = 0, most = 0;
  for (const TextRow& row : table.rows) {
    most = std::max(most, ++sizes[row.fields.size()]);
    figures += holds_figures(row.fields);
  }
  return most * 3 >= table.rows.size() * 2 && figures * 2 >= table.rows.size();
}

bool is_table(const TextTable& table) {
  return std::ranges::count_if(table.rows,
                               [](const TextRow& row) { return row.fields.size() >= 2; }) >= 2;
}

}  // namespace

TextTable read_table(std::span<const Line> lines) {
  if (lines.empty()) return {};
  const std::string_view first = lines.front().text;
  if (first.find('\t') != std::string_view::npos && !split_tabs(first).empty()) {
    TextTable table = collect(lines, &split_tabs, true);
    if (is_table(table)) return table;
  }
  if (first.find('|') != std::string_view::npos && !split_pipes(first).empty()) {
    TextTable table = collect(lines, &split_pipes, true);
    if (table.rows.size() >= 2) {
      unframe(table);
      if (is_table(table)) return table;
      table.rows.clear();  // one field a line, as below
      return table;
    }
  }
  if (!split_gaps(first).empty()) {
    TextTable table = collect(lines, &split_gaps, false);
    if (table.rows.size() >= 2 && is_regular(table)) return table;
    table.rows.clear();  // its lines are known to be no table: they are not tried again
    return table;
  }
  return {};
}

}  // namespace guifan::text
