// SPDX-License-Identifier: Apache-2.0
// Two reports in one file: one of them fills cells, and nothing of the other is lost.
#include "recognise/identity/report_parts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "guifan/convert.h"
#include "table_reading.h"

namespace guifan {
namespace {

using namespace test;

std::string report_of(const std::string& title, const std::string& granted) {
  return title + "政府信息公开工作年度报告\n一、总体情况\n本机关组织学习2次。\n" +
         "二、主动公开政府信息情况\n及时发布各类信息。\n三、收到和处理政府信息公开申请情况\n" +
         "申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n"
         "法律服务机构\n其他\n一、本年新收政府信息公开申请数量\n" +
         granted + "\n0\n0\n0\n0\n0\n" + granted + "\n二、上年结转政府信息公开申请数量\n" +
         "0\n0\n0\n0\n0\n0\n0\n三、本年度办理结果\n（一）予以公开\n" + granted +
         "\n0\n0\n0\n0\n0\n" + granted + "\n四、因政府信息公开引发行政复议、行政诉讼情况\n" +
         "全年未发生行政复议。\n五、存在的主要问题及改进情况\n公开深度不够。\n";
}

SourceDocument normalised(const std::string& lines) {
  SourceDocument document = from_lines(lines);
  normalise(document);
  return document;
}

StandardReport converted(SourceDocument document, Report& report) {
  report = *guifan::recognise(document, shipped_layouts());
  return *convert(document, report, shipped_layouts(), {"standard-2021", false});
}

TEST(ReportParts, TheFirstOfTwoReportsFillsCellsAndTheOtherIsKept) {
  Report report;
  const StandardReport standard = converted(
      from_lines(report_of("松阳县人民政府2022年", "16") + report_of("松阳县人民政府2021年", "29")),
      report);
  EXPECT_EQ(report.identity.year.value, "2022");
  EXPECT_EQ(standard.find("requests.new.total")->value, "16");
  EXPECT_EQ(standard.find("requests.granted.total")->value, "16");
  EXPECT_TRUE(std::ranges::any_of(standard.residue, [](const Residue& entry) {
    return entry.value == "29" && entry.reason == "other-report";
  }));
  EXPECT_TRUE(std::ranges::any_of(standard.diagnostics,
                                  [](const Diagnostic& one) { return one.id == "REC-009"; }));
  const auto& last = report.chapters.back().blocks;
  EXPECT_TRUE(std::ranges::any_of(last, [](const ReportBlock& block) {
    return block.text.find("2021年政府信息公开") != std::string::npos;
  }));
}

TEST(ReportParts, AnotherBodysReportOfTheSameYearIsAnotherReport) {
  Report report;
  const StandardReport standard =
      converted(from_lines(report_of("松阳县人民政府2022年", "16") +
                           report_of("松阳县白塔镇人民政府2022年", "3")),
                report);
  EXPECT_EQ(report.identity.organisation.value, "松阳县人民政府");
  EXPECT_EQ(standard.find("requests.new.total")->value, "16");
}

TEST(ReportParts, ThePagesOwnTitleNamesTheReport) {
  SourceDocument document =
      from_lines(report_of("松阳县人民政府2022年", "16") + report_of("松阳县人民政府2021年", "29"));
  document.title = "松阳县人民政府2021年政府信息公开工作年度报告";
  Report report;
  const StandardReport standard = converted(std::move(document), report);
  EXPECT_EQ(report.identity.year.value, "2021");
  EXPECT_EQ(standard.find("requests.new.total")->value, "29");
}

TEST(ReportParts, ALinkToLastYearsReportIsNoReport) {
  const std::string report = report_of("松阳县人民政府2022年", "16");
  EXPECT_FALSE(own_report(normalised(report)));
  EXPECT_FALSE(own_report(normalised(report + "松阳县人民政府2021年政府信息公开工作年度报告\n")));
  EXPECT_FALSE(own_report(normalised("松阳县人民政府2022年政府信息公开工作年度报告\n" + report)));
}

}  // namespace
}  // namespace guifan
