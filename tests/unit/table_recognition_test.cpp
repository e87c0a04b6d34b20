// SPDX-License-Identifier: Apache-2.0
// Tables in every shape that scrapes leave them in, against the shipped layouts.
#include <gtest/gtest.h>

#include <string>

#include "table_reading.h"

namespace guifan {
namespace {

using namespace test;

TEST(Tables, AWordForAnEmptyPositionIsNoLabelAndNoLoss) {
  const auto found = cells(recognise(
      from_lines(requests_head() + "一、本年新收政府信息公开申请数量 （空白） 3 0 （空白） 0 1 9\n"
                                   "二、上年结转政府信息公开申请数量 （空白） 0 0 0 0 0 0\n")));
  EXPECT_EQ(found.at("requests.new.natural"), "empty");
  EXPECT_EQ(found.at("requests.new.business"), "3");
  EXPECT_EQ(found.at("requests.new.welfare"), "empty");
  EXPECT_EQ(found.at("requests.new.total"), "9");
  EXPECT_EQ(found.at("requests.carried_in.natural"), "empty");
}

TEST(Tables, ReadsOneCellALine) {
  const auto found = cells(recognise(
      from_lines(requests_head() + "一、本年新收政府信息公开申请数量\n7\n1\n0\n0\n0\n2\n10\n"
                                   "二、上年结转政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n"
                                   "三、本年度办理结果\n(一)予以公开\n5\n1\n0\n0\n0\n2\n8\n")));
  EXPECT_EQ(found.at("requests.new.natural"), "7");
  EXPECT_EQ(found.at("requests.new.other_org"), "2");
  EXPECT_EQ(found.at("requests.carried_in.total"), "1");
  EXPECT_EQ(found.at("requests.granted.total"), "8");
}

TEST(Tables, ReadsRowsWhoseCellsAreTabsApart) {
  const auto found = cells(recognise(
      from_lines("第二十条第(一)项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
                 "规章\t0\t2\t3\n行政规范性文件\t83\t0\t8\n"
                 "第二十条第(五)项\n信息内容\t本年处理决定数量\n行政许可\t61\n"
                 "第二十条第(六)项\n信息内容\t本年处理决定数量\n行政处罚\t14\n行政强制\t0\n" +
                 requests_head() +
                 "一、本年新收政府信\n息公开申请数量\t7\t1\t0\t0\t0\t2\t10\n"
                 "二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n")));
  EXPECT_EQ(found.at("proactive.normative_documents.issued"), "83");
  EXPECT_EQ(found.at("proactive.normative_documents.in_force"), "8");
  EXPECT_EQ(found.at("proactive.licences.decisions"), "61");
  EXPECT_EQ(found.at("requests.new.natural"), "7");
  EXPECT_EQ(found.at("requests.new.total"), "10");
}

TEST(Tables, AnIncreaseMayCarryItsSign) {
  const auto found = cells(recognise(from_lines(
      "第二十条第(一)项\n信息内容 本年新制作数量 本年新公开数量 对外公开总数量\n"
      "规章 0 0 0\n规范性文件 2 2 9\n"
      "第二十条第(五)项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n"
      "行政许可 5 +1 320\n其他对外管理服务事项 12 -2 1024\n"
      "第二十条第(六)项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n"
      "行政处罚 +3 0 7\n行政强制 1 0 0\n"
      "第二十条第(八)项\n信息内容 上一年项目数量 本年增/减\n行政事业性收费 4 0\n"
      "第二十条第(九)项\n信息内容 采购项目数量 采购总金额\n政府集中采购 17 1253.6万元\n")));
  EXPECT_EQ(found.at("proactive.licences.items_change"), "1");
  EXPECT_EQ(found.at("proactive.licences.decisions"), "320");
  EXPECT_EQ(found.at("proactive.services.items_change"), "-2");
  EXPECT_EQ(found.at("proactive.penalties.items_last_year"), "?") << "a stock has no sign";
}

TEST(Tables, ALabelBrokenOverLinesIsOneLabel) {
  const auto found = cells(recognise(
      from_lines(requests_head() + "一、本年新收政府信\n息公开申请数量\n7\n1\n0\n0\n0\n2\n10\n"
                                   "二、上年结转政府信息公开\n申请数量\n1\n0\n0\n0\n0\n0\n1\n")));
  EXPECT_EQ(found.at("requests.new.total"), "10");
  EXPECT_EQ(found.at("requests.carried_in.natural"), "1");
}

TEST(Tables, ALostCellLeavesTheRowOpenUnlessTheSumsForceOneReading) {
  // The row prints six of seven figures: 3 1 0 0 0 4. Either a 0 or the total is gone, and both
  // would be readings.
  const auto found = cells(recognise(
      from_lines(requests_head() + "一、本年新收政府信息公开申请数量\n3\n1\n0\n0\n0\n4\n"
                                   "二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n"
                                   "三、本年度办理结果\n(一)予以公开\n3\n1\n0\n0\n0\n0\n4\n")));
  EXPECT_EQ(found.at("requests.new.natural"), "?") << "the first figure may be the lost one";
  EXPECT_EQ(found.at("requests.carried_in.natural"), "0");
  EXPECT_EQ(found.at("requests.new.total"), "?");
  EXPECT_EQ(found.at("requests.new.other_org"), "?");
  EXPECT_EQ(found.at("requests.granted.total"), "4");
}

TEST(Tables, WhatBordersFixIsKeptEvenWhereItBreaksTheSums) {
  const auto found = cells(recognise(
      from_lines(requests_head() + "一、本年新收政府信息公开申请数量\n7\n1\n0\n0\n0\n2\n99\n"
                                   "二、上年结转政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n")));
  EXPECT_EQ(found.at("requests.new.total"), "99");
}

TEST(Tables, AnEmptyGridCellIsNotALostOneAndShiftsNothing) {
  const auto found = cells(recognise(from_grid(
      {{"", "申请人情况", "", "", "", "", "", ""},
       {"", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"},
       {"一、本年新收政府信息公开申请数量", "0", "", "", "", "", "", "0"},
       {"二、上年结转政府信息公开申请数量", "", "", "", "", "", "", "0"},
       {"三、本年度办理结果（一）予以公开", "-", "1", "", "", "", "", "1"}})));
  EXPECT_EQ(found.at("requests.new.natural"), "0");
  EXPECT_EQ(found.at("requests.new.business"), "empty");
  EXPECT_EQ(found.at("requests.carried_in.total"), "0");
  EXPECT_EQ(found.at("requests.granted.natural"), "dash");
  EXPECT_EQ(found.at("requests.granted.business"), "1");
}

TEST(Tables, RecordTablesReadWithAndWithoutTheirUnitColumn) {
  for (const char* unit : {"条\n", ""}) {
    const std::string u = unit;
    const auto findings = recognise(from_lines(
        "1 .主动公开情况统计\n指标\n单位\n数量\n主动公开信息数\n" + u +
        "812\n其中:全文电子化的主动公开信息数\n" + u + "800\n新增的行政规范性文件数\n" + u +
        "12\n2 .依申请公开情况统计\n指标\n单位\n数量\n申请总数\n" + u + "3\n其中:1.当面申请数\n" +
        u + "2\n2.传真申请数\n" + u + "1\n3.电子邮件申请数\n" + u + "0\n(5)免予公开范围1\n" + u +
        "0\n(6)免予公开范围2\n" + u + "0\n(9)免予公开范围5\n" + u + "0\n"));
    const auto found = cells(findings);
    EXPECT_EQ(findings.layout.value, "shanghai-35");
    EXPECT_EQ(found.at("01"), "812");
    EXPECT_EQ(found.at("03"), "12") << "the number of the next heading is no figure";
    EXPECT_EQ(found.at("10"), "3");
    EXPECT_EQ(found.at("12"), "1");
  }
}

TEST(Tables, ADamagedLabelIsReadWithAMargin) {
  const auto found = cells(recognise(
      from_lines(requests_head() + "一、本年新收政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n"
                                   "二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n"
                                   "(三)不予公开\n1.属于国家秘密\n0\n0\n0\n0\n0\n0\n0\n"
                                   "2.其他法律行政止公开\n4\n0\n0\n0\n0\n0\n4\n"
                                   "3.危及“三安全一稳定”\n0\n0\n0\n0\n0\n0\n0\n")));
  EXPECT_EQ(found.at("requests.refused.law_prohibits.natural"), "4");
  EXPECT_EQ(found.at("requests.refused.security_stability.total"), "0");
}

TEST(Tables, ARowThatNoLayoutKnowsGoesToTheResidue) {
  const auto findings = recognise(
      from_lines(requests_head() + "一、本年新收政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n"
                                   "网上咨询办结率统计\n55\n"
                                   "二、上年结转政府信息公开申请数量\n2\n0\n0\n0\n0\n0\n2\n"
                                   "(三)不予公开\n1.属于国家秘密\n0\n0\n0\n0\n0\n0\n0\n"));
  ASSERT_EQ(findings.residue.size(), 1u);
  EXPECT_EQ(findings.residue[0].value, "55");
  EXPECT_EQ(findings.residue[0].label, "网上咨询办结率统计");
}

TEST(Tables, AnUnknownGridLosesNothing) {
  const auto findings = recognise(
      from_grid({{"项目", "2015年", "2016年"}, {"热线来电", "31", "47"}, {"走访人数", "5", ""}}));
  ASSERT_EQ(findings.residue.size(), 3u);
  EXPECT_EQ(findings.residue[1].label, "热线来电 2016年");
  EXPECT_EQ(findings.residue[1].value, "47");
  ASSERT_EQ(findings.diagnostics.size(), 1u);
  EXPECT_EQ(findings.diagnostics[0].id, "REC-004");
}

TEST(Tables, LabelsInRunningTextAreNoTable) {
  const auto findings = recognise(from_lines(
      "本机关依法予以公开的信息包括行政许可、行政处罚、行政强制和行政事业性收费等内容，全年共办理相"
      "关事项30件。\n"
      "一是加强行政规范性文件管理；二是做好行政复议、行政诉讼应对工作，结果维持率达到90%。\n"));
  EXPECT_TRUE(findings.figures.empty());
}

TEST(Tables, RowsThatAreShiftedAgainstTheirHeadAreNotReadByItsColumns) {
  // Row labels lost their first cells; the rows were filled up at the other end.
  const auto found = cells(recognise(from_grid(
      {{"第二十条第(九)项", "", "", "", "", "", "", "", "", ""},
       {"信息内容", "采购项目数量", "采购总金额", "", "", "", "", "", "", ""},
       {"政府集中采购", "3", "56", "", "", "", "", "", "", ""},
       {"", "", "", "申请人情况", "", "", "", "", "", ""},
       {"", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"},
       {"", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""},
       {"一、本年新收政府信息公开申请数量", "", "", "5", "0", "0", "0", "0", "31", "36"},
       {"1.属于国家秘密", "2", "0", "0", "0", "0", "1", "3", "", ""},
       {"2.其他法律行政法规禁止公开", "1", "0", "0", "0", "0", "0", "1", "", ""},
       {"1.本机关不掌握相关政府信息", "", "", "", "", "", "31", "31", "", ""},
       {"2.没有现成信息需要另行制作", "", "1", "", "", "", "1", "2", "", ""}})));
  for (const auto& [cell, value] : found)
    if (cell.find("not_held") != std::string::npos) {
      EXPECT_EQ(value, "?") << cell;
    }
}

TEST(Tables, ACountBesideAColumnOfChangesIsNotNegative) {
  const auto found =
      cells(recognise(from_grid({{"第二十条第(六)项", "", "", ""},
                                 {"信息内容", "上一年项目数量", "本年增/减", "处理决定数量"},
                                 {"行政处罚", "7", "-2", "22"},
                                 {"行政强制", "9", "", "-1"}})));
  EXPECT_EQ(found.at("proactive.penalties.items_change"), "-2");
  EXPECT_EQ(found.at("proactive.penalties.decisions"), "22");
  EXPECT_EQ(found.at("proactive.coercion.decisions"), "?");
}

TEST(Tables, EveryNumberOfATableIsAccountedForOnce) {
  const auto findings = recognise(
      from_lines(requests_head() + "一、本年新收政府信息公开申请数量\n7\n1\n0\n0\n0\n2\n10\n"
                                   "二、上年结转政府信息公开申请数量\n1\n0\n0\n5\n"
                                   "(三)不予公开\n1.属于国家秘密\n0\n0\n0\n0\n0\n0\n0\n"));
  std::vector<int> seen(findings.tokens.size(), 0);
  for (const Figure& figure : findings.figures)
    for (const std::size_t token : figure.tokens) ++seen[token];
  for (const Residue& residue : findings.residue)
    for (const std::size_t token : residue.tokens) ++seen[token];
  for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_EQ(seen[i], 1) << findings.tokens[i].text;
  EXPECT_EQ(findings.tokens.size(), 18u);
}

std::string codes_head() {
  return "2.依申请公开情况统计\n指标名称\n计量单位\n代码\n本期实际\n";
}

TEST(Tables, ACodeIsNoFigureWhereTheFigureIsLost) {
  const auto found = cells(recognise(from_lines(
      codes_head() +
      "申请总数\n条\n10\n3\n其中:1.当面申请数\n条\n11\n2.传真申请数\n条\n12\n1\n"
      "3.电子邮件申请数\n条\n13\n0\n(5)免予公开范围1\n条\n25\n0\n(6)免予公开范围2\n条\n26\n")));
  EXPECT_EQ(found.at("12"), "1");
  EXPECT_EQ(found.at("11"), "?");
  EXPECT_EQ(found.at("26"), "?");
}

TEST(Tables, ACodeGluedToAFigureWithAUnitIsStillACode) {
  const auto found = cells(recognise(
      from_lines("2.依申请公开情况统计\n指标名称计量单位代码本期实际\n申请总数条103件\n"
                 "其中:1.当面申请数条112件\n2.传真申请数条121件\n3.电子邮件申请数条130件\n"
                 "4.网上申请数条140件\n5.信函申请数条150件\n6.其他形式申请数条160件\n")));
  EXPECT_EQ(found.at("10"), "3");
  EXPECT_EQ(found.at("11"), "2");
  EXPECT_EQ(found.at("12"), "1");
}

TEST(Tables, ALineNumberIsNotTheFigureThatTheLineBeforeLost) {
  const auto found = cells(recognise(from_lines(
      "第二十条第(五)项\n信息内容    本年处理决定数量\n4    行政许可\n第二十条第(六)项\n"
      "信息内容    本年处理决定数量\n5    行政处罚\n6    行政强制    8\n第二十条第(八)项\n"
      "信息内容    本年收费金额(单位:万元)\n7    行政事业性收费    31\n")));
  EXPECT_NE(found.at("proactive.penalties.decisions"), "6");
  EXPECT_EQ(found.at("proactive.coercion.decisions"), "8");
}

TEST(Tables, AFigureAloneMayBeTheYearsOrTheSumOfAllYears) {
  const auto found = cells(recognise(from_lines(
      "指标    计量单位    2009年度    历年累计\n受理依申请公开信息总数    条    7    19\n"
      "对申请的答复总数    条    12\n其中:1.同意公开答复数    条    1    2\n"
      "2.同意部分公开答复数    条    0    0\n3.否决公开答复总数    条    0    0\n"
      "行政复议数    条    0    0\n行政诉讼数    条    0    0\n")));
  EXPECT_EQ(found.at("replied"), "?") << "no 1 and 2 that ran together: others stand apart";
  EXPECT_EQ(found.at("replied.granted"), "1");
}

TEST(Tables, LastYearsColumnIsNotTheYears) {
  for (const char* gap : {"\n", "\t", "    "}) {
    std::string lines = "1.申诉情况统计表\n";
    for (const char* word : {"指标", "单位", "上年度"}) lines += std::string(word) + gap;
    lines += "本年\n";
    const auto add = [&](const char* label, const char* before, const char* now) {
      lines += std::string(label) + gap + "件" + gap + before + gap + now + "\n";
    };
    add("行政复议数", "2", "—");
    add("行政诉讼数", "4", "0");
    add("行政申诉数", "3", "7");
    add("其中:对本部门首次处理不满意的行政申诉数", "1", "1");
    const auto found = cells(recognise(from_lines(lines)));
    for (const auto& [id, value] : found) EXPECT_TRUE(value != "2" && value != "4") << lines;
  }
}

TEST(Tables, AFigureBeforeADashMayBeLastYears) {
  std::string lines = "指标名称 计量单位 代码 上年 本年\n";
  const auto add = [&](const char* row) { lines += std::string(row) + "\n"; };
  add("主动公开信息数 条 01 8 2");
  add("其中:全文电子化的主动公开信息数 条 02 8 2");
  add("新增的行政规范性文件数 条 03 1 0");
  add("依申请公开信息目录数 条 09 5 9");
  add("申请总数 条 10 14 55");
  add("其中:1.当面申请数 条 11 8 41");
  add("2.传真申请数 条 12 6 14");
  add("3.电子邮件申请数 条 13 0 0");
  add("4.网上申请数 条 14 0 0");
  add("5.信函申请数 条 15 0 0");
  add("6.其他形式申请数 条 16 0 0");
  add("对申请的答复总数 条 17 14 55");
  add("其中:1.同意公开答复数 条 18 7 55");
  add("2.同意部分公开答复数 条 19 7 —");
  const auto found = cells(recognise(from_lines(lines)));
  EXPECT_NE(found.at("19"), "7");
}

TEST(Tables, ASpaceMayStandInsideANumber) {
  const auto found = cells(recognise(from_lines(
      "2.依申请公开情况统计\n指标名称\n计量单位\n申请总数\n条\n4 4\n其中:1.当面申请数\n条\n1 304\n"
      "2.传真申请数\n条\n0\n3.电子邮件申请数\n条\n0\n4.网上申请数\n条\n0\n5.信函申请数\n条\n0\n"
      "6.其他形式申请数\n条\n0\n")));
  EXPECT_NE(found.at("10"), "4");
  EXPECT_NE(found.at("11"), "304");
}

TEST(Tables, NoDigitsAreCutBesideAFigureThatNoSumCounts) {
  const auto found = cells(recognise(
      from_lines(requests_head() + "一、本年新收政府信息公开申请数量 23 4.0 2.0 70.0 2 101.0\n"
                                   "二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1\n")));
  EXPECT_EQ(found.at("requests.new.natural"), "?");
  EXPECT_EQ(found.at("requests.carried_in.total"), "1");
}

TEST(Tables, AFigureBeforeALostLabelMayBeTheLostRowsOwn) {
  const auto found = cells(recognise(from_lines(
      "2.依申请公开情况统计\n指标\n单位\n数量\n申请总数\n条\n3\n2.传真申请数\n条\n1\n"
      "3.电子邮件申请数\n条\n0\n4.网上申请数\n条\n8\n5.信函申请数\n条\n0\n6.其他形式申请数\n条\n0\n"
      "对申请的答复总数\n条\n0\n")));
  EXPECT_EQ(found.at("10"), "?") << "the label of 当面申请数 is gone; the 3 may be its figure";
  EXPECT_EQ(found.at("12"), "1");
}

TEST(Tables, APageNumberBetweenRowsIsNoFigure) {
  for (const char* mark : {"- 3 -", "第3页", "— 3 —"}) {
    const auto found = cells(recognise(from_lines(
        requests_head() + "一、本年新收政府信息公开申请数量\n7\n1\n0\n0\n0\n2\n10\n" + mark +
        "\n二、上年结转政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n"
        "三、本年度办理结果\n(一)予以公开\n5\n1\n0\n0\n0\n2\n8\n")));
    EXPECT_EQ(found.at("requests.new.total"), "10") << mark;
    EXPECT_EQ(found.at("requests.carried_in.natural"), "1") << mark;
  }
}

TEST(Tables, LabelsAndFiguresOfASentenceStayProse) {
  const auto findings =
      recognise(from_lines("全年办理行政复议36件，其中结果维持20件，结果纠正6件，其他结果8件，尚未"
                           "审结2件；行政诉讼9件，其中结果维持7件，"
                           "结果纠正1件，其他结果1件，尚未审结0件。\n"));
  EXPECT_TRUE(findings.figures.empty());
}

TEST(Tables, TableFourMayStandAsThreeSmallTables) {
  const std::string heads = "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n";
  const auto found = cells(recognise(
      from_lines("行政复议\n" + heads + "2\n1\n0\n1\n4\n行政诉讼（未经复议直接起诉）\n" + heads +
                 "3\n0\n0\n0\n3\n行政诉讼（复议后起诉）\n" + heads + "0\n0\n1\n0\n1\n")));
  EXPECT_EQ(found.at("review.total"), "4");
  EXPECT_EQ(found.at("litigation.direct.upheld"), "3");
  EXPECT_EQ(found.at("litigation.after_review.other"), "1");
}

/// Every figure of a wide row repeats a few of its words only, or a table would grow with the
/// square of its width.
TEST(Tables, LabelsOfAWideUnknownTableStayShort) {
  Table table;
  table.rows = 1;
  table.columns = 800;
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    TableCell cell;
    cell.column = column;
    cell.text =
        text(column % 2 == 0 ? "项目" + std::to_string(column) + "号" : std::to_string(column), 1);
    table.cells.push_back(cell);
  }
  SourceDocument document;
  document.blocks.emplace_back(table);
  normalise(document);
  const ChapterPlan plan;
  const TableFindings found = recognise_tables(document, plan, shipped_layouts());
  ASSERT_EQ(found.residue.size(), 400U);
  EXPECT_EQ(found.residue[1].label, "项目0号/项目2号");
  EXPECT_EQ(found.residue.back().label,
            "项目0号/…/项目786号/项目788号/项目790号/项目792号/项目794号/项目796号/项目798号");
}

/// The statistics form with the scopes of non-disclosure, one cell a line.
std::string scope_form(bool codes, const std::string& last_rows) {
  std::string lines = "政府信息公开情况统计表\n指标\n单位\n";
  if (codes) lines += "代码\n";
  lines += "数量\n";
  if (codes) lines += "本年累计\n";
  int code = 17;
  for (const char* label :
       {"对申请的答复总数", "其中:1.同意公开答复数", "2.同意部分公开答复数", "3.否决公开答复总数",
        "其中:(1)“非《条例》所指政府信息”数", "(2)“信息不存在”数", "(3)“非本部门掌握”数",
        "(4)“申请内容不明确”数", "(5)“不予公开范围1”数", "(6)“不予公开范围2”数",
        "(7)“不予公开范围3”数", "(8)“不予公开范围4”数", "(9)“不予公开范围5”数",
        "(10)“不予公开范围6”数", "(11)“不予公开范围7”数"}) {
    lines += std::string(label) + "\n条\n";
    if (codes) lines += std::to_string(code) + "\n0\n";
    lines += "0\n";
    ++code;
  }
  return lines + last_rows;
}

TEST(Tables, ASignInTheCodeColumnEndsNoRow) {
  const std::string behind = "行政诉讼数\n件\n*\n0\n0\n行政申诉数\n件\n*\n0\n0\n";
  auto found = cells(recognise(from_lines(
      scope_form(true, "(12)其它原因\n条\n*\n0\n0\n行政复议数\n件\n*\n37\n37\n" + behind))));
  EXPECT_EQ(found.at("review"), "37");
  EXPECT_EQ(found.at("litigation"), "0");
  // Page numbers inside the row: nobody can tell them from its figures.
  found = cells(recognise(from_lines(
      scope_form(true, "(12)其它原因\n条\n*\n0\n0\n行政复议数\n7\n件\n7\n*\n37\n37\n" + behind))));
  EXPECT_EQ(found.at("review"), "?");
}

TEST(Tables, TwoGroupsOfFiguresThatFitEquallyWellFitNeither) {
  const auto found = cells(recognise(from_lines(
      scope_form(false, "行政复议数\n件\n7\n本页由政务网制作\n37\n行政诉讼数\n件\n0\n"))));
  EXPECT_EQ(found.at("review"), "?");
  EXPECT_EQ(found.at("litigation"), "0");
}

TEST(Tables, WhereLinesWereLostALastFigureMayBelongToARowWhoseLabelIsGone) {
  const std::string end = "行政复议数\n件\n3\n行政诉讼数\n件\n0\n";
  auto found = cells(recognise(from_lines(scope_form(false, end))));
  EXPECT_EQ(found.at("litigation"), "0") << "not every printing has the row 行政申诉数";
  found = cells(recognise(from_lines(scope_form(false, "(12)其它原因\n条\n" + end))));
  EXPECT_EQ(found.at("review"), "3");
  EXPECT_EQ(found.at("litigation"), "?") << "the figure of 其它原因 is gone; what else is?";
}

TEST(Tables, APageNumberIsNoTotalBecauseOneColumnBreaksItsSum) {
  const std::string zeros = "0\n0\n0\n0\n0\n0\n0\n";
  const auto found = cells(recognise(from_lines(
      requests_head() + "一、本年新收政府信息公开申请数量\n" + zeros +
      "二、上年结转政府信息公开申请数量\n" + zeros + "三、本年度办理结果\n(一)予以公开\n" + zeros +
      "(七)总计\n0\n0\n0\n0\n1\n0\n-\n7\n四、结转下年度继续办理\n" + zeros)));
  EXPECT_NE(found.at("requests.total.total"), "7");
}

TEST(Tables, TheWordNoneAmongFiguresIsAZero) {
  const auto found = cells(recognise(
      from_lines(requests_head() + "一、本年新收政府信息公开申请数量\n7\n1\n无\n无\n无\n2\n10\n"
                                   "二、上年结转政府信息公开申请数量\n1\n无\n无\n无\n无\n无\n1\n"
                                   "三、本年度办理结果\n(一)予以公开\n5\n1\n0\n0\n0\n2\n8\n无\n")));
  EXPECT_EQ(found.at("requests.new.natural"), "7");
  EXPECT_EQ(found.at("requests.new.research"), "0");
  EXPECT_EQ(found.at("requests.carried_in.other_org"), "0");
  EXPECT_EQ(found.at("requests.granted.total"), "8") << "behind the figures it is a paragraph";
}

TEST(Tables, TheUnitInAHeadingIsTheFigures) {
  const auto unit = [](const std::string& heading) {
    for (const Figure& figure :
         recognise(from_lines(
                       "第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n21\n行政强制\n4\n"
                       "第二十条第（八）项\n信息内容\n" +
                       heading + "\n行政事业性收费\n251000\n"))
             .figures)
      if (figure.indicator == "proactive.fees.amount") return figure.unit;
    return std::string("not read");
  };
  EXPECT_EQ(unit("本年收费金额（单位：元）"), "元");
  EXPECT_EQ(unit("本年收费金额（单位：万元）"), "万元");
  EXPECT_EQ(unit("本年收费金额（单位：千万元）"), "千万元");
  EXPECT_EQ(unit("本年收费金额（单位：美元）"), "美元") << "no amount of yuan";
}

TEST(TableRecognition, FiguresThatARecognisedTableLeavesOverOfItsGridAreKept) {
  const TableFindings found =
      recognise(from_grid({{"备注", "台账", "41", ""},
                           {"第二十条第（一）项", "", "", ""},
                           {"信息内容", "本年制发件数", "本年废止件数", "现行有效件数"},
                           {"规章", "0", "1", "2"},
                           {"行政规范性文件", "3", "4", "5"},
                           {"第二十条第（五）项", "", "", ""},
                           {"信息内容", "本年处理决定数量", "", ""},
                           {"行政许可", "6", "", ""},
                           {"第二十条第（六）项", "", "", ""},
                           {"信息内容", "本年处理决定数量", "", ""},
                           {"行政处罚", "7", "", ""},
                           {"行政强制", "8", "", ""},
                           {"第二十条第（八）项", "", "", ""},
                           {"信息内容", "本年收费金额（单位：万元）", "", ""},
                           {"行政事业性收费", "9", "", ""},
                           {"网站栏目", "信息公告", "52", ""}}));
  auto read = cells(found);
  EXPECT_EQ(read["proactive.fees.amount"], "9");
  std::map<std::string, std::string> left;
  for (const Residue& residue : found.residue) left[residue.value] = residue.label;
  EXPECT_EQ(left,
            (std::map<std::string, std::string>{{"41", "备注/台账"}, {"52", "网站栏目/信息公告"}}));
  EXPECT_EQ(std::ranges::count(found.diagnostics, "REC-004", &Diagnostic::id), 2);
}

}  // namespace
}  // namespace guifan
