// SPDX-License-Identifier: Apache-2.0
// Grid cells that hold something else than one plain figure.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "table_reading.h"

namespace guifan {
namespace {

using namespace test;

/// Table three with `first` as its first row of figures; row seven
/// prints 12 3 0 0 1 0 16, the others zeros.
TableFindings requests_with(std::vector<std::string> first) {
  first.insert(first.begin(), "一、本年新收政府信息公开申请数量");
  std::vector<std::vector<std::string>> rows = {
      {"", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"},
      std::move(first)};
  for (const std::string label : {"二、上年结转政府信息公开申请数量", "（一）予以公开",
                                  "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
                                  "1.属于国家秘密", "2.其他法律行政法规禁止公开"})
    rows.push_back({label, "0", "0", "0", "0", "0", "0", "0"});
  rows.push_back({"（七）总计", "12", "3", "0", "0", "1", "0", "16"});
  rows.push_back({"四、结转下年度继续办理", "0", "0", "0", "0", "0", "0", "0"});
  return recognise(from_grid(rows));
}

/// The first figure as it was read, and what was put aside.
std::vector<std::string> first_cell(const std::string& natural) {
  const TableFindings findings = requests_with({natural, "3", "0", "0", "1", "0", "16"});
  std::vector<std::string> read{cells(findings).at("requests.new.natural")};
  for (const Figure& figure : findings.figures)
    if (figure.printed == Printed::Ambiguous)
      for (const std::size_t token : figure.tokens) read.push_back(findings.tokens[token].text);
  for (const Residue& residue : findings.residue) read.push_back(residue.value);
  return read;
}

using Read = std::vector<std::string>;

TEST(TableCells, PlainFiguresAreRead) {
  for (const std::string natural : {"12", "１２", "12件", "十二"})
    EXPECT_EQ(first_cell(natural), Read{"12"}) << natural;
  EXPECT_EQ(first_cell("无"), Read{"0"});
}

TEST(TableCells, AFigureWithAMarkIsKeptAside) {
  for (const std::string natural : {"12①", "12¹", "12*", "约12", "12余"})
    EXPECT_EQ(first_cell(natural), (Read{"?", "12"})) << natural;
  EXPECT_EQ(first_cell("12/5"), (Read{"?", "12", "5"}));
}

TEST(TableCells, AShareAndARoundedNumberAreNoCount) {
  for (const std::string natural : {"12%", "12万", "12万件", "12年"})
    EXPECT_EQ(first_cell(natural), (Read{"?", "12"})) << natural;
}

TEST(TableCells, AFigureInTheWordsBehindAFigureIsNotLost) {
  EXPECT_EQ(first_cell("12(5)"), (Read{"12", "5"}));
}

TEST(TableCells, ARowThatEndsEarlyIsReadWhereTheSumsSayWhichCellIsGone) {
  auto read = cells(requests_with({"3", "0", "0", "1", "0", "16"}));
  EXPECT_EQ(read["requests.new.natural"], "lost");
  EXPECT_EQ(read["requests.new.business"], "3");
  EXPECT_EQ(read["requests.new.total"], "16");
}

TEST(TableCells, ARowThatEndsEarlyIsNeverReadByPosition) {
  for (const auto& [indicator, value] : cells(requests_with({"3", "0", "7", "1", "0", "4"}))) {
    if (indicator.starts_with("requests.new.")) {
      EXPECT_EQ(value, "?") << indicator;
    }
  }
}

TEST(TableCells, ANumberBehindTheLabelMayBeTheLines) {
  // Line numbers that ran into the labels: 12 is no figure of 规章.
  auto read =
      cells(recognise(from_grid({{"第二十条第（一）项", "", ""},
                                 {"信息内容", "本年制发件数", "本年废止件数", "现行有效件数"},
                                 {"规章12", "0", "1"},
                                 {"行政规范性文件", "3", "4", "5"},
                                 {"第二十条第（五）项", "", ""},
                                 {"信息内容", "本年处理决定数量"},
                                 {"行政许可", "6"},
                                 {"第二十条第（六）项", "", ""},
                                 {"信息内容", "本年处理决定数量"},
                                 {"行政处罚", "7"},
                                 {"行政强制", "8"}})));
  EXPECT_EQ(read["proactive.rules.issued"], "?");
  EXPECT_EQ(read["proactive.rules.repealed"], "?");
}

TEST(TableCells, ANumeralWithMoreWordsBehindItIsNoFigure) {
  auto read =
      cells(recognise(from_grid({{"第二十条第（一）项", "", ""},
                                 {"信息内容", "本年制发件数", "本年废止件数", "现行有效件数"},
                                 {"规章", "二十八", "〇", "二 十"},
                                 {"行政规范性文件", "3", "4", "5"},
                                 {"第二十条第（五）项", "", ""},
                                 {"信息内容", "本年处理决定数量"},
                                 {"行政许可", "6"},
                                 {"第二十条第（六）项", "", ""},
                                 {"信息内容", "本年处理决定数量"},
                                 {"行政处罚", "7"},
                                 {"行政强制", "8"}})));
  EXPECT_EQ(read["proactive.rules.issued"], "28");
  EXPECT_NE(read["proactive.rules.in_force"], "2");
}

}  // namespace
}  // namespace guifan
