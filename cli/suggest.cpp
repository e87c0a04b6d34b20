// SPDX-License-Identifier: Apache-2.0
#include "suggest.h"

#include <algorithm>
#include <numeric>

namespace guifan::cli {
namespace {

constexpr std::size_t kLongest = 200;  // nobody mistypes a longer word

/// Edits (insert, delete, replace, swap of neighbours) between two words, in bytes.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] =
          std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[b.size()];
}

}  // namespace

std::vector<std::string> suggest(std::string_view typed, std::span<const std::string> known,
                                 std::size_t most) {
  if (typed.empty() || typed.size() > kLongest) return {};
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& word : known) {
    const std::size_t edits = distance(typed, word);
    const bool part = typed.size() >= 3 && word.find(typed) != std::string::npos;
    if (edits <= std::max<std::size_t>(1, std::max(typed.size(), word.size()) / 3) || part)
      near.emplace_back(part ? edits / 2 : edits, word);
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> words;
  for (std::size_t i = 0; i < near.size() && i < most; ++i) words.push_back(near[i].second);
  return words;
}

}  // namespace guifan::cli
