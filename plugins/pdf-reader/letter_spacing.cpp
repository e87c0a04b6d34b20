// SPDX-License-Identifier: Apache-2.0
#include "letter_spacing.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "unicode_folding.h"

namespace guifan::pdf {
namespace {

constexpr double kWordGap = 0.18;     ///< font sizes; closer characters are read as one word anyway
constexpr double kSameStep = 0.02;    ///< the same
constexpr double kSameSpacing = 0.1;  ///< points
constexpr std::size_t kFewestWords = 3, kShortestWord = 3;

std::span<const Character> characters_of(const Word& word, std::span<const Character> all) {
  return all.subspan(word.begin, word.end - word.begin);
}

/// The gap between the characters of a word, in points, where it is a wide one and always the same.
std::optional<double> spacing_of(std::span<const Character> word) {
  if (word.size() < 2) return std::nullopt;
  const double first = step_between(word[0], word[1]);
  if (first < kWordGap || first > 1) return std::nullopt;
  for (std::size_t i = 2; i < word.size(); ++i)
    if (std::abs(step_between(word[i - 1], word[i]) - first) > kSameStep) return std::nullopt;
  return first * static_cast<double>(word[1].size);
}

bool of_ideographs(std::span<const Character> word) {
  return word.size() >= kShortestWord &&
         std::all_of(word.begin(), word.end(), [](const Character& c) { return is_wide(c.code); });
}

/// All but the first, which may follow anything.
bool of_one_string(std::span<const Character> word) {
  return !word.empty() &&
         std::all_of(word.begin() + 1, word.end(), [](const Character& c) { return c.follows; });
}

/// How many of the ordered spacings are like this one.
std::ptrdiff_t count_like(std::span<const double> ordered, double spacing) {
  const auto first = std::partition_point(ordered.begin(), ordered.end(), [&](double other) {
    return other - spacing < -kSameSpacing;
  });
  const auto last = std::partition_point(
      first, ordered.end(), [&](double other) { return other - spacing <= kSameSpacing; });
  return last - first;
}

}  // namespace

std::vector<std::size_t> spaced_digits(const Phrases& phrases,
                                       std::span<const Character> characters) {
  std::vector<double> spacings;  // of ideographs
  std::vector<std::pair<const Word*, double>> figures;
  for (const Word& word : phrases.words) {
    const auto text = characters_of(word, characters);
    if (!word.figure && !of_ideographs(text)) continue;
    if (const auto spacing = spacing_of(text)) {
      if (word.figure)
        figures.emplace_back(&word, *spacing);
      else if (std::isfinite(*spacing))
        spacings.push_back(*spacing);
    }
  }
  std::sort(spacings.begin(), spacings.end());
  std::vector<std::size_t> joined;
  for (const auto& [word, spacing] : figures) {
    if (!of_one_string(characters_of(*word, characters)) &&
        count_like(spacings, spacing) < static_cast<std::ptrdiff_t>(kFewestWords))
      continue;
    for (std::size_t i = word->begin + 1; i < word->end; ++i) joined.push_back(i);
  }
  return joined;
}

}  // namespace guifan::pdf
