// SPDX-License-Identifier: Apache-2.0
#include "recognise/prose_vocabulary.h"

namespace guifan::prose {
namespace {

std::uint64_t edge(std::uint32_t node, char32_t value) {
  return static_cast<std::uint64_t>(node) << 32U | value;
}

}  // namespace

std::uint32_t Vocabulary::share(Word meaning) {
  meanings_.push_back(std::move(meaning));
  return static_cast<std::uint32_t>(meanings_.size() - 1);
}

bool Vocabulary::add(std::u32string_view text, std::uint32_t meaning) {
  std::uint32_t node = 0;
  for (const char32_t value : text) {
    const auto [place, fresh] =
        edges_.try_emplace(edge(node, value), static_cast<std::uint32_t>(word_of_node_.size()));
    if (fresh) word_of_node_.push_back(none);
    node = place->second;
  }
  std::uint32_t& known = word_of_node_[node];
  if (known == none) {
    known = meaning;
    ++size_;
    return true;
  }
  if (known == meaning) return true;
  const Word &before = meanings_[known], &more = meanings_[meaning];
  const auto agrees = [](const std::string& a, const std::string& b) {
    return a.empty() || b.empty() || a == b;
  };
  if (!agrees(before.indicator, more.indicator) || !agrees(before.part, more.part)) return false;
  const auto [place, fresh] = joined_.try_emplace({known, meaning}, none);
  if (fresh) {
    Word both = before;
    both.classes |= more.classes;
    if (both.indicator.empty()) both.indicator = more.indicator;
    if (both.part.empty()) both.part = more.part;
    if (both.zeros.empty()) both.zeros = more.zeros;
    place->second = share(std::move(both));
  }
  known = place->second;
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
