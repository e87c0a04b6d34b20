// SPDX-License-Identifier: Apache-2.0
// Tables that no layout describes and that lost their grid.
#include "recognise/tables/unknown_lines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/text.h"

namespace guifan {
namespace {

/// One paragraph a line; every block is in chapter two.
TableFindings collect(std::string_view lines, const std::vector<NumericToken>& prose = {}) {
  SourceDocument document;
  ChapterPlan plan;
  for (std::uint32_t number = 1; !lines.empty(); ++number) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    Paragraph paragraph;
    paragraph.text.original = lines.substr(0, end);
    paragraph.text.runs = {{0, Locator{.line = number}}};
    document.blocks.emplace_back(std::move(paragraph));
    lines.remove_prefix(std::min(lines.size(), end + 1));
  }
  plan.chapter_of_block.assign(document.blocks.size(), 2);
  plan.heading_level.assign(document.blocks.size(), 0);
  normalise(document);
  TableFindings findings;
  collect_unknown_lines(document, plan, std::vector<bool>(document.blocks.size(), false), prose,
                        findings);
  return findings;
}

std::vector<std::string> residue(const TableFindings& findings) {
  std::vector<std::string> all;
  for (const Residue& each : findings.residue)
    all.push_back(each.label + " = " + each.value + each.unit);
  return all;
}

using Lines = std::vector<std::string>;

TEST(UnknownLines, EveryFigureHasTheLabelBeforeIt) {
  const TableFindings found = collect("名称\n单位\n数量\n巡查\n次\n12\n其中:夜间巡查\n次\n5\n");
  EXPECT_EQ(residue(found), (Lines{"巡查 = 12次", "其中:夜间巡查 = 5次"}));
  ASSERT_EQ(found.diagnostics.size(), 1u);
  EXPECT_EQ(found.diagnostics[0].id, "REC-004");
  EXPECT_EQ(found.diagnostics[0].arguments, (Lines{"名称 | 单位 | 数量", "2"}));
}

TEST(UnknownLines, AUnitMayStandBehindItsFigure) {
  EXPECT_EQ(residue(collect("公开栏\n12\n个\n公示牌\n30\n块\n广播\n5次\n")),
            (Lines{"公开栏 = 12个", "公示牌 = 30块", "广播 = 5次"}));
}

TEST(UnknownLines, EveryTokenStandsInTheResidueOnce) {
  const TableFindings found = collect("巡查 12 3 15\n抽查 4 - 4\n");
  ASSERT_EQ(found.tokens.size(), 5u);
  for (std::size_t i = 0; i < found.residue.size(); ++i)
    EXPECT_EQ(found.residue[i].tokens, std::vector<std::size_t>{i});
  EXPECT_EQ(residue(found), (Lines{"巡查 = 12", "巡查 = 3", "巡查 = 15", "抽查 = 4", "抽查 = 4"}));
}

TEST(UnknownLines, ALabelWithARowOfFiguresIsATable) {
  EXPECT_EQ(residue(collect("巡查\n12\n3\n0\n15\n")).size(), 4u);
  EXPECT_TRUE(residue(collect("共有\n12\n")).empty()) << "one figure under one word is no table";
}

TEST(UnknownLines, RunningTextEndsATable) {
  EXPECT_TRUE(residue(collect("巡查\n12\n今年的检查由三个科室分别进行。\n抽查\n3\n")).empty());
}

TEST(UnknownLines, NumbersOfListsAndPagesAreNoFigures) {
  EXPECT_TRUE(residue(collect("1\n更新慢\n2\n说明少\n3\n图纸旧\n")).empty());
  EXPECT_TRUE(residue(collect("上一页\n1\n2\n3\n4\n下一页\n")).empty());
}

TEST(UnknownLines, TelephoneNumbersAndPostcodesAreNoFigures) {
  EXPECT_TRUE(residue(collect("联系电话\n5550123\n邮政编码\n412000\n")).empty());
  EXPECT_EQ(residue(collect("接听电话\n315\n发送传真\n12\n")).size(), 2u);
}

TEST(UnknownLines, DatesAreNoFigures) {
  EXPECT_TRUE(residue(collect("成文日期\n2013年\n发布\n3月\n巡查\n12\n")).empty());
}

TEST(UnknownLines, WhatProseTookStaysThere) {
  const TableFindings found = collect("巡查 12\n抽查 3\n复查 2\n", {{"3", Locator{.line = 2}}});
  EXPECT_EQ(residue(found), (Lines{"巡查 = 12", "复查 = 2"}));
}

}  // namespace
}  // namespace guifan
