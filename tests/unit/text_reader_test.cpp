// SPDX-License-Identifier: Apache-2.0
#include "text/text_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "recorded_document.h"

namespace guifan::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> events(std::string_view text) {
  return record(text::TextReader(), text).events;
}

TEST(TextReader, ALineIsAParagraph) {
  EXPECT_THAT(events("\uFEFF年报\r\n\r\n\u3000\u3000一、概述  \n\t 正文\f附表\n"),
              ElementsAre("P 1 年报", "P 3 一、概述", "P 4 正文", "P 4 附表"));
}

TEST(TextReader, LeftOverMarkupGoes) {
  EXPECT_THAT(
      events("&nbsp;&nbsp;一、概述\n<!--[if "
             "!supportLists]-->7、<!--[endif]-->&ldquo;公开&rdquo;&amp;<5件\n&nbsp;\n<!-- 甲\n-->"),
      ElementsAre("P 1 一、概述", "P 2 7、“公开”&<5件", "P 4 <!-- 甲", "P 5 -->"));
}

TEST(TextReader, LeftOverTagsGo) {
  EXPECT_THAT(events("<div id=\"content\">\n# 年报\n</div>\n<甲> <b\n"
                     "<span lang=\"EN-US\">一、<o:p></o:p></span>概述\n12<sup>1</sup>件，3<5"),
              ElementsAre("H1 2 年报", "P 4 <甲> <b", "P 5 一、概述", "P 6 12<sup>1</sup>件，3<5"));
}

TEST(TextReader, TabsMakeATable) {
  EXPECT_THAT(
      events("指标\t单位\t数量\n主动公开\t条\t9\n\t其中\t\t\n尾"),
      ElementsAre("T 1", "C 0,0 1 指标", "C 0,1 1 单位", "C 0,2 1 数量", "C 1,0 2 主动公开",
                  "C 1,1 2 条", "C 1,2 2 9", "C 2,0", "C 2,1 3 其中", "C 2,2", "C 2,3", "P 4 尾"));
  EXPECT_THAT(events("发布：\t甲县"), ElementsAre("P 1 发布：\t甲县"));
  EXPECT_THAT(events("\t缩进一\n\t缩进二"), ElementsAre("P 1 缩进一", "P 2 缩进二"));
}

TEST(TextReader, AWrappedLabelStaysInItsTableAHeadingDoesNot) {
  EXPECT_THAT(events("国家秘密\t0\n2.没有现成信息\n另行制作\t1\n四、行政复议\n维持\t纠正\n0\t1"),
              ElementsAre("T 1", "C 0,0 1 国家秘密", "C 0,1 1 0", "C 1,0 2 2.没有现成信息",
                          "C 2,0 3 另行制作", "C 2,1 3 1", "P 4 四、行政复议", "T 5",
                          "C 0,0 5 维持", "C 0,1 5 纠正", "C 1,0 6 0", "C 1,1 6 1"));
}

TEST(TextReader, MarkdownTablesLoseTheirFrame) {
  EXPECT_THAT(
      events("## 二、情况\n\n| 项目 | 数量 |\n| - | :-: |\n| 规章 | |\n| 合计 | - |\n**三、申请**"),
      ElementsAre("H2 1 二、情况", "T 3", "C 0,0 3 项目", "C 0,1 3 数量", "C 1,0 5 规章", "C 1,1",
                  "C 2,0 6 合计", "C 2,1 6 -", "P 7 三、申请"));
}

TEST(TextReader, ABlankLineBeforeAHeaderRowEndsATable) {
  EXPECT_THAT(
      events("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n\n| 丙 | 丁 |\n|---|---|\n| 5 | 6 |"),
      ElementsAre("T 1", "C 0,0 1 甲", "C 0,1 1 乙", "C 1,0 3 1", "C 1,1 3 2", "C 2,0 5 3",
                  "C 2,1 5 4", "T 7", "C 0,0 7 丙", "C 0,1 7 丁", "C 1,0 9 5", "C 1,1 9 6"));
}

TEST(TextReader, ALeadingPipeMayBeAMergedCell) {
  EXPECT_THAT(
      events("三、结果 | 予以公开 | 0 |\n| 部分公开 | 1 |\n|\n四、结转 | | 2 |"),
      ElementsAre("T 1", "C 0,0 1 三、结果", "C 0,1 1 予以公开", "C 0,2 1 0", "C 1,0",
                  "C 1,1 2 部分公开", "C 1,2 2 1", "C 2,0 4 四、结转", "C 2,1", "C 2,2 4 2"));
  EXPECT_THAT(events("首页 | 公开"), ElementsAre("P 1 首页 | 公开"));
  EXPECT_THAT(events("|\n正文"), ElementsAre("P 2 正文"));
}

TEST(TextReader, GapsMakeATableOnlyWhereTheyAreClear) {
  EXPECT_THAT(events("申请总数  件   12\n当面申请  件   0"),
              ElementsAre("T 1", "C 0,0 1 申请总数", "C 0,1 1 件", "C 0,2 1 12", "C 1,0 2 当面申请",
                          "C 1,1 2 件", "C 1,2 2 0"));
  EXPECT_THAT(events("总  计  0  0\n其  他  0  0"),
              ElementsAre(HasSubstr("P 1 总  计"), HasSubstr("P 2 其  他")));
  EXPECT_THAT(events("根据  条例  要求\n现将  报告  公布"),
              ElementsAre(HasSubstr("P 1"), HasSubstr("P 2")));
}

TEST(TextReader, LongRunsOfIrregularGapsTakeLinearTime) {
  std::string text;
  for (int i = 0; i < 50'000; ++i)
    text += i % 2 == 0 ? "甲甲  乙乙  丙丙\n" : "甲甲  乙乙  丙丙  丁丁\n";
  EXPECT_EQ(events(text).size(), 50'000U);
}

TEST(TextReader, SaysEncodingAndMediaType) {
  EXPECT_THAT(record(text::TextReader(), "年报", "a.md").metadata,
              ElementsAre("media-type=text/markdown", "encoding=UTF-8"));
  EXPECT_THAT(record(text::TextReader(), "政府信息公开年度\xFF报告政府信息公开").diagnostics,
              ElementsAre(HasSubstr("READ-102 1|UTF-8")));
}

TEST(TextReader, ProbesByContent) {
  const text::TextReader reader;
  EXPECT_EQ(probe(reader, "年报"), 0.3);
  EXPECT_EQ(probe(reader, "年报", "a.TXT"), 0.5);
  EXPECT_EQ(probe(reader, std::string_view("\xFF\xFE\x74\x5E\x0A\x00", 6)), 0.3);
  EXPECT_EQ(probe(reader, std::string_view("a\0b\0c\0", 6)), 0.3);
  EXPECT_EQ(probe(reader, std::string_view("a\1\0\0\1\2", 6)), 0);
  // 一、\n一 in 16-bit units without a mark: 一 is 4E 00, the line end 0A 00.
  EXPECT_EQ(probe(reader, std::string_view("\x00\x4E\x01\x30\x0A\x00\x00\x4E", 8)), 0.3);
  EXPECT_EQ(probe(reader, std::string_view("\x4E\x00\x30\x01\x00\x0A\x4E\x00", 8)), 0.3);
  EXPECT_EQ(probe(reader, std::string_view("ab\0\0cd", 6)), 0) << "no text holds a zero unit";
  EXPECT_EQ(probe(reader, "%PDF-1.4"), 0);
  EXPECT_EQ(probe(reader, "{\n \"schema\": \"guifan/report/1\","), 0);
  EXPECT_EQ(probe(reader, ""), 0);
}

}  // namespace
}  // namespace guifan::testing
