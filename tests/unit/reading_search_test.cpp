// SPDX-License-Identifier: Apache-2.0
// Where the sums of a table leave more combinations of readings than anybody can try.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "table_reading.h"

namespace guifan {
namespace {

using namespace test;

TEST(ReadingSearch, ItsLimitIsSaidAndWhatIsOpenStaysOpen) {
  // 1 and 11, or 11 and 1: each row adds up either way, and nine of the eighteen rows are of the
  // one kind, nobody knows which.
  constexpr std::array kResults = {"（一）予以公开",
                                   "（二）部分公开",
                                   "1.属于国家秘密",
                                   "2.其他法律行政法规禁止公开",
                                   "3.危及“三安全一稳定”",
                                   "4.保护第三方合法权益",
                                   "5.属于三类内部事务信息",
                                   "6.属于四类过程性信息",
                                   "7.属于行政执法案卷",
                                   "8.属于行政查询事项",
                                   "1.本机关不掌握相关政府信息",
                                   "2.没有现成信息需要另行制作",
                                   "3.补正后申请内容仍不明确",
                                   "1.信访举报投诉类申请",
                                   "2.重复申请",
                                   "3.要求提供公开出版物",
                                   "4.无正当理由大量反复申请",
                                   "5.要求行政机关确认或重新出具已获取信息"};
  std::string lines =
      "三、收到和处理政府信息公开申请情况\n申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n"
      "科研机构\n社会公益组织\n法律服务机构\n其他\n"
      "一、本年新收政府信息公开申请数量\n1081080000216\n"
      "二、上年结转政府信息公开申请数量\n0000000\n三、本年度办理结果\n";
  for (const char* result : kResults) lines += std::string(result) + "\n111000012\n";
  lines += "（七）总计\n1081080000216\n四、结转下年度继续办理\n0000000\n";
  const TableFindings findings = recognise(from_lines(lines));
  EXPECT_NE(std::ranges::find(findings.diagnostics, "REC-003", &Diagnostic::id),
            findings.diagnostics.end());
  const auto found = cells(findings);
  EXPECT_EQ(found.at("requests.granted.natural"), "?");
  EXPECT_EQ(found.at("requests.new.total"), "216");
}

TEST(ReadingSearch, ASumWithATermThatCannotBeReadChoosesNothing) {
  // 8 and 189, or 81 and 89: the replies do not add up as printed, and what was refused (0—4 runs
  // into the next number) is unknown, so that any greater total would do.
  const auto found = cells(recognise(from_lines(
      "政府信息公开情况统计表指标名称计量单位本年度历年累计主动公开文件数条--"
      "其中：1、政府网站公开数条002、"
      "政府公报公开数条00受理依申请公开信息总数条22其中：1、当面申请数条0-"
      "2、网上申请数条223、信函、"
      "传真申请数条00对申请的答复总数条8189其中：1、同意公开答复数条882、同意部分公开答复数条003、"
      "不予公开答复数条0—4、其他类型答复数条1181政府信息公开收费减免金额元—/"
      "接受行政诉讼、举报数件03"
      "行政复议数件04行政诉讼数件115564\n")));
  EXPECT_EQ(found.at("replied"), "?");
  EXPECT_EQ(found.at("replied.granted"), "8");
}

}  // namespace
}  // namespace guifan
