// SPDX-License-Identifier: Apache-2.0
#include "recognise/page/garbled_text.h"

#include <gtest/gtest.h>

namespace guifan {
namespace {

TEST(GarbledText, TextThatSlippedByAByte) {
  EXPECT_TRUE(is_garbled_utf8("2.媚炯煲吆筒煞バ砜傻慕峁\xEE\x8D\x9D"));
  EXPECT_TRUE(is_garbled_utf8("。ㄗ灾螀^")) << "a short slip shows by a sign that no report has";
  EXPECT_TRUE(is_garbled_utf8("ॖ핥크魣ॏ⸀Ⰰ㩧獧㵎潓뭥桔")) << "half a 16-bit unit";
}

TEST(GarbledText, RareNamesAreNotGarbled) {
  EXPECT_FALSE(is_garbled_utf8("王珏、欧阳璟、鞠懿、濮阳翀、闫嫣、逄颉、佘婕、隗鑫、昝翊、仝倩"));
  EXPECT_FALSE(
      is_garbled_utf8("芒硝、硼砂、萤石、膨润土、蛭石、珍珠岩、沸石、霞石、透辉石、夕线石"));
  EXPECT_FALSE(is_garbled_utf8("α射线、β射线和γ射线的检测结果按月公开"));
  EXPECT_FALSE(is_garbled_utf8("┌──────┬──────┐"));
  EXPECT_FALSE(is_garbled_utf8("\xEF\x81\xAC公开指南，\xEF\x81\xAC公开目录")) << "Word's bullets";
  EXPECT_FALSE(is_garbled_utf8("政府資訊公開工作年度報告"));
}

TEST(GarbledText, OneMessageForARunOfParagraphs) {
  SourceDocument document;
  const auto add = [&](const std::string& words) {
    Paragraph paragraph;
    paragraph.text.original = words;
    guifan::Run run;
    run.place.line = static_cast<std::uint32_t>(document.blocks.size() + 1);
    paragraph.text.runs.push_back(run);
    document.blocks.emplace_back(paragraph);
  };
  const std::string garbled = "媚炯煲吆筒煞バ砜傻慕峁\xEE\x8D\x9D";
  for (const std::string& words :
       {std::string("一、总体情况"), garbled, garbled, std::string("二、主动公开"), garbled})
    add(words);
  const auto found = find_garbled_text(document);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].id, "REC-005");
  EXPECT_EQ(found[0].arguments[0], "2");
  EXPECT_EQ(found[0].place.line, 2U);
  EXPECT_EQ(found[1].place.line, 5U);
}

}  // namespace
}  // namespace guifan
