// SPDX-License-Identifier: Apache-2.0
#include "recognise/prose_vocabulary.h"

namespace guifan::prose {
namespace {

std::uint64_t edge(std::uint32_t node, char32_t value) {
  return static_cast<std::uint64_t>(node) << 32U | value;
}

}  // namespace

bool Vocabulary::add(std::u32string_view text, const Word& word) {
  std::uint32_t node = 0;
  for (const char32_t value : text) {
    const auto [place, fresh] =
        edges_.try_emplace(edge(node, value), static_cast<std::uint32_t>(word_of_node_.size()));
    if (fresh) word_of_node_.push_back(none);
    node = place->second;
  }
  if (word_of_node_[node] == none) {
    word_of_node_[node] = static_cast<std::uint32_t>(words_.size());
    words_.push_back(word);
    return true;
  }
  Word& known = words_[word_of_node_[node]];
  const auto agrees = [](const std::string& a, const std::string& b) {
    return a.empty() || b.empty() || a == b;
  };
  if (!agrees(known.indicator, word.indicator) || !agrees(known.part, word.part)) return false;
  known.classes |= word.classes;
  if (known.indicator.empty()) known.indicator = word.indicator;
  if (known.part.empty()) known.part = word.part;
  if (known.zeros.empty()) known.zeros = word.zeros;
  return true;
}

Vocabulary::Hit Vocabulary::longest(std::u32string_view text, std::size_t at) const {
  Hit hit;
  std::uint32_t node = 0;
  for (std::size_t i = at; i < text.size(); ++i) {
    const auto next = edges_.find(edge(node, text[i]));
    if (next == edges_.end()) break;
    node = next->second;
    if (word_of_node_[node] != none) hit = {i + 1 - at, word_of_node_[node]};
  }
  return hit;
}

}  // namespace guifan::prose
