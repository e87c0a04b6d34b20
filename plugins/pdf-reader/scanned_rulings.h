// SPDX-License-Identifier: Apache-2.0
// The rulings of a scanned page: long straight dark lines of its picture.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page_content.h"

namespace guifan::pdf {

/// A grey picture, one byte a pixel, 0 black, rows from top to bottom.
struct GreyPicture {
  std::uint32_t width = 0, height = 0;
  std::string pixels;
};

/// Reads a binary PGM file (P5, 8 bits); nullopt for anything else.
std::optional<GreyPicture> parse_pgm(std::string_view bytes);
std::string to_pgm(const GreyPicture& picture);

/// Horizontal and vertical lines of at least `shortest` pixels, in pixels, y downwards. Only lines
/// that run along the picture's rows and columns are found: a page scanned askew has none.
std::vector<Ruling> find_scanned_rulings(const GreyPicture& picture, std::uint32_t shortest);

/// Paints rulings white: recognition takes them for strokes of characters.
void erase_rulings(GreyPicture& picture, const std::vector<Ruling>& rulings);

}  // namespace guifan::pdf
