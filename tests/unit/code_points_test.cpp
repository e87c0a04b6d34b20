// SPDX-License-Identifier: Apache-2.0
#include "text/code_points.h"

#include <gtest/gtest.h>

namespace guifan {
namespace {

TEST(CodePoints, ABrokenSequenceTakesNoDigitsWithIt) {
  // The lead byte of a three-byte character, then two digits.
  EXPECT_EQ(code_points("\xE4"
                        "12条"),
            U"\uFFFD12条");
  EXPECT_EQ(code_points("1\xF0\x9F"), U"1\uFFFD\uFFFD");
  EXPECT_EQ(code_points("\xC0\xB1"), U"\uFFFD\uFFFD");  // an overlong 1
}

TEST(CodePoints, OutlinesCountFromOneToTen) {
  for (const char32_t c : std::u32string_view(U"一二三四五六七八九十"))
    EXPECT_TRUE(is_outline_numeral(c));
  EXPECT_FALSE(is_outline_numeral(U'百'));
  EXPECT_FALSE(is_outline_numeral(U'1'));
}

TEST(CodePoints, LowerCaseIsThatOfAsciiAlone) {
  EXPECT_EQ(ascii_lower("PubDate公开İ"), "pubdate公开İ");
}

}  // namespace
}  // namespace guifan
