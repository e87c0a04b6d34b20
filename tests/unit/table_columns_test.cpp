// SPDX-License-Identifier: Apache-2.0
// Which column a figure stands in: headings in another order, columns more or less, rows that lost
// a cell.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "table_reading.h"

namespace guifan {
namespace {

using namespace test;

using Rows = std::vector<std::vector<std::string>>;

/// Table three as a grid under `heads`, with a row of figures for each label.
Rows requests_grid(std::vector<std::string> heads, std::vector<std::vector<std::string>> figures) {
  const std::vector<std::string> labels{"一、本年新收政府信息公开申请数量",
                                        "二、上年结转政府信息公开申请数量",
                                        "三、本年度办理结果（一）予以公开",
                                        "1.属于国家秘密",
                                        "2.其他法律行政法规禁止公开",
                                        "3.危及“三安全一稳定”",
                                        "4.保护第三方合法权益",
                                        "5.属于三类内部事务信息"};
  heads.insert(heads.begin(), "项目");
  Rows rows{heads};
  const std::vector<std::string> zeros(figures.front().size(), "0");
  figures.resize(labels.size(), zeros);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    figures[i].insert(figures[i].begin(), labels[i]);
    rows.push_back(figures[i]);
  }
  return rows;
}

TEST(Columns, AFigureBelongsToTheHeadingAboveItWhateverTheOrder) {
  const auto found = cells(recognise(from_grid(requests_grid(
      {"总计", "自然人", "其他", "商业企业", "科研机构", "社会公益组织", "法律服务机构"},
      {{"16", "9", "4", "1", "0", "2", "0"}, {"3", "2", "1", "0", "0", "0", "0"}}))));
  EXPECT_EQ(found.at("requests.new.total"), "16");
  EXPECT_EQ(found.at("requests.new.natural"), "9");
  EXPECT_EQ(found.at("requests.new.other_org"), "4");
  EXPECT_EQ(found.at("requests.new.welfare"), "2");
  EXPECT_EQ(found.at("requests.carried_in.total"), "3");
}

TEST(Columns, AColumnMoreOrLessMovesNoFigure) {
  auto found = cells(recognise(from_grid(requests_grid(
      {"自然人", "商业企业", "社会公益组织", "法律服务机构", "其他", "总计", "占比"},
      {{"9", "1", "2", "0", "4", "16", "80%"}, {"2", "0", "0", "0", "1", "3", "20%"}}))));
  EXPECT_EQ(found.at("requests.new.business"), "1");
  EXPECT_EQ(found.at("requests.new.research"), "lost");
  EXPECT_EQ(found.at("requests.new.welfare"), "2");
  EXPECT_EQ(found.at("requests.new.total"), "16");
  found = cells(recognise(from_grid(requests_grid(
      {"上年总计", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他",
       "总计"},
      {{"11", "9", "1", "0", "2", "0", "4", "16"}, {"1", "2", "0", "0", "0", "0", "1", "3"}}))));
  EXPECT_EQ(found.at("requests.new.natural"), "9");
  EXPECT_EQ(found.at("requests.carried_in.total"), "3");
}

TEST(Columns, ColumnsOfOtherThingsAreNoApplicants) {
  const std::vector<std::vector<std::string>> figures{{"9", "1", "0", "2", "0", "4", "16"},
                                                      {"2", "0", "0", "0", "0", "1", "3"}};
  const std::vector<std::string> offices{"县政府",   "县教育局", "县公安局", "县民政局",
                                         "县水利局", "其余各局", "合计"};
  const std::vector<std::string> years{"2016年", "2017年", "2018年", "2019年",
                                       "2020年", "2021年", "2022年"};
  for (const auto& heads : {offices, years}) {
    auto found = cells(recognise(from_grid(requests_grid(heads, figures))));
    EXPECT_EQ(found.at("requests.new.natural"), "?") << heads.front();
    EXPECT_EQ(found.at("requests.carried_in.total"), "?") << heads.front();
    std::string lines = "项目\n";
    for (const std::string& head : heads) lines += head + "\n";
    found = cells(
        recognise(from_lines(lines + "一、本年新收政府信息公开申请数量\n9\n1\n0\n2\n0\n4\n16\n"
                                     "二、上年结转政府信息公开申请数量\n2\n0\n0\n0\n0\n1\n3\n"
                                     "三、本年度办理结果\n（一）予以公开\n5\n1\n0\n0\n0\n2\n8\n")));
    EXPECT_EQ(found.at("requests.new.natural"), "?") << heads.front();
  }
}

TEST(Columns, HeadingsThatAConverterMadeUpSayNothing) {
  const auto found = cells(recognise(from_grid(
      requests_grid({"数据1", "数据2", "数据3", "数据4", "数据5", "数据6", "总计"},
                    {{"9", "1", "0", "2", "0", "4", "16"}, {"2", "0", "0", "0", "0", "1", "3"}}))));
  EXPECT_EQ(found.at("requests.new.natural"), "9");
  EXPECT_EQ(found.at("requests.carried_in.other_org"), "1");
}

TEST(Columns, HeadingsBesideTheirColumnsAreNotBelieved) {
  // Spans were lost: the heading 自然人 stands over the second of the labels' columns.
  const auto found = cells(recognise(from_grid(
      {{"项目", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"},
       {"一、本年新收政府信息公开申请数量", "9", "1", "0", "2", "0", "4", "16"},
       {"三、本年度办理结果", "（一）予以公开", "5", "1", "0", "0", "0", "2", "8"}})));
  EXPECT_EQ(found.at("requests.granted.natural"), "5");
  EXPECT_EQ(found.at("requests.granted.other_org"), "2");
}

TEST(Columns, LinesInAnotherOrderAreNotReadInTheForms) {
  const auto found = cells(recognise(from_lines(
      "三、收到和处理政府信息公开申请情况\n申请人情况\n总计\n自然人\n法人或其他组织\n商业企业\n"
      "科研机构\n社会公益组织\n法律服务机构\n其他\n"
      "一、本年新收政府信息公开申请数量\n16\n9\n1\n0\n2\n0\n4\n"
      "二、上年结转政府信息公开申请数量\n3\n2\n0\n0\n0\n0\n1\n")));
  EXPECT_EQ(found.at("requests.new.natural"), "?");
}

Rows disputes_grid(const std::vector<std::vector<std::string>>& figures) {
  Rows rows{{"结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "结果维持", "结果纠正",
             "其他结果", "尚未审结", "总计", "结果维持", "结果纠正", "其他结果", "尚未审结",
             "总计"}};
  rows.insert(rows.begin(),
              {"行政复议", "行政复议", "行政复议", "行政复议", "行政复议", "未经复议直接起诉",
               "未经复议直接起诉", "未经复议直接起诉", "未经复议直接起诉", "未经复议直接起诉",
               "复议后起诉", "复议后起诉", "复议后起诉", "复议后起诉", "复议后起诉"});
  rows.insert(rows.begin(), {"行政复议", "行政复议", "行政复议", "行政复议", "行政复议", "行政诉讼",
                             "行政诉讼", "行政诉讼", "行政诉讼", "行政诉讼", "行政诉讼", "行政诉讼",
                             "行政诉讼", "行政诉讼", "行政诉讼"});
  rows.insert(rows.end(), figures.begin(), figures.end());
  return rows;
}

TEST(Columns, ARowWithoutANameIsReadOnlyIfItIsTheOnlyOne) {
  const std::vector<std::string> this_year{"2", "1", "0", "0", "3", "4", "0", "0",
                                           "1", "5", "0", "0", "0", "0", "0"};
  const std::vector<std::string> last_year{"1", "0", "0", "0", "1", "0", "0", "0",
                                           "0", "0", "2", "0", "0", "0", "2"};
  auto found = cells(recognise(from_grid(disputes_grid({this_year}))));
  EXPECT_EQ(found.at("review.total"), "3");
  EXPECT_EQ(found.at("litigation.direct.pending"), "1");
  found = cells(recognise(from_grid(disputes_grid({this_year, last_year}))));
  EXPECT_EQ(found.at("review.total"), "?");
}

TEST(Columns, BehindAPageBreakTheyAreTheSameOnes) {
  Rows rows = requests_grid(
      {"总计", "自然人", "其他", "商业企业", "科研机构", "社会公益组织", "法律服务机构"},
      {{"16", "9", "4", "1", "0", "2", "0"}, {"3", "2", "1", "0", "0", "0", "0"}});
  SourceDocument document = from_grid(rows);
  SourceDocument next_page =
      from_grid({{"（七）总计", "12", "9", "0", "1", "0", "2", "0"},
                 {"四、结转下年度继续办理", "7", "2", "5", "0", "0", "0", "0"}});
  document.blocks.push_back(std::move(next_page.blocks.front()));
  const auto found = cells(recognise(std::move(document)));
  EXPECT_EQ(found.at("requests.new.natural"), "9");
  EXPECT_EQ(found.at("requests.total.natural"), "?") << "12 is the total";
}

TEST(Columns, AShortRowMayHaveLostACellInTheMiddle) {
  const auto found =
      cells(recognise(from_grid({{"第二十条第（五）项"},
                                 {"信息内容", "上一年项目数量", "本年增/减", "处理决定数量"},
                                 {"行政许可", "13", "2", "2412"},
                                 {"其他对外管理服务事项", "297", "-1", "3536"},
                                 {"第二十条第（六）项"},
                                 {"信息内容", "上一年项目数量", "本年增/减", "处理决定数量"},
                                 {"行政处罚", "28", "7", "2801"},
                                 {"行政强制", "106", "1273"}})));
  EXPECT_EQ(found.at("proactive.penalties.decisions"), "2801");
  EXPECT_EQ(found.at("proactive.coercion.items_change"), "?");
}

TEST(Columns, WordsAroundAFigureStandUnderAColumnToo) {
  // Spans were lost: the cells of one row begin two columns before their headings.
  Rows figures(8, {"", "", "9", "1", "0", "2", "0", "4", "16"});
  figures[4] = {"约33", "约7", "84", "2", "0", "9", "235", "", ""};
  const auto found = cells(recognise(from_grid(requests_grid(
      {"", "", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"},
      figures))));
  EXPECT_EQ(found.at("requests.new.natural"), "9");
  EXPECT_NE(found.at("requests.refused.law_prohibits.natural"), "84");
}

std::string fujian_form(const std::string& head, const std::string& second) {
  std::string lines = head;
  const char* const rows[] = {"主动公开文件数", "其中：1、政府网站公开数", "2、政府公报公开数"};
  for (const char* row : rows) lines += std::string(row) + "\n条\n40\n" + second;
  const char* const requests[] = {"受理依申请公开信息总数", "其中：1、当面申请数", "2、网上申请数",
                                  "3、信函、传真申请数", "对申请的答复总数"};
  for (const char* row : requests) lines += std::string(row) + "\n条\n0\n" + second;
  return lines;
}

TEST(Columns, TwoYearsAreTwoColumns) {
  auto found =
      cells(recognise(from_lines(fujian_form("指标名称\n计量单位\n2016年度\n历年累计\n", "90\n"))));
  EXPECT_EQ(found.at("proactive"), "40");
  found = cells(recognise(from_lines(fujian_form("指标名称\n计量单位\n2015年\n2016年\n", "90\n"))));
  EXPECT_EQ(found.at("proactive"), "?") << "the first may be last year's";
}

}  // namespace
}  // namespace guifan
