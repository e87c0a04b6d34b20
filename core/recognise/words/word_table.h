// SPDX-License-Identifier: Apache-2.0
// The word lists of formats/*.tsv that are compiled in: who, which year, which chapter, what is
// page furniture.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guifan {

/// One line of a word list: its first column and its second.
struct WordRow {
  std::string_view kind;
  std::string_view text;
};

/// Rows of formats/report-words.tsv, headings.tsv and page-furniture.tsv, in file order.
std::span<const WordRow> report_words();
std::span<const WordRow> heading_words();
std::span<const WordRow> furniture_words();

/// All texts of one kind.
std::vector<std::string_view> words_of_kind(std::span<const WordRow> rows, std::string_view kind);
/// The same as characters.
std::vector<std::u32string> characters_of_kind(std::span<const WordRow> rows,
                                               std::string_view kind);

/// The text without spaces and line breaks: what the word lists are compared with.
std::string without_spaces(std::string_view text);

}  // namespace guifan
