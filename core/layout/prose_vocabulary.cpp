// SPDX-License-Identifier: Apache-2.0
#include "layout/prose_vocabulary.h"

#include <algorithm>
#include <bit>
#include <tuple>

namespace guifan::prose {
namespace {

constexpr std::uint32_t kBits = 64;  // of an entry of begins_word

std::uint64_t edge(std::uint32_t node, char32_t value) {
  return static_cast<std::uint64_t>(node) << 32U | value;
}

}  // namespace

std::uint32_t VocabularyBuilder::share(Word meaning) {
  meanings_.push_back(std::move(meaning));
  return static_cast<std::uint32_t>(meanings_.size() - 1);
}

bool VocabularyBuilder::add(std::u32string_view text, std::uint32_t meaning) {
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

Vocabulary VocabularyBuilder::build() {
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> steps;  // from, by, to
  steps.reserve(edges_.size());
  for (const auto& [from, to] : edges_) {
    steps.emplace_back(static_cast<std::uint32_t>(from >> 32U), static_cast<std::uint32_t>(from),
                       to);
  }
  std::sort(steps.begin(), steps.end());  // a hash has no order of its own

  Vocabulary built;
  built.first_edge.clear();
  built.word_of_node.clear();
  built.edges.reserve(steps.size());
  std::vector<std::uint32_t> level_order{0};  // new number -> old number
  level_order.reserve(word_of_node_.size());
  for (std::size_t node = 0; node < level_order.size(); ++node) {
    const std::uint32_t old = level_order[node];
    built.first_edge.push_back(static_cast<std::uint32_t>(built.edges.size()));
    built.word_of_node.push_back(word_of_node_[old]);
    for (auto step = std::lower_bound(steps.begin(), steps.end(), std::tuple(old, 0U, 0U));
         step != steps.end() && std::get<0>(*step) == old; ++step) {
      built.edges.push_back(std::get<1>(*step));
      level_order.push_back(std::get<2>(*step));
    }
  }
  built.first_edge.push_back(static_cast<std::uint32_t>(built.edges.size()));
  built.meanings = std::move(meanings_);
  built.size = size_;
  for (std::uint32_t first = 0; first < built.first_edge[1]; ++first) {
    const std::uint32_t character = built.edges[first];
    built.begins_word.resize(
        std::max(built.begins_word.size(), character / kBits + std::size_t{1}));
    built.begins_word[character / kBits] |= std::uint64_t{1} << character % kBits;
  }
  std::uint32_t begun = 0;
  for (const std::uint64_t bits : built.begins_word) {
    built.begun_before.push_back(begun);
    begun += static_cast<std::uint32_t>(std::popcount(bits));
  }
  *this = VocabularyBuilder();
  return built;
}

Vocabulary::Hit Vocabulary::longest(std::u32string_view text, std::size_t at) const {
  Hit hit;
  if (at == text.size() || text[at] / kBits >= begins_word.size()) return hit;
  const std::uint64_t bits = begins_word[text[at] / kBits];
  const std::uint64_t own = std::uint64_t{1} << text[at] % kBits;
  if ((bits & own) == 0) return hit;
  std::size_t node = begun_before[text[at] / kBits] +
                     static_cast<std::size_t>(std::popcount(bits & (own - 1))) + 1;
  if (word_of_node[node] != none) hit = {1, word_of_node[node]};
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    const auto begin = edges.begin() + first_edge[node], end = edges.begin() + first_edge[node + 1];
    const auto edge = std::lower_bound(begin, end, static_cast<std::uint32_t>(text[i]));
    if (edge == end || *edge != text[i]) break;
    node = static_cast<std::size_t>(edge - edges.begin()) + 1;
    if (word_of_node[node] != none) hit = {i + 1 - at, word_of_node[node]};
  }
  return hit;
}

}  // namespace guifan::prose
