// SPDX-License-Identifier: Apache-2.0
// When a report was published.
#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "recognise/identity/report_evidence.h"
#include "recognise/identity/title_votes.h"
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
    const auto date = line.size() <= 600 || block < 12 ? find_date(line) : std::nullopt;
    if (!date || !plausible(*date)) return true;
    if (block < 80 && found.value.empty()) {
      for (const auto& [word, bare] : publication_words()) {
        for (std::size_t at = line.find(word); at != std::string::npos;
             at = line.find(word, at + 1)) {
          if (bare) {
            const std::string_view before = std::string_view(line).substr(0, at);
            if (!before.empty() && !before.ends_with(' ') && !before.ends_with('\n') &&
                !before.ends_with('|'))
              continue;
          }
          const auto after = find_date(line, at);
          if (after && plausible(*after) && after->begin - at <= word.size() + 8) {
            found = {after->iso(),
                     0.9,
                     {fmt::format("“{}”一行", word), fmt::format("the line with “{}”", word)}};
            return true;
          }
        }
      }
      if (furniture_of(line) == Furniture::Publication && date->begin <= 8)
        found = {date->iso(), 0.8, {"标题下的日期", "date below the title"}};
    }
    const std::size_t marks = date->begin + (line.size() - date->end);
    if (marks <= 2) signature = {date->iso(), 0.6, {"落款日期", "date of the signature"}};
    return true;
  });
  return found.value.empty() ? signature : found;
}

}  // namespace guifan
