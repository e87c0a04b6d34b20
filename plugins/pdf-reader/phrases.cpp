// SPDX-License-Identifier: Apache-2.0
#include "phrases.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "line_joining.h"
#include "text_lines.h"

namespace guifan::pdf {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
constexpr double kFar = 1e9;
// Gaps in font sizes: inside a word; between the words of a phrase.
constexpr double kNeighbour = 0.3, kWordSpace = 0.6;
// Letter spacing that one string sets by Tc; steps between operators count as equal.
constexpr double kWidestSpacing = 1.0, kSameStep = 0.03;
constexpr double kWidestGlyph = 1.5;  ///< what is stretched further was not set letter by letter

enum class Tie {
  None,
  Phrase,  ///< words of one phrase
  Step,    ///< set one by one: a word if the next gaps are the same
  Word
};

/// A digit, or a mark that stands inside a number.
bool is_figure_mark(char32_t c) {
  return is_digit(c) || c == U'.' || c == U',' || c == U'%' || c == U'-';
}

class PhraseBuilder {
 public:
  explicit PhraseBuilder(std::span<const Character> characters) : characters_(characters) {}

  Phrases run() {
    for (std::size_t i = 0; i < characters_.size(); ++i) {
      if (characters_[i].space) continue;
      add(i, tie_to(i));
      last_ = i;
    }
    if (!phrases_.words.empty()) finish(phrases_.words.back());
    return std::move(phrases_);
  }

 private:
  Tie tie_to(std::size_t i) {
    if (last_ == kNone) return Tie::None;
    const Character &before = characters_[last_], &c = characters_[i];
    if (before.direction != c.direction) return Tie::None;
    const bool figures = is_figure_mark(before.code) && is_figure_mark(c.code);
    if (before.hidden != c.hidden && !figures) return Tie::None;
    const Box a = to_frame(before.box, c.direction), b = to_frame(c.box, c.direction);
    const double size = std::max(0.1F, c.size);
    if (std::abs(a.bottom - b.bottom) > 0.3 * size) return Tie::None;
    step_ = (b.left - a.right) / size;
    const bool together = last_ + 1 == i;
    const double gap = std::abs(step_);
    if (before.run == c.run) {
      if (together && (gap < kNeighbour || (c.follows && gap < kWidestSpacing))) return Tie::Word;
      if (gap >= kWordSpace) return Tie::None;
      if (together && figures) return Tie::Step;
      return before.hidden == c.hidden ? Tie::Phrase : Tie::None;
    }
    const bool one_object = c.text_object != 0 && before.text_object == c.text_object;
    const bool one_look =
        before.size == c.size && a.width() < kWidestGlyph * size && b.width() < kWidestGlyph * size;
    return together && one_object && one_look && step_ > -kNeighbour && step_ < kWordSpace
               ? Tie::Step
               : Tie::None;
  }

  void add(std::size_t i, Tie tie) {
    if (tie == Tie::None || tie == Tie::Phrase) {
      begin(i, tie == Tie::Phrase);
      return;
    }
    Word& word = phrases_.words.back();
    const bool first_gap = word.end - word.begin == 1;
    const bool as_before = first_gap || std::abs(step_ - last_step_) <= kSameStep;
    if (!as_before && stepped_ && step_ < last_step_) {
      // Nearer to the next one than to the one before: the last one begins a word of its own.
      shrink(word);
      begin(last_, one_phrase(last_ - 1, last_));
    } else if (!as_before && tie == Tie::Step) {
      begin(i, one_phrase(last_, i));
      return;
    }
    extend(phrases_.words.back(), i);
    stepped_ = tie == Tie::Step;
    last_step_ = step_;
  }

  bool one_phrase(std::size_t before, std::size_t after) const {
    return characters_[before].run == characters_[after].run &&
           characters_[before].hidden == characters_[after].hidden;
  }

  void begin(std::size_t i, bool in_phrase) {
    if (!phrases_.words.empty()) finish(phrases_.words.back());
    if (!in_phrase) phrases_.begins.push_back(phrases_.words.size());
    phrases_.words.push_back({i, i + 1, characters_[i].box});
    stepped_ = false;
  }

  void extend(Word& word, std::size_t i) {
    word.end = i + 1;
    word.box.include(characters_[i].box);
  }

  void shrink(Word& word) {
    --word.end;
    word.box = characters_[word.begin].box;
    for (std::size_t i = word.begin; i < word.end; ++i) word.box.include(characters_[i].box);
  }

  void finish(Word& word) {
    const auto all = characters_.subspan(word.begin, word.end - word.begin);
    const auto any = [&](auto&& test) { return std::any_of(all.begin(), all.end(), test); };
    word.figure = any([](const Character& c) { return is_digit(c.code); }) &&
                  !any([](const Character& c) { return !is_figure_mark(c.code); });
    word.cut = any([](const Character& c) { return c.hidden; }) &&
               any([](const Character& c) { return !c.hidden; });
  }

  std::span<const Character> characters_;
  Phrases phrases_;
  std::size_t last_ = kNone;  // the last character that is no space
  double step_ = 0;           // from it to the one at hand, in font sizes
  double last_step_ = 0;      // the one before, inside the last word
  bool stepped_ = false;      // the last word's last tie was a step
};

}  // namespace

Phrases phrases_of(std::span<const Character> characters) {
  return PhraseBuilder(characters).run();
}

double step_between(const Character& before, const Character& after) {
  if (before.direction != after.direction || before.size != after.size) return kFar;
  const Box a = to_frame(before.box, after.direction), b = to_frame(after.box, after.direction);
  const double size = std::max(0.1F, after.size);
  if (std::abs(a.bottom - b.bottom) > 0.05 * size) return kFar;
  return (b.left - a.right) / size;
}

}  // namespace guifan::pdf
