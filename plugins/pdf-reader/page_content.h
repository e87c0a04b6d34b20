// SPDX-License-Identifier: Apache-2.0
// What one page shows, in page coordinates: origin at the lower left corner of the page as it is
// displayed (rotated, cropped).
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "geometry.h"

namespace guifan::pdf {

/// Which way text runs. Vertical writing runs Down with upright characters.
enum class Direction : std::uint8_t { Right, Up, Left, Down, Skewed };

struct Character {
  char32_t code = 0;  ///< U+FFFD where the font does not say
  Box box;         ///< advance wide, from descent to ascent (a fifth and four fifths of the size)
  float size = 0;  ///< font size on the page
  Direction direction = Direction::Right;
  bool bold = false;
  bool hidden = false;     ///< outside of the clip or the page
  bool furniture = false;  ///< marked by the producer as header, footer or page number
  bool vertical = false;   ///< set in a font for vertical writing: upright, though it runs down
  bool space = false;      ///< white space: only a hint for word gaps
  std::uint32_t run = 0;   ///< number of the show operator: characters of one run were set together
};

/// A straight ruling, horizontal or vertical.
struct Ruling {
  bool horizontal = true;
  double position = 0;       ///< y of a horizontal, x of a vertical ruling (its middle)
  double low = 0, high = 0;  ///< extent along the other axis
  double thickness = 0;
};

/// A filled rectangle that is too thick for a ruling: a cell's background, perhaps.
struct Background {
  Box box;
  std::uint32_t color = 0;  ///< 0xRRGGBB
};

struct PageContent {
  std::uint32_t number = 0;  ///< 1-based
  double width = 0, height = 0;
  std::vector<Character> characters;  ///< in painting order
  std::vector<Ruling> rulings;
  std::vector<Background> backgrounds;
  std::size_t images = 0;  ///< pictures that cover a good part of the page count twice
  bool full_page_image = false;
  bool invisible_text = false;                   ///< text in render mode 3: an OCR layer
  std::vector<std::string> unmapped_fonts;       ///< names, each once
  std::vector<std::size_t> unmapped_characters;  ///< how many, beside unmapped_fonts
  bool damaged = false;                          ///< a content stream broke off
  bool truncated = false;                        ///< a limit was hit

  /// An empty page that keeps its memory.
  void clear() {
    PageContent empty;
    empty.characters.swap(characters);
    empty.rulings.swap(rulings);
    empty.backgrounds.swap(backgrounds);
    empty.characters.clear();
    empty.rulings.clear();
    empty.backgrounds.clear();
    *this = std::move(empty);
  }
};

}  // namespace guifan::pdf
