// SPDX-License-Identifier: Apache-2.0
// A page whose text a program read off its picture: words with places, and the rulings of the
// picture. Put into a page's content it is laid out like any other page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "page_content.h"

namespace guifan::pdf {

/// A word and its line, in pixels from the upper left corner of the picture.
struct RecognisedWord {
  std::string text;
  double confidence = 0;  ///< 0..100, as the program says
  Box box;                ///< top and bottom are the line's; y downwards: bottom > top
};

struct RecognisedPage {
  std::uint32_t page = 0;               ///< 1-based
  std::uint32_t width = 0, height = 0;  ///< of the picture, in pixels
  std::vector<RecognisedWord> words;
  std::vector<Ruling> rulings;  ///< in pixels, y downwards
};

/// The words of tesseract's table ("tsv": level, page, block, paragraph, line, word, left, top,
/// width, height, confidence, text). Rows that are none are left out.
std::vector<RecognisedWord> parse_recognised_words(std::string_view table);

/// Adds words and rulings to a page that shows nothing but a picture. Digits of words that the
/// program was not sure of (below kSureFigure) become U+FFFD: a wrong figure is worse than none.
/// Gives how many.
std::size_t add_recognised(const RecognisedPage& recognised, PageContent& page);

inline constexpr double kSureFigure = 85;

}  // namespace guifan::pdf
