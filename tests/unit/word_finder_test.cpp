// SPDX-License-Identifier: Apache-2.0
#include "text/word_finder.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace guifan {
namespace {

std::vector<std::string_view> all_in(const WordFinder& finder, std::string_view text) {
  std::vector<std::string_view> found;
  finder.find(text, [&](std::string_view word) {
    found.push_back(word);
    return true;
  });
  return found;
}

TEST(WordFinder, FindsEachWordWhereverItStands) {
  const WordFinder finder({"季度", "上半年", "XX年"});
  EXPECT_EQ(all_in(finder, "2015年上半年和第三季度，季度"),
            (std::vector<std::string_view>{"上半年", "季度", "季度"}));
  EXPECT_EQ(all_in(finder, "某局XX年报告"), (std::vector<std::string_view>{"XX年"}));
  EXPECT_TRUE(finder.any("季度"));
}

TEST(WordFinder, FindsWordsThatOverlapAndThatBeginAlike) {
  const WordFinder finder({"申请总数", "申请", "总数"});
  EXPECT_EQ(all_in(finder, "申请总数"),
            (std::vector<std::string_view>{"申请总数", "申请", "总数"}));
}

TEST(WordFinder, StopsWhenToldTo) {
  const WordFinder finder({"季度", "月报"});
  std::size_t calls = 0;
  finder.find("季度月报", [&](std::string_view) { return ++calls < 1; });
  EXPECT_EQ(calls, 1u);
}

TEST(WordFinder, FindsNothingInWhatIsShortOrCut) {
  const WordFinder finder({"季度"});
  EXPECT_FALSE(finder.any(""));
  EXPECT_FALSE(finder.any("季"));
  EXPECT_FALSE(finder.any(std::string_view("季度").substr(0, 5)));
  EXPECT_FALSE(WordFinder({}).any("季度"));
}

}  // namespace
}  // namespace guifan
