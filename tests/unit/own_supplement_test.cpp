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
