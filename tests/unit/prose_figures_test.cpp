// SPDX-License-Identifier: Apache-2.0
// What comes with a figure that a sentence states: quote, place, tokens, scope, whose it is.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "prose_reading.h"

namespace guifan {
namespace {

TEST(ProseFigures, CarryQuotePlaceAndOneTokenForEachNumber) {
  const auto findings = test::read_prose("全年工作有序。不予处理0件,予以公开 4 件!", 2016);
  ASSERT_EQ(findings.tokens.size(), 2u);
  EXPECT_EQ(findings.tokens[0].text, "0");
  std::size_t zeros = 0;
  for (const Figure& figure : findings.figures) {
    EXPECT_EQ(figure.quote, "不予处理0件,予以公开 4 件");
    EXPECT_EQ(figure.place.line, 2u);
    EXPECT_EQ(figure.evidence, Evidence::Prose);
    ASSERT_EQ(figure.tokens.size(), 1u);
    zeros += figure.tokens.front() == 0;
  }
  EXPECT_EQ(zeros, 6u);  // the group and its five rows share one printed number
}

TEST(ProseFigures, ACountOfMoreThanACellAsksForIsKeptWithoutOne) {
  for (const char* text : {"全年收到政府信息公开申请41件,含上年结转4件。",
                           "全年收到政府信息公开申请41件。其中包括上年结转4件。"}) {
    const auto findings = test::read_prose(text, 2016);
    const auto wider = std::ranges::find(findings.figures, "ind.wider_count", &Figure::indicator);
    ASSERT_NE(wider, findings.figures.end()) << text;
    EXPECT_EQ(wider->value, "41");
    EXPECT_EQ(wider->tokens.size(), 1u);
    EXPECT_EQ(std::ranges::count(findings.figures, "requests.new.total", &Figure::indicator), 0);
  }
}

TEST(ProseFigures, QuoteKeepsTheOriginalScript) {
  const auto findings =
      test::read_prose("全年工作有序。本機關２０１６年收到政府信息公開申請１２件。", 2016);
  ASSERT_EQ(findings.figures.size(), 1u);
  EXPECT_EQ(findings.figures[0].quote, "本機關２０１６年收到政府信息公開申請１２件");
  EXPECT_EQ(findings.figures[0].value, "12");
  EXPECT_EQ(findings.figures[0].unit, "件");
  EXPECT_FALSE(findings.figures[0].zero_statement);
  EXPECT_EQ(findings.figures[0].scope, Scope::OwnBody);
}

TEST(ProseFigures, DoubtfulZeroSaysSo) {
  const auto findings = test::read_prose("2016年没有依申请公开的政府信息。", 2016);
  ASSERT_EQ(findings.figures.size(), 1u);
  EXPECT_EQ(findings.figures[0].caveat, "low-confidence");
  EXPECT_TRUE(findings.figures[0].zero_statement);
  EXPECT_TRUE(findings.figures[0].tokens.empty());
}

TEST(ProseFigures, ContradictingStatementsBothStand) {
  const auto findings =
      test::read_prose("全市共收到政府信息公开申请9件。\n本机关收到政府信息公开申请4件。", 2016);
  ASSERT_EQ(findings.figures.size(), 2u);
  EXPECT_EQ(findings.figures[0].scope, Scope::WholeArea);
  EXPECT_EQ(findings.figures[1].scope, Scope::OwnBody);
}

TEST(ProseFigures, TheFirstReportsYearBeginsInMay) {
  const char* since = "自2008年5月1日条例实施以来,我局共收到政府信息公开申请9件。";
  EXPECT_EQ(test::stated(test::read_prose(since, 2008)),
            std::vector<std::string>{"requests.new.total=9"});
  EXPECT_EQ(test::stated(test::read_prose(since, 2009)), std::vector<std::string>{});
  const char* until = "2008年5月1日至12月31日,我局共收到政府信息公开申请9件。";
  EXPECT_EQ(test::stated(test::read_prose(until, 2008)),
            std::vector<std::string>{"requests.new.total=9"});
  EXPECT_EQ(test::stated(test::read_prose("2008年5月1日至6月30日,收到政府信息公开申请9件。", 2008)),
            std::vector<std::string>{});
}

TEST(ProseFigures, AnotherBodysCountIsNotTheReports) {
  struct Case {
    const char *text, *organisation, *expected;
  };
  const Case cases[] = {
      {"县教育局收到政府信息公开申请3件。", "云溪县人民政府", ""},
      {"县教育局收到政府信息公开申请3件。", "云溪县教育局", "requests.new.total=3"},
      {"2016年,市人社局共收到政府信息公开申请3件。", "云溪市人力资源和社会保障局",
       "requests.new.total=3"},
      {"2016年柳荫街道办事处未收到政府信息公开申请。", "柳荫街道", "requests.new.total=0"},
      {"柳荫镇未收到政府信息公开申请。", "云溪县人民政府", ""},
      {"县公安局被申请行政复议2件。", "云溪县", ""},
      {"各镇、县直各部门共收到政府信息公开申请3件。", "云溪县", "requests.new.total=3"},
      {"县教育局收到政府信息公开申请3件。", "", "requests.new.total=3"},
      {"县政府办公室收到政府信息公开申请3件。", "云溪县教育局", ""},
      {"县政府信息公开办收到政府信息公开申请3件。", "云溪县柳荫镇人民政府", ""},
      {"县政府办公室收到政府信息公开申请3件。", "云溪县人民政府", "requests.new.total=3"},
      {"下属事业单位收到政府信息公开申请3件。", "云溪县教育局", ""},
      {"全县共收到政府信息公开申请3件。", "云溪县教育局", ""},
      {"全县共收到政府信息公开申请3件。", "云溪县柳荫镇人民政府", ""},
      {"全县共收到政府信息公开申请3件。", "云溪县人民政府", "requests.new.total=3"},
      {"全区共收到政府信息公开申请3件。", "云溪新区管委会", "requests.new.total=3"},
      {"全县未收到政府信息公开申请。", "云溪县教育局", "requests.new.total=0"},
      {"全市共收到政府信息公开申请3件。", "云溪新区管委会", ""},
      {"全系统共收到政府信息公开申请3件。", "云溪县教育局", ""},
      {"全县教育系统共收到政府信息公开申请3件。", "云溪县教育局", ""},
      {"局属各学校未收到政府信息公开申请。", "云溪县教育局", ""},
      {"我局及局属单位未收到政府信息公开申请。", "云溪县教育局", "requests.new.total=0"},
      {"各县(市、区)财政局收到政府信息公开申请3件。", "云溪市财政局", ""},
      {"各县(市、区)、市直各部门共收到政府信息公开申请3件。", "云溪市人民政府",
       "requests.new.total=3"},
      {"按照全县统一部署,我局收到政府信息公开申请3件。", "云溪县教育局", "requests.new.total=3"},
  };
  for (const Case& c : cases) {
    const auto found = test::stated(test::read_prose(c.text, 2016, "二、情况", c.organisation));
    const std::vector<std::string> expected =
        *c.expected == 0 ? std::vector<std::string>{} : std::vector<std::string>{c.expected};
    EXPECT_EQ(found, expected) << c.text << " in the report of " << c.organisation;
  }
}

TEST(ProseFigures, PartsAndDocumentsAreNoEvidence) {
  const auto findings = test::read_prose(
      "在线咨询820件。公开重要工作会议22条。同意公开3件、已主动公开2件。投诉咨询31件。", 2016);
  for (const Figure& figure : findings.figures) EXPECT_FALSE(figure.indicator.starts_with("ind."));
}

TEST(ProseFigures, NumbersWithoutACellAreKeptAsEvidence) {
  const auto findings = test::read_prose(
      "主动公开政府信息138条,其中网站公开120条。共组织了8次听证会。收取信息处理费400元。", 2016);
  std::vector<std::string> found;
  for (const Figure& figure : findings.figures) {
    found.push_back(figure.indicator + "=" + figure.value + figure.unit);
  }
  EXPECT_EQ(found, (std::vector<std::string>{"ind.proactive_total=138条", "ind.hearings=8次",
                                             "ind.fee_processing=400元"}));
}

TEST(ProseFigures, OneLongSentenceTakesLinearTime) {
  std::string text;
  while (text.size() < 400'000) text += "收到有关政府信息公开的申请和行政复议、诉讼";
  EXPECT_TRUE(test::read_prose(text, 2016).figures.empty());
}

TEST(ProseFigures, SkippedAndRemovedBlocksAreNotRead) {
  SourceDocument document;
  for (int i = 0; i < 3; ++i) {
    Paragraph paragraph;
    paragraph.text.original = "收到政府信息公开申请3件。";
    paragraph.text.runs = {{0, {}}};
    document.blocks.emplace_back(paragraph);
  }
  normalise(document);
  ChapterPlan plan;
  plan.chapter_of_block = {3, 0, 3};
  plan.heading_level = {0, 0, 0};
  const auto findings =
      recognise_prose(document, plan, {}, {true, false, false}, shipped_layouts());
  EXPECT_EQ(findings.figures.size(), 1u);
}

}  // namespace
}  // namespace guifan
