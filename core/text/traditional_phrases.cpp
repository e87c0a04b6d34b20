// SPDX-License-Identifier: Apache-2.0
#include "text/traditional_phrases.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"
#include "text/word_list.h"

namespace guifan {
namespace {

constexpr std::string_view kPhrases =
#include "traditional-phrases.inc"
    ;

using Phrase = std::pair<std::string_view, std::string_view>;

std::string_view head(std::string_view phrase) {
  return phrase.empty() ? phrase : phrase.substr(0, utf8::decode(phrase, 0).length);
}

std::vector<Phrase> read_phrases() {
  std::vector<Phrase> phrases;
  phrases.reserve(512);
  for_each_row(kPhrases, [&](std::string_view traditional, std::string_view simplified) {
    phrases.emplace_back(traditional, simplified);
  });
  std::sort(phrases.begin(), phrases.end());
  return phrases;
}

}  // namespace

std::optional<std::vector<PhraseHit>> find_traditional_phrases(std::string_view clause) {
  static const std::vector<Phrase> phrases = read_phrases();
  std::vector<PhraseHit> hits;
  for (std::size_t at = 0; at < clause.size();) {
    const std::string_view rest = clause.substr(at), first = head(rest);
    for (auto phrase = std::lower_bound(phrases.begin(), phrases.end(), Phrase(first, {}));
         phrase != phrases.end() && phrase->first.starts_with(first); ++phrase) {
      if (!rest.starts_with(phrase->first)) continue;
      if (!hits.empty() && at < hits.back().end) return std::nullopt;
      hits.push_back({at, at + phrase->first.size(), phrase->second});
    }
    at += first.size();
  }
  return hits;
}

}  // namespace guifan
