// SPDX-License-Identifier: Apache-2.0
// Every example and counter-example of formats/prose.xml, and the loader's answers to broken files.
#include <gtest/gtest.h>

#include <fstream>

#include "prose_reading.h"

namespace guifan {
namespace {

using test::read_prose;
using test::stated;

TEST(ProseRules, ShippedFileLoads) {
  for (const Diagnostic& diagnostic : shipped_layouts().diagnostics()) {
    ADD_FAILURE() << message_text(diagnostic, Language::English);
  }
  ASSERT_NE(shipped_layouts().prose(), nullptr);
  EXPECT_GT(shipped_layouts().prose()->rules.size(), 10u);
}

TEST(ProseRules, ExamplesOfTheFile) {
  ASSERT_NE(shipped_layouts().prose(), nullptr);
  for (const prose::Rule& rule : shipped_layouts().prose()->rules) {
    for (const prose::RuleExample& example : rule.examples) {
      std::vector<std::string> expected;
      for (const auto& [indicator, value] : example.expect) {
        expected.push_back(indicator + "=" + value);
      }
      std::sort(expected.begin(), expected.end());
      const auto findings = example.heading.empty()
                                ? read_prose(example.text, example.year)
                                : read_prose(example.text, example.year, example.heading);
      EXPECT_EQ(stated(findings), expected)
          << "prose.xml:" << example.line << " rule " << rule.id << ": " << example.text;
    }
  }
}

class ProseLoader : public testing::Test {
 protected:
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() /
      ("guifan-prose-" +
       std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));

  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Result<ProseRules> load(const std::string& words, const std::string& pattern) {
    std::ofstream(folder_ / "prose.xml")
        << "<prose>\n<counters>件</counters>\n<siblings>a b</siblings>\n"
        << words
        << "\n<topic id=\"review\" indicator=\"review.total\" classes=\"review\" rank=\"1\"/>\n"
        << "<rule id=\"r\" kind=\"count\" counters=\"件\">\n<pattern>" << pattern
        << "</pattern>\n<example>无</example></rule>\n</prose>\n";
    return load_prose_rules(folder_ / "prose.xml", std::string(GUIFAN_SOURCE_DIR) + "/formats");
  }
};

TEST_F(ProseLoader, ReadsASmallFile) {
  const auto rules = load("<words class=\"review\">(行政|)复议</words>", "@review #");
  ASSERT_TRUE(rules) << rules.error().message;
  EXPECT_EQ(rules->vocabulary.size, 2u);
}

TEST_F(ProseLoader, NamesTheLineOfAnUnknownClass) {
  const auto rules = load("<words class=\"review\">复议</words>", "nothing #");
  ASSERT_FALSE(rules);
  EXPECT_EQ(rules.error().id, "LAY-005");
  EXPECT_NE(rules.error().message.find("prose.xml:7"), std::string::npos) << rules.error().message;
}

TEST_F(ProseLoader, RefusesAnOpenGroupAndADoubleMeaning) {
  EXPECT_FALSE(load("<words class=\"review\">(行政|复议</words>", "@review #"));
  EXPECT_FALSE(
      load("<words class=\"review\" indicator=\"a\">复议</words>"
           "<words class=\"review\" indicator=\"b\">复议</words>",
           "@review #"));
}

TEST_F(ProseLoader, RefusesWhatTheGrammarDoesNotKnow) {
  const auto rules = load("<words klass=\"review\">复议</words>", "@review #");
  ASSERT_FALSE(rules);
  EXPECT_EQ(rules.error().id, "LAY-004");
}

}  // namespace
}  // namespace guifan
