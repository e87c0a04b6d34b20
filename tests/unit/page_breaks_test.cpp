// SPDX-License-Identifier: Apache-2.0
// What printed pages leave between the lines of a report.
#include "recognise/page/page_breaks.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "sample_document.h"
#include "shipped_layouts.h"

namespace guifan {
namespace {

using Lines = std::vector<std::string>;

/// The lines that are marked as furniture.
Lines furniture(std::string_view lines) {
  SourceDocument document = sample_document(lines);
  mark_page_breaks(document, shipped_layouts().label_index());
  Lines marked;
  for (const Block& block : document.blocks) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    if (paragraph != nullptr && paragraph->kind == ParagraphKind::Furniture)
      marked.push_back(paragraph->text.original);
  }
  return marked;
}

TEST(PageBreaks, PagesThatCountUpwardsAreFurniture) {
  EXPECT_EQ(furniture("工作概述\n第1页 共3页\n12\n第2页 共3页\n措施\n"),
            (Lines{"第1页 共3页", "第2页 共3页"}));
  EXPECT_EQ(furniture("概述\n共9页,第 4 页\n措施\n共9页,第 6 页\n"),
            (Lines{"共9页,第 4 页", "共9页,第 6 页"}));
  EXPECT_EQ(furniture("概述\n— 1 —\n措施\n第2页/共3页\n打算\n—3—\n"),
            (Lines{"— 1 —", "第2页/共3页", "—3—"}));
}

TEST(PageBreaks, ANumberAloneMayBeAnything) {
  EXPECT_TRUE(furniture("概述\n第3页\n措施\n").empty());
  EXPECT_TRUE(furniture("规章\n— 4 —\n规范性文件\n— 5 —\n").empty()) << "rows of a table";
  EXPECT_TRUE(furniture("规章\n— 4 —\n规范性文件\n5\n第9页\n").empty()) << "one of each";
  EXPECT_TRUE(furniture("详见附件第1页\n概述\n详见附件第2页\n").empty()) << "a sentence";
  EXPECT_TRUE(furniture("第2页\n概述\n第1页\n").empty()) << "not upwards";
  EXPECT_TRUE(furniture("见附件第1页\n概述\n详见附表第2页\n").empty()) << "other words";
}

TEST(PageBreaks, WordsOnTheLineOfTheNumberGoWithIt) {
  EXPECT_EQ(furniture("概述\n林业局年报 第1页\n12\n林业局年报 第2页\n0\n林业局年报 第3页\n"),
            (Lines{"林业局年报 第1页", "林业局年报 第2页", "林业局年报 第3页"}));
}

TEST(PageBreaks, ALineThatComesWithThePagesIsAHeadOrAFoot) {
  EXPECT_EQ(furniture("概述\n第1页\n林业局办公室编印\n12\n第2页\n林业局办公室编印\n"),
            (Lines{"第1页", "林业局办公室编印", "第2页", "林业局办公室编印"}));
  EXPECT_EQ(furniture("林业局年度报告\n概述\n第1页\n林业局年度报告\n12\n第2页\n林业局年度报告\n"),
            (Lines{"第1页", "林业局年度报告", "第2页", "林业局年度报告"}))
      << "the title itself stays";
}

TEST(PageBreaks, LinesOfTheReportStayBesideAPageNumber) {
  const Lines pages{"第1页", "第2页"};
  EXPECT_EQ(furniture("概述\n第1页\n松树病害统计\n12\n第2页\n松树病害统计\n5\n松树病害统计\n9\n"),
            pages)
      << "stands elsewhere too";
  EXPECT_EQ(furniture("属于国家秘密\n第1页\n0\n属于国家秘密\n第2页\n0\n"), pages) << "a label";
  EXPECT_EQ(furniture("第1页\n五、松树病害防治情况\n第2页\n五、松树病害防治情况\n"), pages)
      << "a heading";
  EXPECT_EQ(furniture("0\n第1页\n0\n第2页\n0\n"), pages) << "figures";
  EXPECT_EQ(furniture("申请\n15888\n第1页\n办结\n第2页\n15888\n"), pages) << "a long figure, twice";
  EXPECT_EQ(furniture("第1页\n松树病害巡查 12 5\n第2页\n松树病害巡查 12 5\n"), pages) << "a row";
}

}  // namespace
}  // namespace guifan
