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
  char32_t code = 0;      ///< U+FFFD where the font does not say
  std::uint32_t run = 0;  ///< number of the show operator: characters of one run were set together
  Box box;         ///< advance wide, from descent to ascent (a fifth and four fifths of the size)
  float size = 0;  ///< font size on the page
  std::uint32_t text_object = 0;  ///< number of the text object (BT to ET); 0 where there is none
  std::uint32_t clip = 0;         ///< which of the page's clips it was painted through
  Direction direction = Direction::Right;
  bool bold : 1 = false;
  bool hidden : 1 = false;     ///< outside of the clip or the page
  bool furniture : 1 = false;  ///< marked by the producer as header, footer or page number
  bool vertical : 1 = false;   ///< set in a font for vertical writing: upright, though it runs down
  bool space : 1 = false;      ///< white space: only a hint for word gaps
  bool joined : 1 = false;     ///< one number with the character before, for all its letter spacing
  bool follows : 1 = false;    ///< stands in one string with the character before
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
  std::vector<Box> clips;             ///< where text was painted; empty: anywhere on the page
  std::vector<Ruling> rulings;
  std::vector<Background> backgrounds;
  std::size_t images = 0;                        ///< pictures drawn
  bool invisible_text = false;                   ///< text in render mode 3: an OCR layer
  std::vector<std::string> unmapped_fonts;       ///< names, each once
  std::vector<std::size_t> unmapped_characters;  ///< how many, beside unmapped_fonts
  bool damaged = false;                          ///< a content stream broke off
  bool truncated = false;                        ///< a limit was hit

  /// An empty page that keeps its memory.
  void clear() {
    PageContent empty;
    empty.characters.swap(characters);
    empty.clips.swap(clips);
    empty.rulings.swap(rulings);
    empty.backgrounds.swap(backgrounds);
    empty.characters.clear();
    empty.clips.clear();
    empty.rulings.clear();
    empty.backgrounds.clear();
    *this = std::move(empty);
  }
};

}  // namespace guifan::pdf
