// SPDX-License-Identifier: Apache-2.0
// Reports that lost their line breaks: cut at their headings, or left whole.
#include "recognise/chapters/run_on.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "guifan/recognise.h"
#include "sample_document.h"

namespace guifan {
namespace {

const std::string kOpening =
    "云溪县林业局2013年政府信息公开工作年度报告 "
    "本报告根据条例的要求编制，统计期限为2013年1月1日至12月31日。";
const std::string kFiller =
    "我局把公开工作列入年度考核，由办公室统一受理、登记和答复，做到件件有着落。";

/// The original texts of the blocks after the cut.
std::vector<std::string> pieces_of(const std::string& text) {
  SourceDocument document = sample_document(text);
  split_run_on_paragraphs(document);
  std::vector<std::string> pieces;
  std::string joined;
  for (const Block& block : document.blocks) {
    pieces.push_back(std::get<Paragraph>(block).text.original);
    joined += pieces.back();
  }
  EXPECT_EQ(joined, text) << "text was lost or changed";
  return pieces;
}

using Pieces = std::vector<std::string>;

TEST(RunOn, GluedHeadingsAreCutOffFromTheirText) {
  const std::string text =
      kOpening + "一、概述2013年，" + kFiller + "二、主动公开政府信息情况全年公开信息45条。" +
      kFiller + "三、依申请公开情况：未收到申请。四、存在的问题及改进措施 下一年" + kFiller;
  EXPECT_EQ(pieces_of(text),
            (Pieces{kOpening, "一、概述", "2013年，" + kFiller, "二、主动公开政府信息情况",
                    "全年公开信息45条。" + kFiller, "三、依申请公开情况", "：未收到申请。",
                    "四、存在的问题及改进措施 ", "下一年" + kFiller}));
}

TEST(RunOn, AHeadingGoesOnBehindItsFirstEnding) {
  const std::string text = kOpening + "一、组织情况及制度建设情况我局" + kFiller +
                           "二、主动公开情况的统计分析情况全年" + kFiller +
                           "三、依申请公开情况和收费情况无。四、行政复议情况与诉讼情况无。";
  const Pieces pieces = pieces_of(text);
  ASSERT_EQ(pieces.size(), 9U);
  EXPECT_EQ(pieces[1], "一、组织情况及制度建设情况");
  EXPECT_EQ(pieces[3], "二、主动公开情况的统计分析情况");
  EXPECT_EQ(pieces[5], "三、依申请公开情况和收费情况");
  EXPECT_EQ(pieces[7], "四、行政复议情况与诉讼情况");
}

TEST(RunOn, ChaptersOfAWholeReport) {
  SourceDocument document = sample_document(
      kOpening + "一、总体情况" + kFiller + "二、主动公开政府信息情况 " + kFiller +
      "三、收到和处理政府信息公开申请情况申请人情况一、本年新收政府信息公开申请数量5二、上年结转政"
      "府信息公开申请数量0三、本年度办理结果5四、结转下年度继续办理0四、政府信息公开行政复议、行政"
      "诉讼情况0五、存在的主要问题及改进情况" +
      kFiller + "六、其他需要报告的事项无。");
  split_run_on_paragraphs(document);
  const ChapterPlan plan = plan_chapters(document, identify_report(document));
  std::string chapters;
  for (const std::uint32_t chapter : plan.chapter_of_block)
    chapters += static_cast<char>('0' + chapter);
  EXPECT_EQ(chapters, "1112233445566") << "row labels of the table open no chapter";
}

TEST(RunOn, NumbersOfATableBehindTheTextAreItsRows) {
  const std::string text = kOpening + "一、概述 " + kFiller + "二、主动公开情况 " + kFiller +
                           "三、依申请公开情况 " + kFiller +
                           "政府信息公开情况统计表指标名称单位数量一、主动公开情况条45二、依申请公"
                           "开情况条3三、行政复议数量件0四、收费情况元0五、机构情况个1";
  const Pieces pieces = pieces_of(text);
  ASSERT_EQ(pieces.size(), 7U);
  EXPECT_TRUE(pieces.back().ends_with("五、机构情况个1"));
}

TEST(RunOn, AMentionOfTheTableEndsNothing) {
  const std::string text = kOpening + "一、概述 数字见统计表。" + kFiller + "二、主动公开情况 " +
                           kFiller + "三、依申请公开情况 " + kFiller;
  EXPECT_EQ(pieces_of(text).size(), 7U);
}

TEST(RunOn, AListOfContentsIsNoReport) {
  const std::string contents =
      "目录 一、概述 二、主动公开情况 三、依申请公开情况 四、存在的问题和改进措施 ";
  const std::string text = kOpening + contents + "一、概述 " + kFiller + "二、主动公开情况 " +
                           kFiller + "三、依申请公开情况 " + kFiller;
  const Pieces pieces = pieces_of(text);
  ASSERT_EQ(pieces.size(), 7U);
  EXPECT_EQ(pieces[0], kOpening + contents);
  EXPECT_EQ(pieces_of(kOpening + contents + kFiller).size(), 1U);
}

TEST(RunOn, AHeadingWithoutOurWordsCountsBetweenTwoOthers) {
  const std::string text = kOpening + "一、概述 " + kFiller + "二、审批办件情况 " + kFiller +
                           "三、依申请公开情况 " + kFiller + "四、行政诉讼情况 无。";
  const Pieces pieces = pieces_of(text);
  ASSERT_EQ(pieces.size(), 9U);
  EXPECT_EQ(pieces[3], "二、审批办件情况 ");
}

TEST(RunOn, WhatIsNoHeadingStaysWhole) {
  for (const std::string& text : {
           // two headings are too few
           kOpening + "一、概述 " + kFiller + "二、主动公开情况 " + kFiller + kFiller,
           // numbers inside words and lists in sentences
           kOpening + kFiller + "涉及第一、第二、第三产业和一、二、三级公路的制度、机构和平台。" +
               kFiller,
           // out of order
           kOpening + "一、概述 " + kFiller + "三、依申请公开情况 " + kFiller +
               "二、主动公开情况 " + kFiller,
           // no place where a heading can begin
           kOpening + "其中一、概述情况" + kFiller + "其中二、主动公开情况" + kFiller +
               "其中三、依申请公开情况" + kFiller,
           // words that no chapter has
           kOpening + "一、造林 " + kFiller + "二、护林 " + kFiller + "三、防火 " + kFiller,
       })
    EXPECT_EQ(pieces_of(text), Pieces{text});
}

TEST(RunOn, PinyinNotesAndTraditionalStayInTheOriginal) {
  const std::string text =
      "雲溪縣林業(yè)局2013年政府信息公開(kāi)工作年度報(bào)告 "
      "本報(bào)告根據(jù)條(tiáo)例的要求編(biān)制，統計期限為全年。"
      "一、概(gài)述(shù)我局把公開(kāi)"
      "工作列入年度考核，由辦公室統一受理、登記和答復，做到件件有著落。"
      "二、主動(dòng)公開(kāi)政府信息情況(kuàng) "
      "全年公開(kāi)信息45條(tiáo)，由辦公室統一受理、登記和答復，做到件件有著落。"
      "三、依申請(qǐng)公開(kāi)情況(kuàng)未收到申請(qǐng)。"
      "四、存在的問題和改進(jìn)措施由辦公室統一受理、登記和答復，做到件件有著落。";
  const Pieces pieces = pieces_of(text);
  ASSERT_EQ(pieces.size(), 9U);
  EXPECT_EQ(pieces[1], "一、概(gài)述(shù)");
  EXPECT_EQ(pieces[3], "二、主動(dòng)公開(kāi)政府信息情況(kuàng) ");
  EXPECT_EQ(pieces[7], "四、存在的問題和改進(jìn)措施");
}

TEST(RunOn, PiecesKeepTheirPlaces) {
  SourceDocument document = sample_document(kOpening + "一、概述 " + kFiller + "二、主动公开情况 " +
                                            kFiller + "三、依申请公开情况 " + kFiller + kFiller);
  auto& whole = std::get<Paragraph>(document.blocks[0]).text;
  const std::size_t second = whole.original.find("二、");
  whole.runs = {{0, Locator{.line = 4}}, {second + 6, Locator{.line = 9}}};
  split_run_on_paragraphs(document);
  ASSERT_EQ(document.blocks.size(), 7U);
  const auto line = [&](std::size_t block) {
    return std::get<Paragraph>(document.blocks[block]).text.place().line;
  };
  EXPECT_EQ(line(0), 4U);
  EXPECT_EQ(line(3), 4U) << "the heading begins before the second run";
  EXPECT_EQ(line(4), 9U);
  EXPECT_EQ(line(6), 9U);
}

}  // namespace
}  // namespace guifan
