// SPDX-License-Identifier: Apache-2.0
// Lines by the rules of Chinese typography. With whatever font there is: widths differ, rules do
// not.
#include <gtest/gtest.h>

#include <numeric>
#include <optional>

#include "text_lines.h"

namespace guifan::pdfwriter {
namespace {

constexpr std::u32string_view kNotFirst = U"，。、；：？！）》〉”’】〕％";
constexpr std::u32string_view kNotLast = U"（《〈“‘【〔";

std::u32string text_of(const TextLine& line) {
  std::u32string text;
  for (const Glyph& glyph : line.glyphs) text += glyph.character;
  return text;
}

class LineBreaking : public testing::Test {
 protected:
  void SetUp() override {
    FontLibrary::Problem problem;
    fonts_ = FontLibrary::open({}, problem);
    if (!fonts_) GTEST_SKIP() << "no Chinese font is installed (fonts-noto-cjk)";
  }
  std::vector<TextLine> lines(std::string_view text, double characters, double indent = 0) {
    return LineBreaker(*fonts_).lines(FontRole::Text, text, characters * 1000, indent * 1000);
  }
  std::optional<FontLibrary> fonts_;
};

constexpr std::string_view kText =
    "全县（含各乡镇、街道）共收到申请128件，比上年增加15.6％；其中“当面申请”36件、“网络申请”92件。"
    "按照《条例》〔2019年修订〕第三十六条办理，答复率为100％，详见http://www.example.gov.cn/a。";

TEST_F(LineBreaking, PunctuationStandsWhereItMay) {
  for (double width = 6; width < 40; width += 0.5) {
    const auto broken = lines(kText, width);
    for (std::size_t i = 0; i < broken.size(); ++i) {
      const std::u32string line = text_of(broken[i]);
      if (broken[i].cut || (i > 0 && broken[i - 1].cut)) continue;
      EXPECT_EQ(kNotFirst.find(line.front()), kNotFirst.npos) << width << " line " << i;
      if (i + 1 < broken.size()) {
        EXPECT_EQ(kNotLast.find(line.back()), kNotLast.npos) << width << " line " << i;
      }
    }
  }
}

TEST_F(LineBreaking, NothingIsLostAndNothingSticksOut) {
  const auto whole = lines(kText, 1000);
  ASSERT_EQ(whole.size(), 1u);
  for (double width = 1; width < 40; width += 0.7) {
    std::u32string joined;
    for (const TextLine& line : lines(kText, width)) {
      EXPECT_LE(line.width, std::max(width * 1000, 1000.0));
      joined += text_of(line);
    }
    EXPECT_EQ(joined, text_of(whole[0])) << width;
  }
}

TEST_F(LineBreaking, NumbersStayWholeUnlessTheyMustNot) {
  for (const TextLine& line : lines("本年共有1234567件", 5)) {
    EXPECT_FALSE(line.cut);
    const std::u32string text = text_of(line);
    if (text.find(U'1') != text.npos) {
      EXPECT_NE(text.find(U"1234567"), text.npos);
    }
  }
  EXPECT_TRUE(lines("1234567", 2)[0].cut);
}

TEST_F(LineBreaking, IndentNarrowsTheFirstLine) {
  EXPECT_EQ(lines("一二三四五六七八", 4, 2)[0].glyphs.size(), 2u);
  EXPECT_EQ(lines("一二三四五六七八", 4, 0)[0].glyphs.size(), 4u);
}

TEST_F(LineBreaking, LineEndsOfTheTextStay) {
  const auto broken = lines("第一行\n\n  第二行  ", 20);
  ASSERT_EQ(broken.size(), 2u);
  EXPECT_EQ(text_of(broken[1]), U"第二行");
  EXPECT_FALSE(broken[0].full);
}

TEST_F(LineBreaking, InvisibleCharactersAreNotPrintedAndUnknownOnesMarked) {
  const auto line = lines("甲\xE2\x80\x8B\xEF\xBB\xBF乙", 20).at(0);  // U+200B, U+FEFF
  EXPECT_EQ(text_of(line), U"甲乙");
  const auto unknown = lines("甲\xF3\xB0\x80\x80乙", 20).at(0);  // private use, plane 15
  ASSERT_EQ(unknown.glyphs.size(), 3u);
  EXPECT_NE(unknown.glyphs[1].mark, char32_t{0});
  EXPECT_EQ(fonts_->missing(), std::u32string(1, char32_t{0xF0000}));
  EXPECT_FALSE(fonts_->use(unknown.glyphs[1]));
  // Even the mark's code has a meaning, or readers would take it for a lost character.
  const Glyph& mark = unknown.glyphs[1];
  const UsedFace& face = fonts_->faces()[mark.face];
  EXPECT_EQ(face.characters.at(face.face.code(mark.glyph)), mark.mark);
}

TEST_F(LineBreaking, CharactersThatShareAGlyphAreToldApart) {
  // U+2F00 looks like U+4E00, and fonts give both the same glyph.
  const auto line = lines("一\xE2\xBC\x80", 20).at(0);
  ASSERT_EQ(line.glyphs.size(), 2u);
  EXPECT_TRUE(fonts_->use(line.glyphs[0]));
  if (line.glyphs[0].glyph == line.glyphs[1].glyph && line.glyphs[0].face == line.glyphs[1].face) {
    EXPECT_FALSE(fonts_->use(line.glyphs[1]));
  }
}

}  // namespace
}  // namespace guifan::pdfwriter
