// SPDX-License-Identifier: Apache-2.0
// Text as lines of glyphs, broken where Chinese typography allows (禁则): no closing punctuation at
// the beginning of a line, no opening one at its end, numbers and words whole.
#pragma once

#include <unicode/ubrk.h>

#include <memory>
#include <string_view>
#include <vector>

#include "font_library.h"

namespace guifan::pdfwriter {

struct TextLine {
  std::vector<Glyph> glyphs;
  double width = 0;   ///< in 1/1000 of the font size
  bool full = false;  ///< the text goes on in the next line: may be spread to the margin
  bool cut = false;   ///< broken inside a word or a number, which is wider than a line
};

class LineBreaker {
 public:
  explicit LineBreaker(FontLibrary& fonts);
  /// Line ends in the text stay. Widths in 1/1000 of the font size; `indent` narrows the first
  /// line of each given one. A word that is wider than a line is broken after all.
  std::vector<TextLine> lines(FontRole role, std::string_view text, double width, double indent);

 private:
  struct Closer {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
  };
  void break_one(FontRole role, std::string_view text, double width, double indent,
                 std::vector<TextLine>& out);

  FontLibrary& fonts_;
  std::unique_ptr<UBreakIterator, Closer> iterator_;
};

}  // namespace guifan::pdfwriter
