// SPDX-License-Identifier: Apache-2.0
// A line of glyphs as operators of a content stream.
#pragma once

#include <string>

#include "font_library.h"
#include "text_lines.h"

namespace guifan::pdfwriter {

class TextOperators {
 public:
  explicit TextOperators(FontLibrary& fonts) : fonts_(fonts) {}
  /// On a new page nothing is set.
  void reset() { size_ = spacing_ = 0; }

  /// Appends the line at a place measured from the lower left corner. `spread`: points that are
  /// added between characters, but not inside words and numbers.
  void append(std::string& out, const TextLine& line, double left, double bottom, double size,
              double spread);

 private:
  void select(std::string& out, std::uint16_t face, double size, double spacing);

  FontLibrary& fonts_;
  std::uint16_t face_ = 0;
  double size_ = 0, spacing_ = 0;
};

/// Number of places in the line where it can be spread.
std::size_t spread_places(const TextLine& line);

}  // namespace guifan::pdfwriter
