// SPDX-License-Identifier: Apache-2.0
// Which characters of a page were set together, told by the operators that set them. What was set
// together belongs to one cell, even where it sticks out of it.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "page_content.h"

namespace guifan::pdf {

/// Characters that were set together without a gap, or with the same gap behind each.
struct Word {
  std::size_t begin = 0, end = 0;  ///< in the page's characters
  Box box;
  bool figure = false;  ///< digits, with the marks that stand inside a number
  bool cut = false;     ///< the clip hides a part of it
};

/// Words that one operator set, single spaces between them.
struct Phrases {
  std::vector<Word> words;
  std::vector<std::size_t> begins;  ///< of every phrase in words

  std::size_t size() const { return begins.size(); }
  std::span<const Word> at(std::size_t i) const {
    const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : words.size();
    return std::span(words).subspan(begins[i], end - begins[i]);
  }
};

Phrases phrases_of(std::span<const Character> characters);

/// From the end of one character to the start of the next, in font sizes and along the line; a
/// large number where they do not stand on one line or look different.
double step_between(const Character& before, const Character& after);

}  // namespace guifan::pdf
