// SPDX-License-Identifier: Apache-2.0
// Numbers among the lines of a table that are none of its figures.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "table_reading.h"

namespace guifan {
namespace {

using namespace test;

/// Table two of 2019, one cell a line; `rules` are the lines under 规章.
std::string rules_of_2019(std::string_view rules, std::string_view before_content = "") {
  return "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\n本年新制作数量\n本年新公开数量\n"
         "对外公开总数量\n规章\n" +
         std::string(rules) + "规范性文件\n5\n11\n35\n第二十条第（五）项\n" +
         std::string(before_content) +
         "信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n行政许可\n0\n0\n3\n";
}

TEST(TableLines, APageNumberSeenBetweenLabelsMayStandInARowToo) {
  // 59 may be 5 and 9, and 7 the number of the page.
  auto read = cells(recognise(from_lines(rules_of_2019("0\n59\n7\n", "7\n"))));
  EXPECT_EQ(read["proactive.rules.published_total"], "?");
  read = cells(recognise(from_lines(rules_of_2019("0\n59\n7\n"))));
  EXPECT_EQ(read["proactive.rules.published_total"], "7");
  read = cells(recognise(from_lines(rules_of_2019("0\n5\n7\n", "7\n"))));
  EXPECT_EQ(read["proactive.rules.published_total"], "7");
}

/// Row one of table three, one cell a line.
std::string refusals_for_secrets(std::string_view figures) {
  return "三、收到和处理政府信息公开申请情况\n申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n"
         "科研机构\n"
         "社会公益组织\n法律服务机构\n其他\n（三）不予公开\n1.属于国家秘密\n" +
         std::string(figures) +
         "2.其他法律行政法规禁止公开\n0\n0\n0\n0\n0\n0\n0\n"
         "3.危及“三安全一稳定”\n0\n0\n0\n0\n0\n0\n0\n";
}

TEST(TableLines, AMinusSignMayBeTheDashOfTheCellBefore) {
  // A dash glued to 5, and the number of a page at the end: - 5 2 / - 0 7.
  auto read = cells(recognise(from_lines(refusals_for_secrets("-5\n2\n/\n-\n0\n7\n7\n"))));
  EXPECT_EQ(read["requests.refused.state_secret.other_org"], "?");
  EXPECT_EQ(read["requests.refused.state_secret.natural"], "?");
}

}  // namespace
}  // namespace guifan
