// SPDX-License-Identifier: Apache-2.0
// When a report was published.
#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "recognise/identity/decisions.h"
#include "recognise/identity/report_evidence.h"
#include "recognise/page/page_furniture.h"
#include "recognise/words/printed_date.h"
#include "recognise/words/word_table.h"
#include "text/code_points.h"

namespace guifan {
namespace {

struct PublicationWord {
  std::string_view word;
  bool bare;  ///< says so only where nothing stands before it
};

const std::vector<PublicationWord>& publication_words() {
  static const auto all = [] {
    std::vector<PublicationWord> words;
    for (const bool bare : {false, true})
      for (const std::string_view word :
           words_of_kind(report_words(), bare ? "published-bare" : "published"))
        words.push_back({word, bare});
    return words;
  }();
  return all;
}

constexpr std::size_t kBlocksToSearch = 80;  // below the title, or in the line above the text
constexpr std::size_t kLineBytes = 600;      // longer texts name dates of many things,
constexpr std::size_t kTopBlocks = 12;       // but at the top a page may be one long line
constexpr std::size_t kBetween = 8;          // bytes of marks between the word and its date
constexpr std::size_t kBeforeDate = 8;       // bytes of a line below the title that is a date
constexpr std::size_t kBesideDate = 2;       // bytes beside the date of a signature

/// The date that a word for publication stands before: "发布时间:2017-03-01".
Finding date_of_words(const std::string& line, const auto& plausible) {
  for (const auto& [word, bare] : publication_words()) {
    for (std::size_t at = line.find(word); at != std::string::npos; at = line.find(word, at + 1)) {
      const std::string_view before = std::string_view(line).substr(0, at);
      const bool begins =
          before.empty() || std::string_view(" \n|").find(before.back()) != std::string_view::npos;
      if (bare && !begins) continue;
      const auto date = find_date(line, at);
      if (date && plausible(*date) && date->begin - at <= word.size() + kBetween)
        return {date->iso(),
                0.9,
                {fmt::format("“{}”一行", word), fmt::format("the line with “{}”", word)}};
    }
  }
  return {};
}

}  // namespace

Finding decide_published(const SourceDocument& document, std::string_view year) {
  const auto plausible = [&](const PrintedDate& date) {
    return year.empty() || fmt::format("{:04}", date.year) >= year;
  };
  for (const auto& [name, value] : document.metadata) {
    const std::string key = ascii_lower(name);
    if (key.find("pubdate") == std::string::npos && key.find("publish") == std::string::npos)
      continue;
    if (const auto date = find_date(value); date && plausible(*date))
      return {date->iso(), 0.95, {"网页元数据 " + name, "metadata " + name}};
  }
  Finding found, signature;
  for_each_normalised(document, [&](const Text& text, std::size_t block, const Paragraph*) {
    const std::string& line = text.normalised;
    const auto date =
        line.size() <= kLineBytes || block < kTopBlocks ? find_date(line) : std::nullopt;
    if (!date || !plausible(*date)) return true;
    if (block < kBlocksToSearch && found.value.empty()) {
      found = date_of_words(line, plausible);
      if (!found.value.empty()) return true;
      if (furniture_of(line) == Furniture::Publication && date->begin <= kBeforeDate)
        found = {date->iso(), 0.8, {"标题下的日期", "date below the title"}};
    }
    if (date->begin + (line.size() - date->end) <= kBesideDate)
      signature = {date->iso(), 0.6, {"落款日期", "date of the signature"}};
    return true;
  });
  return found.value.empty() ? signature : found;
}

}  // namespace guifan
