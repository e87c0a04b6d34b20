// SPDX-License-Identifier: Apache-2.0
#include "text/measure_words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "text/word_list.h"

namespace guifan {
namespace {

constexpr std::string_view kTable =
#include "measure-words.inc"
    ;

constexpr std::string_view kMoney = "money:";
constexpr std::array<std::string_view, 5> kRoles = {"figure", "cell", "case", "whole", "firm"};

struct MeasureWord {
  std::string_view word;
  unsigned roles = 0;
  std::optional<int> power;
};

std::vector<MeasureWord> parse() {
  std::vector<MeasureWord> words;
  for_each_row(kTable, [&](std::string_view unit, std::string_view roles) {
    MeasureWord& word = words.emplace_back();
    word.word = unit;
    while (!roles.empty()) {
      const std::string_view role = roles.substr(0, roles.find(' '));
      roles.remove_prefix(std::min(role.size() + 1, roles.size()));
      const auto at = std::find(kRoles.begin(), kRoles.end(), role);
      if (at != kRoles.end()) word.roles |= 1U << (at - kRoles.begin());
      if (role.starts_with(kMoney)) word.power = role[kMoney.size()] - '0';
    }
  });
  return words;
}

const std::vector<MeasureWord>& table() {
  static const std::vector<MeasureWord> words = parse();
  return words;
}

const MeasureWord* find(std::string_view word) {
  const auto at = std::ranges::find(table(), word, &MeasureWord::word);
  return at == table().end() ? nullptr : &*at;
}

std::vector<std::string_view> collect(unsigned role) {
  std::vector<std::string_view> words;
  for (const MeasureWord& word : table())
    if ((word.roles & role) != 0) words.push_back(word.word);
  std::ranges::stable_sort(words, [](auto a, auto b) { return a.size() > b.size(); });
  return words;
}

}  // namespace

bool has_role(std::string_view word, MeasureRole role) {
  const MeasureWord* found = find(word);
  return found != nullptr && (found->roles & static_cast<unsigned>(role)) != 0;
}

std::span<const std::string_view> words_of_role(MeasureRole role) {
  static const auto all = [] {
    std::array<std::vector<std::string_view>, kRoles.size()> lists;
    for (std::size_t i = 0; i < lists.size(); ++i) lists[i] = collect(1U << i);
    return lists;
  }();
  std::size_t index = 0;
  while ((static_cast<unsigned>(role) >> index) > 1) ++index;
  return all[index];
}

std::optional<int> money_power(std::string_view unit) {
  const MeasureWord* found = find(unit);
  return found == nullptr ? std::nullopt : found->power;
}

bool is_money(std::string_view unit) {
  return unit.find("元") != std::string_view::npos;
}

std::string_view money_unit_in(std::string_view text) {
  std::string_view longest;
  for (const MeasureWord& word : table())
    if (is_money(word.word) && word.word.size() > longest.size() &&
        text.find(word.word) != std::string_view::npos)
      longest = word.word;
  return longest;
}

}  // namespace guifan
