// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "text_operators.h"

namespace guifan::pdfwriter {
namespace {

/// A line whose Latin letters are as wide as ideographs, as an m is in some fonts.
TextLine line_of(std::u32string_view text) {
  TextLine line;
  for (const char32_t character : text) line.glyphs.push_back({0, 1, 1000, character, 0});
  return line;
}

TEST(Spreading, WordsAndNumbersStayWhole) {
  EXPECT_EQ(spread_places(line_of(U"mm12")), 0u);
  EXPECT_EQ(spread_places(line_of(U"m m")), 1u);
  EXPECT_EQ(spread_places(line_of(U"县乡镇")), 2u);
  EXPECT_EQ(spread_places(line_of(U"共12件")), 2u);
  EXPECT_EQ(spread_places(line_of(U"“县”")), 2u);
  EXPECT_EQ(spread_places(line_of(U"")), 0u);
}

}  // namespace
}  // namespace guifan::pdfwriter
