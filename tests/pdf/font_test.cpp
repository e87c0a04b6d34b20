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

/// A Type 3 font of two glyphs, A and B, whose programs are `programs`.
std::string type3_font(PdfMaker& maker, std::string_view entries, std::string_view program) {
  const std::size_t glyph = maker.stream("", program);
  return fmt::format(
      "<</Type/Font/Subtype/Type3/CharProcs<</A {0} 0 R/B {0} 0 R>>/FirstChar 65/LastChar 66"
      "{1}/Encoding<</Differences[65/A/B]>>>>",
      glyph, entries);
}

TEST(Font, MeasuresType3FontsByTheirGlyphs) {
  // Glyphs of 40 units and a font size of 0.3 are 12 points tall, whatever FontBBox says of it.
  for (const std::string_view box : {"[0 -10 40 30]", "[0 0 0 0]", "[0 0 1 -1]"}) {
    PdfMaker maker;
    const std::string font =
        type3_font(maker, fmt::format("/FontMatrix[1 0 0 1 0 0]/FontBBox{}/Widths[30 30]", box),
                   "30 0 0 -10 28 30 d1");
    const std::size_t number = maker.object(font);
    maker.page("BT /F2 0.3 Tf 72 600 Td (AB) Tj ET", fmt::format("/F2 {} 0 R", number));
    EXPECT_EQ(read(maker.bytes()), (Lines{"B AB"})) << box;
  }
  // Without any box the widest glyph tells.
  PdfMaker maker;
  const std::string font =
      type3_font(maker, "/FontMatrix[1 0 0 1 0 0]/FontBBox[0 0 0 0]/Widths[30 30]", "30 0 d0");
  const std::size_t number = maker.object(font);
  maker.page("BT /F2 0.3 Tf 72 600 Td (AB) Tj ET", fmt::format("/F2 {} 0 R", number));
  EXPECT_EQ(read(maker.bytes()), (Lines{"B AB"}));
}

TEST(Font, KeepsType3GlyphsThatAreDrawnDownwardsOnTheirLine) {
  // Both the glyphs and the page are upside down: "AB" stands on the line of "left".
  PdfMaker maker;
  const std::string font = type3_font(
      maker, "/FontMatrix[0.01 0 0 -0.01 0 0]/FontBBox[0 -20 70 80]/Widths[60 60]", "60 0 d0");
  const std::size_t number = maker.object(font);
  maker.page("BT /F1 12 Tf 72 600 Td (left) Tj ET BT /F2 12 Tf 1 0 0 -1 96 600 Tm (AB) Tj ET",
             fmt::format("/F2 {} 0 R", number));
  EXPECT_EQ(read(maker.bytes()), (Lines{"B left AB"}));
}

TEST(Font, ReadsTheNamesThatDvipsGivesToGlyphs) {
  // 360 + code to the base 36, or "a" and the code. Codes below 33 are no ASCII in TeX's fonts.
  const std::string font =
      "<</Type/Font/Subtype/Type3/FontMatrix[0.001 0 0 0.001 0 0]/FontBBox[0 0 1000 1000]/CharProcs"
      "<<>>/FirstChar 14/LastChar 99/Widths[500]/Encoding<</Differences[14/AE 50/a50 65/BT 99/CR]"
      ">>>>";
  EXPECT_EQ(shown(font, "(A2c)"), (Lines{"B A2c"}));
  EXPECT_EQ(shown(font, "<0e>"), (Lines{"X unmapped-text: �", "! PDF-009 ? 1 1"}));
}

TEST(Font, PrefersANameToAControlCharacterInToUnicode) {
  PdfMaker maker;
  const std::size_t map = maker.stream(
      "",
      "begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <61> <000d> <62> "
      "<0042> endbfchar endcmap");
  EXPECT_EQ(shown(maker,
                  fmt::format("<</Type/Font/Subtype/Type1/BaseFont/Odd/Encoding/WinAnsiEncoding/"
                              "ToUnicode {} 0 R>>",
                              map),
                  "(abc)"),
            (Lines{"B aBc"}));
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
