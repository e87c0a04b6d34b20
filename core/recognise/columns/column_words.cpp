// SPDX-License-Identifier: Apache-2.0
#include "recognise/columns/column_words.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "guifan/text.h"
#include "recognise/words/word_table.h"
#include "text/code_points.h"

namespace guifan {
namespace {

std::vector<std::u32string> keys_of_kind(std::string_view kind) {
  std::vector<std::u32string> keys;
  for (const std::string_view word : words_of_kind(report_words(), kind))
    keys.push_back(code_points(label_key(word, false)));
  return keys;
}

}  // namespace

bool stands_aside(const std::u32string& words) {
  static const auto whole = keys_of_kind("column-aside");
  return std::ranges::find(whole, words) != whole.end() || compares_years(words);
}

bool compares_years(const std::u32string& words) {
  static const auto starts = keys_of_kind("column-aside-start");
  return std::ranges::any_of(starts,
                             [&](const std::u32string& start) { return words.starts_with(start); });
}

bool says_nothing(std::u32string words) {
  static const auto bare = keys_of_kind("column-bare");
  std::erase_if(words, is_ascii_digit);
  return std::ranges::find(bare, words) != bare.end();
}

}  // namespace guifan
