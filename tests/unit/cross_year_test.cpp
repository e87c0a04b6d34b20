// SPDX-License-Identifier: Apache-2.0
#include "guifan/cross_year.h"

#include <gtest/gtest.h>

#include <array>

#include "check/rounding.h"
#include "shipped_layouts.h"

namespace guifan {
namespace {

using Cells = std::map<std::string, std::string>;

YearReport report(int year, const Cells& cells, const std::string& layout = "standard-2021") {
  YearReport report{std::to_string(year) + ".html", "云溪县", year, {}};
  for (const auto& [id, value] : cells) {
    YearReport::Value& cell = report.values[layout][id];
    cell.value = value;
    cell.place.line = 7;
  }
  return report;
}

/// "REPORT ID arguments" of each finding.
std::vector<std::string> findings(std::vector<YearReport> reports) {
  std::vector<std::string> found;
  for (const CrossYearFinding& finding : check_across_years(reports, shipped_layouts())) {
    std::string text = std::to_string(finding.report) + " " + finding.diagnostic.id;
    for (const std::string& argument : finding.diagnostic.arguments) text += " " + argument;
    found.push_back(text);
  }
  return found;
}

using Found = std::vector<std::string>;

TEST(AcrossYears, UnknownTermsAreNotCompared) {
  EXPECT_EQ(findings({report(2021, {}), report(2022, {{"requests.carried_in.total", "3"}})}),
            Found{});
  EXPECT_EQ(findings({report(2021, {{"proactive.rules.in_force", "9"}}),
                      report(2022, {{"proactive.rules.in_force", "7"},
                                    {"proactive.rules.issued", "0"}})}),
            Found{})
      << "how many were repealed is unknown";
}

TEST(AcrossYears, CumulativeFiguresGrowByTheYearsFigure) {
  const auto before = report(2010, {{"received.cumulative", "12"}}, "fujian-2009");
  const auto good = report(2011, {{"received", "7"}, {"received.cumulative", "19"}}, "fujian-2009");
  EXPECT_EQ(findings({before, good}), Found{});
  const auto bad = report(2011, {{"received", "7"}, {"received.cumulative", "18"}}, "fujian-2009");
  const auto found = findings({before, bad});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].starts_with("1 CHK-015 ")) << found[0];
  EXPECT_TRUE(found[0].ends_with(" 18 19 2010.html:7")) << found[0];
  EXPECT_EQ(check_across_years(std::array{before, bad}, shipped_layouts())[0].diagnostic.severity,
            Severity::Note);
}

TEST(AcrossYears, ItemsOfTheFormOf2019FollowOneAnother) {
  const auto before = report(
      2019,
      {{"proactive.licences.items_last_year", "39"}, {"proactive.licences.items_change", "-4"}},
      "standard-2019");
  EXPECT_EQ(findings({before, report(2020, {{"proactive.licences.items_last_year", "35"}},
                                     "standard-2019")}),
            Found{});
  EXPECT_EQ(findings({before, report(2020, {{"proactive.licences.items_last_year", "39"}},
                                     "standard-2019")})
                .size(),
            1U);
}

TEST(AcrossYears, JumpsNeedSizeAndADecade) {
  const auto jump = [](const std::string& before, const std::string& now) {
    return findings({report(2021, {{"requests.new.total", before}}),
                     report(2022, {{"requests.new.total", now}})})
        .size();
  };
  EXPECT_EQ(jump("3", "99"), 0U) << "too small to tell";
  EXPECT_EQ(jump("10", "100"), 1U);
  EXPECT_EQ(jump("11", "100"), 0U);
  EXPECT_EQ(jump("100", "10"), 1U) << "downwards too";
  EXPECT_EQ(jump("0", "5000"), 0U) << "a beginning";
  EXPECT_EQ(findings({report(2021, {{"requests.granted.total", "10"}}),
                      report(2022, {{"requests.granted.total", "900"}})})
                .size(),
            0U)
      << "a part: its total tells";
}

TEST(AcrossYears, ManyBodiesAreSaidOnce) {
  std::vector<YearReport> reports;
  for (const char* body : {"甲县", "乙县", "丙县", "丁县"}) {
    reports.push_back(report(2021, {}));
    reports.back().organisation = body;
  }
  EXPECT_EQ(findings(reports), (Found{"1 CHK-017 4 甲县、乙县、丙县…"}));
  EXPECT_EQ(findings({reports[0]}), Found{}) << "one report has no other to compare with";
}

TEST(AcrossYears, NamesOfOneBody) {
  EXPECT_EQ(body_key("耒阳市"), body_key("耒阳市人民政府"));
  EXPECT_EQ(body_key("湖南省耒阳市水务局"), body_key("耒阳市水务局"));
  EXPECT_NE(body_key("耒阳市人民政府"), body_key("耒阳市人民政府办公室"));
  EXPECT_NE(body_key("湖南省水利厅"), body_key("湖北省水利厅"));
  EXPECT_NE(body_key("江苏省市场监督管理局"), body_key("浙江省市场监督管理局"));
}

TEST(Rounding, HalfTheLastDigitOfEachTerm) {
  using Terms = std::vector<std::string>;
  EXPECT_TRUE(explained_by_rounding("0.01", Terms({"10.5", "4.24", "6.25"})));
  EXPECT_TRUE(explained_by_rounding("-0.06", Terms({"10.5", "4.24", "6.25"})));
  EXPECT_FALSE(explained_by_rounding("0.07", Terms({"10.5", "4.24", "6.25"})));
  EXPECT_FALSE(explained_by_rounding("1", Terms({"9", "3", "5"}))) << "things are counted";
}

}  // namespace
}  // namespace guifan
