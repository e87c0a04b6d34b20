// SPDX-License-Identifier: Apache-2.0
#include "recognise/words/word_table.h"

#include "text/code_points.h"
#include "text/word_list.h"

namespace guifan {
namespace {

constexpr std::string_view kReportWords =
#include "report-words.inc"
    ;
constexpr std::string_view kHeadings =
#include "headings.inc"
    ;
constexpr std::string_view kFurniture =
#include "page-furniture.inc"
    ;

std::vector<WordRow> parse(std::string_view table) {
  std::vector<WordRow> rows;
  for_each_row(table, [&](std::string_view kind, std::string_view text) {
    rows.push_back({kind, text});
  });
  return rows;
}

}  // namespace

std::span<const WordRow> report_words() {
  static const std::vector<WordRow> rows = parse(kReportWords);
  return rows;
}

std::span<const WordRow> heading_words() {
  static const std::vector<WordRow> rows = parse(kHeadings);
  return rows;
}

std::span<const WordRow> furniture_words() {
  static const std::vector<WordRow> rows = parse(kFurniture);
  return rows;
}

std::vector<std::string_view> words_of_kind(std::span<const WordRow> rows, std::string_view kind) {
  std::vector<std::string_view> words;
  for (const WordRow& row : rows)
    if (row.kind == kind) words.push_back(row.text);
  return words;
}

std::vector<std::u32string> characters_of_kind(std::span<const WordRow> rows,
                                               std::string_view kind) {
  std::vector<std::u32string> words;
  for (const std::string_view word : words_of_kind(rows, kind)) words.push_back(code_points(word));
  return words;
}

std::string without_spaces(std::string_view text) {
  std::string kept(text);
  std::erase_if(kept, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
  return kept;
}

}  // namespace guifan
