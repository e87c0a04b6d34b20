// SPDX-License-Identifier: Apache-2.0
// What codes mean, font by font.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "pdf_maker.h"

namespace guifan::pdf::testing {
namespace {

using Lines = std::vector<std::string>;

/// A page that shows `operand` in a font with this dictionary, at (72, 600).
Lines shown(PdfMaker& maker, const std::string& font, std::string_view operand) {
  const std::size_t number = maker.object(font);
  maker.page(fmt::format("BT /F2 12 Tf 72 600 Td {} Tj ET", operand),
             fmt::format("/F2 {} 0 R", number));
  return read(maker.bytes());
}
Lines shown(const std::string& font, std::string_view operand) {
  PdfMaker maker;
  return shown(maker, font, operand);
}

/// A composite font of a character collection that is not embedded.
Lines shown_cjk(std::string_view encoding, std::string_view collection, std::string_view operand) {
  PdfMaker maker;
  const std::size_t descendant = maker.object(
      fmt::format("<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/"
                  "Ordering({})/Supplement 2>>>>",
                  collection));
  return shown(
      maker,
      fmt::format("<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/{}/DescendantFonts[{} 0 "
                  "R]>>",
                  encoding, descendant),
      operand);
}

TEST(Font, FollowsDifferencesAndGlyphNames) {
  EXPECT_EQ(shown("<</Type/Font/Subtype/Type1/BaseFont/Odd/Encoding<</BaseEncoding/"
                  "WinAnsiEncoding/Differences[65/seven/eight 97/uni5E74/u653F/fi]>>>>",
                  "(ABCabc)"),
            (Lines{"B 78C年政fi"}));
}

TEST(Font, ReadsType3FontsThroughToUnicodeAndGlyphNames) {
  PdfMaker maker;
  const std::size_t map = maker.stream(
      "",
      "begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <01> <653F> "
      "endbfchar endcmap");
  EXPECT_EQ(
      shown(maker,
            fmt::format("<</Type/Font/Subtype/Type3/FontMatrix[0.001 0 0 0.001 0 0]/FontBBox[0 0 "
                        "1000 1000]/CharProcs<<>>/FirstChar 1/LastChar 2/Widths[1000 1000]/"
                        "Encoding<</Differences[1/g1/seven]>>/ToUnicode {} 0 R>>",
                        map),
            "<0102>"),
      (Lines{"B 政7"}));
}

TEST(Font, ReadsGbkTextBehindASimpleFont) {
  // /#CB#CE#CC#E5 is 宋体 in GBK: an old producer on a Chinese system.
  EXPECT_EQ(shown("<</Type/Font/Subtype/TrueType/BaseFont/#CB#CE#CC#E5/Encoding/WinAnsiEncoding/"
                  "FirstChar 32/LastChar 33/Widths[500 500]>>",
                  "<D5FEB8AE32303137>"),
            (Lines{"B 政府2017"}));
}

TEST(Font, ReadsThePredefinedEncodings) {
  EXPECT_EQ(shown_cjk("GB-EUC-H", "GB1", "<D5FEB8AE>"), (Lines{"B 政府"}));
  EXPECT_EQ(shown_cjk("GBKp-EUC-H", "GB1", "<D5FEB8AE>"), (Lines{"B 政府"}));
  EXPECT_EQ(shown_cjk("GBK2K-H", "GB1", "<D5FEB8AE>"), (Lines{"B 政府"}));
  EXPECT_EQ(shown_cjk("UniGB-UCS2-H", "GB1", "<653F5E9C0032>"), (Lines{"B 政府2"}));
  EXPECT_EQ(shown_cjk("UniGB-UTF16-H", "GB1", "<653F5E9C>"), (Lines{"B 政府"}));
  EXPECT_EQ(shown_cjk("ETen-B5-H", "CNS1", "<AC46A9B2>"), (Lines{"B 政府"}));
  EXPECT_EQ(shown_cjk("UniCNS-UTF16-H", "CNS1", "<653F5E9C>"), (Lines{"B 政府"}));
}

TEST(Font, ReadsIdentityThroughTheCollection) {
  // CIDs of Adobe-GB1: 17 is the figure 0, 18 the figure 1.
  EXPECT_EQ(shown_cjk("Identity-H", "GB1", "<00110012>"), (Lines{"B 01"}));
}

TEST(Font, WritesDownwards) {
  EXPECT_EQ(shown_cjk("UniGB-UCS2-V", "GB1", "<653F5E9C4FE1606F>"), (Lines{"B 政府信息"}));
}

TEST(Font, SplitsLigaturesAndKeepsSurrogates) {
  PdfMaker maker;
  const std::size_t map =
      maker.stream("",
                   "begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <01> "
                   "<0066006600690020> <02> <D842DFB7> endbfchar endcmap");
  EXPECT_EQ(
      shown(maker,
            fmt::format("<</Type/Font/Subtype/Type1/BaseFont/Odd/FirstChar 1/LastChar 2/Widths[900 "
                        "1000]/ToUnicode {} 0 R>>",
                        map),
            "<0102>"),
      (Lines{"B ffi 𠮷"}));
}

}  // namespace
}  // namespace guifan::pdf::testing
