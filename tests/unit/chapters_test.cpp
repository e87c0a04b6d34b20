// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>

#include "guifan/recognise.h"
#include "recognise/page/page_furniture.h"
#include "recognise/words/outline_number.h"
#include "sample_document.h"

namespace guifan {
namespace {

/// One character a block: the chapter, or t, p, f for title, publication line, page furniture.
std::string plan_of(const std::string& lines) {
  const SourceDocument document = sample_document(lines);
  const ChapterPlan plan = plan_chapters(document, identify_report(document));
  std::string signs;
  for (std::size_t i = 0; i < plan.chapter_of_block.size(); ++i)
    signs += plan.removed_reason[i] == "page-furniture" ? 'f'
             : plan.chapter_of_block[i] != 0 ? static_cast<char>('0' + plan.chapter_of_block[i])
                                             : plan.removed_reason[i].at(0);
  return signs;
}

TEST(Chapters, OfficialSix) {
  EXPECT_EQ(plan_of("云溪县2021年政府信息公开工作年度报告\n"
                    "根据条例编制本报告。\n"
                    "一、总体情况\n正文一句。\n"
                    "二、主动公开政府信息情况\n|第二十条第(一)项\n"
                    "三、收到和处理政府信息公开申请情况\n|表\n"
                    "四、政府信息公开行政复议、行政诉讼情况\n|表\n"
                    "五、存在的主要问题及改进情况\n正文一句。\n"
                    "六、其他需要报告的事项\n无。\n"),
            "t11122334455"
            "66");
}

TEST(Chapters, LegacyList) {
  EXPECT_EQ(
      plan_of(
          "云溪县2012年政府信息公开工作年度报告\n一、概述\n甲。\n二、主动公开政府信息的情况\n甲。\n"
          "三、依申请公开政府信息和不予公开政府信息的情况\n甲。\n四、政府信息公开的收费及减免情况\n"
          "甲。\n"
          "五、因政府信息公开申请行政复议、提起行政诉讼的情况\n甲。\n六、存在的主要问题及改进情况\n"
          "甲。\n七、附表\n|表\n"),
      "t1111336644"
      "5566");
}

TEST(Chapters, SlogansAndUnknownHeadings) {
  EXPECT_EQ(plan_of("云溪县2012年政府信息公开工作年度报告\n一、加强组织领导,健全工作网络\n甲。\n"
                    "二、主动、及时、准确公开信息,"
                    "确保群众看得到、听得懂、能监督\n甲。\n三、大力推进网上审批\n甲。\n四、下一步打"
                    "算\n甲。\n"),
            "t11111155");
}

TEST(Chapters, RowLabelsOfAFlatTableOpenNoChapter) {
  EXPECT_EQ(
      plan_of("三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n5\n二、上年结"
              "转政府信息公开申请数量\n0\n"
              "三、本年度办理结果\n(一)"
              "予以公开\n5\n四、结转下年度继续办理\n0\n四、政府信息公开行政复议、行政诉讼情况\n0\n"
              "五、存在的主要问题及改进情况\n甲。\n"),
      "3333333333"
      "44"
      "55");
}

TEST(Chapters, NumbersOfAnAppendedTableRestart) {
  EXPECT_EQ(plan_of("一、概述\n甲。\n二、主动公开情况\n甲。\n三、存在的主要问题和改进措施\n甲。\n附"
                    "表:政府信息公开情况统计表(2015年度)\n"
                    "一、主动公开情况\n5\n二、回应解读情况\n1\n三、依申请公开情况\n2\n四、行政复议"
                    "数量\n0\n五、行政诉讼数量\n0\n"),
            "1111"
            "55"
            "66666666666");
}

TEST(Chapters, ListInsideAChapterRestarts) {
  EXPECT_EQ(plan_of("一、总体情况\n甲。\n二、依申请公开情况\n甲。\n三、存在的主要问题\n一、公开内容"
                    "不够丰富\n二、更新不够及时\n三、队伍不稳定\n"
                    "四、其他需要报告的事项\n无。\n"),
            "1133"
            "5555"
            "66");
}

TEST(Chapters, BracketedNumeralsAsChapters) {
  EXPECT_EQ(plan_of("(一)主动公开政府信息的情况\n甲。\n(二)依申请公开政府信息的情况\n甲。\n(三)"
                    "收费及减免情况\n甲。\n(四)行政复议情况\n甲。\n"),
            "11336644");
}

TEST(Chapters, HeadingAtTheBeginningOfAParagraph) {
  const std::string text =
      "按照上级要求,我局认真组织学习,健全制度,明确责任,加强检查,各项工作有序推进。群众比较满意。";
  EXPECT_EQ(plan_of("一、概述:" + text + "\n二、依申请公开情况:" + text + text +
                    "\n三、存在的主要问题:" + text + text + "\n"),
            "135");
}

TEST(Chapters, MarkedHeadingsWithoutNumbers) {
  EXPECT_EQ(plan_of("# 总体情况\n甲。\n# 行政复议、行政诉讼情况\n甲。\n# 存在的主要问题\n甲。\n"),
            "114455");
}

TEST(Chapters, HeadingBrokenOverTwoLines) {
  EXPECT_EQ(
      plan_of(
          "一、总体情况\n甲。\n二、主动公开政府\n信息情况\n第二十条第(一)"
          "项\n三、收到和处理\n政府信息公开申请情况\n"
          "一、本年新收政府信息公开申请数量\n0\n三、本年度办理结果\n四、结转\n下年度继续办理\n0\n"
          "四、政府信息公开行政复议、行政诉讼情况\n0\n"),
      "1122233333333"
      "44");
}

TEST(Chapters, DamagedRowLabelOpensNoChapter) {
  EXPECT_EQ(plan_of("一、总体情况\n甲。\n二、主动公开政府信息情况\n第二十条第(一)"
                    "项\n三、收到和处理政府信息公开申请情况\n"
                    "四、转下年度续办\n0\n四、政府信息公开行政复议、行政诉讼情况\n0\n"),
            "1122333"
            "44");
}

TEST(Chapters, ContentsListAboveTheReport) {
  EXPECT_EQ(plan_of("一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四"
                    "、行政复议、行政诉讼情况\n"
                    "一、总体情况\n甲。\n二、主动公开政府信息情况\n第二十条第(一)"
                    "项\n三、收到和处理政府信息公开申请情况\n0\n"
                    "四、行政复议、行政诉讼情况\n0\n"),
            "1111"
            "11"
            "22"
            "33"
            "44");
}

TEST(Furniture, WordsOfTheReportThatBeginLikeAFooter) {
  EXPECT_EQ(furniture_of("主办新闻发布会次数"), Furniture::None);
  EXPECT_EQ(furniture_of("主办:云溪县人民政府"), Furniture::Certain);
}

TEST(Furniture, PageAroundTheReport) {
  EXPECT_EQ(
      plan_of("当前页面: 首页 > 政府信息公开 > "
              "年报\n走进云溪\n云溪县2012年政府信息公开工作年度报告\n• 政府办\n• 2013-01-02 09:51\n"
              "编者说明一句。\n一、概述\n甲。\n二、存在的主要问题\n乙。\n打印本页\n相关阅读:"
              "\n县领导下乡\n扫一扫在手机打开当前页\n版权所有:云溪县\n"),
      "fftpp"
      "1"
      "11"
      "55"
      "fffff");
}

TEST(Furniture, TextIsNeverRemoved) {
  // Sentences and figures that look like furniture.
  EXPECT_EQ(plan_of("一、概述\n首页\n微博\n打印、复印费用未收取。\n二、存在的主要问题\n相关阅读:"
                    "\n相关阅读材料不够丰富,群众反映查找不便,需要改进。\n"),
            "1111"
            "555");
}

TEST(Furniture, Lines) {
  EXPECT_EQ(furniture_of("【打印】 【关闭】"), Furniture::Certain);
  EXPECT_EQ(furniture_of("发布日期:2022-01-17 来源:县政府 浏览次数:8910"), Furniture::Publication);
  EXPECT_EQ(furniture_of("首页>政务公开>年报"), Furniture::Breadcrumb);
  EXPECT_EQ(furniture_of("相关词条"), Furniture::RelatedLinks);
  EXPECT_EQ(furniture_of("打印、复印费用未收取。"), Furniture::None);
  EXPECT_EQ(furniture_of("2012年3月1日"), Furniture::None);  // a signature's date
  EXPECT_EQ(furniture_of("网站"), Furniture::None);
}

TEST(OutlineNumber, Styles) {
  EXPECT_EQ(outline_number("一、概述").style, OutlineStyle::Chinese);
  EXPECT_EQ(outline_number("一 、概 述").style, OutlineStyle::Chinese);
  EXPECT_EQ(outline_number("十二、其他").number, 12U);
  EXPECT_EQ(outline_number("㈠概述").style, OutlineStyle::BracketedChinese);
  EXPECT_EQ(outline_number("(三)概述").number, 3U);
  EXPECT_EQ(outline_number("## 二、概述").number, 2U);
  EXPECT_EQ(outline_number("第三部分 概述").style, OutlineStyle::Part);
  EXPECT_EQ(outline_number("3.概述").style, OutlineStyle::Arabic);
  EXPECT_EQ(outline_number("①概述").style, OutlineStyle::BracketedArabic);
  for (const char* line :
       {"三安全一稳定", "2014年", "1.5万元", "第二十条第(一)项", "一是加强领导", ""})
    EXPECT_EQ(outline_number(line).style, OutlineStyle::None) << line;
}

}  // namespace
}  // namespace guifan
