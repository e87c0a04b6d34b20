// SPDX-License-Identifier: Apache-2.0
#include "recognise/tables/own_supplement.h"

#include <gtest/gtest.h>

#include "table_reading.h"

namespace guifan {
namespace {

SourceDocument with_table(const std::vector<std::vector<std::string>>& rows) {
  SourceDocument document = test::from_grid(rows);
  normalise(document);
  return document;
}

TEST(OwnSupplement, BecomesResidueAgain) {
  SourceDocument document =
      with_table({{"指标", "单位", "数值", "原文位置", "说明"},
                  {"网上咨询数", "人次", "3557", "第140行", "模板中没有对应项目"},
                  {"申请总数", "", "41", "第141行", "未能识别的表行"}});
  TableFindings findings;
  take_own_supplement(document, findings);
  EXPECT_TRUE(document.blocks.empty());
  ASSERT_EQ(findings.residue.size(), 2u);
  EXPECT_EQ(findings.residue[0].label, "网上咨询数");
  EXPECT_EQ(findings.residue[0].unit, "人次");
  EXPECT_EQ(findings.residue[0].value, "3557");
  EXPECT_EQ(findings.residue[1].unit, "");
  EXPECT_EQ(findings.residue[1].reason, "carried-over");
}

// In plain text a line with a long label is no row of a table, and an empty unit is a gap.
TEST(OwnSupplement, LinesOfPlainTextBecomeResidueAgain) {
  SourceDocument document = test::from_lines(
      "补充表：原报告中未列入模板的数据\n"
      "指标      单位  数值  原文位置  说明\n"
      "三、依申请公开情况/（一）收到申请数/1.当面申请数  件    0     第138行   模板中没有对应项目\n"
      "申请总数          41    第141行   未能识别的表行");
  Table rest;
  rest.rows = 2;
  rest.columns = 5;
  rest.place.line = 5;
  const std::string texts[] = {"专职人员", "名", "6", "第10行", "模板中没有对应项目",
                               "专题会议", "次", "8", "第11行", "模板中没有对应项目"};
  for (std::uint32_t i = 0; i < 10; ++i) {
    TableCell cell;
    cell.row = i / 5;
    cell.column = i % 5;
    cell.text.original = texts[i];
    rest.cells.push_back(cell);
  }
  document.blocks.emplace_back(rest);
  document.blocks.emplace_back(Paragraph{});
  normalise(document);
  TableFindings findings;
  take_own_supplement(document, findings);
  EXPECT_EQ(document.blocks.size(), 2u);  // the title above, the paragraph below
  ASSERT_EQ(findings.residue.size(), 4u);
  EXPECT_EQ(findings.residue[0].label, "三、依申请公开情况/（一）收到申请数/1.当面申请数");
  EXPECT_EQ(findings.residue[0].unit, "件");
  EXPECT_EQ(findings.residue[1].value, "41");
  EXPECT_EQ(findings.residue[1].unit, "");
  EXPECT_EQ(findings.residue[3].label, "专题会议");
  EXPECT_EQ(findings.residue[3].value, "8");
}

TEST(OwnSupplement, OtherTablesStay) {
  SourceDocument document =
      with_table({{"指标", "单位", "数值", "备注", "说明"}, {"总数", "件", "4", "", ""}});
  TableFindings findings;
  take_own_supplement(document, findings);
  EXPECT_EQ(document.blocks.size(), 1u);
  EXPECT_TRUE(findings.residue.empty());
}

}  // namespace
}  // namespace guifan
