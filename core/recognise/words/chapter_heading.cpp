// SPDX-License-Identifier: Apache-2.0
#include "recognise/words/chapter_heading.h"

#include <string>
#include <vector>

#include "guifan/text.h"
#include "recognise/words/word_table.h"

namespace guifan {
namespace {

struct Rule {
  std::uint32_t chapter;
  std::vector<std::string_view> words;
};

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all = [] {
    std::vector<Rule> parsed;
    for (const WordRow& row : heading_words()) {
      Rule rule{static_cast<std::uint32_t>(row.kind[0] - '0'), {}};
      for (std::size_t at = 0; at <= row.text.size();) {
        const std::size_t end = std::min(row.text.find('+', at), row.text.size());
        rule.words.push_back(row.text.substr(at, end - at));
        at = end + 1;
      }
      parsed.push_back(std::move(rule));
    }
    return parsed;
  }();
  return all;
}

}  // namespace

std::optional<std::uint32_t> chapter_of_heading(std::string_view normalised_heading,
                                                bool new_form) {
  const std::string key = label_key(normalised_heading);
  for (const Rule& rule : rules()) {
    bool all = true;
    for (const std::string_view word : rule.words) all = all && key.find(word) != std::string::npos;
    if (!all) continue;
    return rule.chapter == 2 && !new_form ? 1 : rule.chapter;
  }
  return std::nullopt;
}

}  // namespace guifan
