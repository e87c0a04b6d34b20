// SPDX-License-Identifier: Apache-2.0
// Rows whose figures have no borders between them, against the shipped layouts: cut only where the
// sums say how.
#include <gtest/gtest.h>

#include <string>

#include "table_reading.h"

namespace guifan {
namespace {

using namespace test;

TEST(BorderlessRows, DigitsWithoutBordersAreCutWhereTheSumsLeaveOneReading) {
  const auto findings = recognise(from_lines(
      "第二十条第(一)"
      "项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件693665第二十条第(五)"
      "项信息内容"
      "本年处理决定数量行政许可2293第二十条第(六)项信息内容本年处理决定数量行政处罚1282行政强制42"
      "第二十条第(八)项信息内容本年收费金额(单位:万元)行政事业性收费24."
      "31三、收到和处理政府信息公开申请情况申请人情况"
      "自然人法人或其他组织总计商业企业科研机构社会公益组织法律服务机构其他"
      "一、本年新收政府信息公开申请数量120000012二、上年结转政府信息公开申请数量0000000三、本年度"
      "办理结果"
      "(一)予以公开110000011(二)部分公开(区分处理的,只计这一情形,不计其他情形)1000001"
      "(三)不予公开1.属于国家秘密0000000"));
  const auto found = cells(findings);
  EXPECT_EQ(found.at("proactive.rules.issued"), "0");
  EXPECT_EQ(found.at("proactive.normative_documents.issued"), "?")
      << "693665 has no sum that could cut it";
  EXPECT_EQ(found.at("proactive.licences.decisions"), "2293");
  EXPECT_EQ(found.at("proactive.fees.amount"), "24.31");
  EXPECT_EQ(found.at("requests.new.natural"), "12");
  EXPECT_EQ(found.at("requests.new.total"), "12");
  EXPECT_EQ(found.at("requests.refused.state_secret.total"), "0");
}

TEST(BorderlessRows, WithoutBordersTheRowsOfAnotherFormAreNotRead) {
  // A column of line numbers stands before the figures: 1 | 14 5 2 14 12 14 61 can be cut into
  // seven figures that add up, but the rows below it cannot.
  const auto found = cells(recognise(from_lines(
      "三、收到和处理政府信息公开申请情况申请人情况"
      "自然人法人或其他组织总计商业企业科研机构社会公益组织法律服务机构其他"
      "一、本年新收政府信息公开申请数量1145214121461二、上年结转政府信息公开申请数量20000000"
      "三、本年度办理结果(一)予以公开3110000011"
      "(二)部分公开(区分处理的,只计这一情形,不计其他情形)41000001"
      "(三)不予公开1.属于国家秘密50000000")));
  EXPECT_EQ(found.at("requests.new.natural"), "?");
  EXPECT_EQ(found.at("requests.new.total"), "?");
}

TEST(BorderlessRows, WhereTheLabelEndsWithoutASpaceSpacesAreNoBorders) {
  const auto found = cells(recognise(from_lines(
      "第二十条第(一)项信息内容本年制发件数本年废止件数现行有效件数"
      "规章1 232 8行政规范性文件0 0 14第二十条第(五)项信息内容本年处理决定数量行政许可97")));
  EXPECT_EQ(found.at("proactive.rules.issued"), "?") << "12, 3 and 28 with a space inside";
  EXPECT_EQ(found.at("proactive.licences.decisions"), "97");
}

TEST(BorderlessRows, ASignBetweenDigitsOfAnotherFormPartsNoFigures) {
  const std::string before =
      "第二十条第(六)项信息内容上一年项目数量本年增/减处理决定数量行政处罚000行政强制000"
      "第二十条第(八)项信息内容上一年项目数量";
  auto found = cells(recognise(from_lines(before + "本年增/减行政事业性收费5-2")));
  EXPECT_EQ(found.at("proactive.fees.items_last_year"), "5");
  EXPECT_EQ(found.at("proactive.fees.items_change"), "-2");
  found = cells(
      recognise(from_lines(before + "上年同期项目数本年增/减上年同期增减数行政事业性收费5-240")));
  EXPECT_EQ(found.at("proactive.fees.items_change"), "?") << "5, -2, 4 and 0";
}

TEST(BorderlessRows, GluedFiguresAreCutOnlyWhereASumOverRowsConfirmsIt) {
  const std::string rows =
      "一、本年新收政府信息公开申请数量\n7\n10\n0\n0\n2\n10\n"  // 1 and 0 are glued
      "二、上年结转政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n";
  const auto found = cells(recognise(from_lines(requests_head() + rows)));
  EXPECT_EQ(found.at("requests.new.business"), "?")
      << "its own sum allows 1 and 0, but nothing confirms it";
  EXPECT_EQ(found.at("requests.carried_in.natural"), "1");
}

TEST(BorderlessRows, NoFiguresAreCutWhereNoSumTellsHowMany) {
  const auto row = [](const std::string& figures) {
    const auto found = cells(recognise(from_lines(
        "第二十条第(一)项\n信息内容 本年新制作数量 本年新公开数量 对外公开总数量\n规章 0 0 "
        "0\n规范性文件" +
        figures +
        "\n第二十条第(五)项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n行政许可 5 1 320\n"
        "其他对外管理服务事项 12 -2 1024\n")));
    return found.at("proactive.normative_documents.made") + "," +
           found.at("proactive.normative_documents.published_total");
  };
  EXPECT_EQ(row(" 2 2 9"), "2,9");
  EXPECT_EQ(row(" 12 7"), "?,?") << "not 1, 2, 7: one cell is empty";
  EXPECT_EQ(row("127"), "?,?") << "or 12 and 7, or 1 and 27";
  EXPECT_EQ(row("007"), "0,7") << "no figure but 0 begins with 0";
}

}  // namespace
}  // namespace guifan
