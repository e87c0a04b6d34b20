// SPDX-License-Identifier: Apache-2.0
// Approximate figures fill no cell, and that is said where an exact one would have.
#include <gtest/gtest.h>

#include "prose_reading.h"

namespace guifan {
namespace {

using Said = std::vector<std::string>;

/// "WORDS CELLS" of each PRO-001.
Said said(const std::string& text) {
  Said all;
  for (const Diagnostic& diagnostic : test::read_prose(text, 2016).diagnostics) {
    if (diagnostic.id != "PRO-001") continue;
    std::string words = diagnostic.arguments.at(0);
    for (const std::string& cell : diagnostic.cells) words += " " + cell;
    all.push_back(words);
  }
  return all;
}

TEST(ProseHedges, ApproximateFiguresAreNamedWithTheirCell) {
  const std::vector<std::pair<const char*, Said>> sentences{
      {"2016年,本机关共收到政府信息公开申请约20件。", {"约20件 requests.new.total"}},
      {"全年收到政府信息公开申请20余件。", {"20余件 requests.new.total"}},
      {"全年收到政府信息公开申请近20件,办结18件。", {"近20件 requests.new.total"}},
      {"全年收到政府信息公开申请30多件。", {"30多件 requests.new.total"}},
      {"全年收到政府信息公开申请30件以上。", {"30件以上 requests.new.total"}},
      {"全年收到政府信息公开申请30件左右。", {"30件左右 requests.new.total"}},
      {"全市收到政府信息公开申请3.2万件。", {"3.2万件 requests.new.total"}},
      {"全市收到政府信息公开申请1万余件。", {"1万余件 requests.new.total"}},
  };
  for (const auto& [sentence, expected] : sentences) {
    EXPECT_EQ(said(sentence), expected) << sentence;
    for (const std::string& figure : test::stated(test::read_prose(sentence, 2016)))
      EXPECT_EQ(figure.find("requests.new.total"), std::string::npos) << sentence;
  }
}

TEST(ProseHedges, OtherFiguresAreNot) {
  for (const char* sentence : {"全年收到政府信息公开申请20件。",      // exact
                               "主动公开政府信息500余条。",           // no cell asks for it
                               "去年收到政府信息公开申请约20件。",    // another year
                               "办结率近100%,共召开会议10余次。",     // nothing of the template
                               "政府信息公开申请比上年增加约20件。",  // a difference
                               "2016年\uFFFD收到政府信息公开申请约20件。"})  // not readable
    EXPECT_EQ(said(sentence), Said{}) << sentence;
}

TEST(ProseHedges, TheSentenceAndItsPlaceAreGiven) {
  const auto findings = test::read_prose("一句话。\n其中予以公开10多件,部分公开3件左右。", 2016);
  for (const Diagnostic& diagnostic : findings.diagnostics) EXPECT_EQ(diagnostic.place.line, 3U);
  const auto whole =
      test::read_prose("一句话。\n2016年收到政府信息公开申请约20件。", 2016).diagnostics;
  ASSERT_EQ(whole.size(), 1U);
  EXPECT_EQ(whole[0].place.line, 3U);
  EXPECT_EQ(whole[0].arguments.at(1), "2016年收到政府信息公开申请约20件");
  EXPECT_EQ(whole[0].severity, Severity::Note);
}

}  // namespace
}  // namespace guifan
