// SPDX-License-Identifier: Apache-2.0
#include "text/measure_words.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace guifan {
namespace {

TEST(MeasureWords, EachSaysWhatItMeans) {
  EXPECT_TRUE(has_role("件", MeasureRole::Case));
  EXPECT_TRUE(has_role("件", MeasureRole::Firm));
  EXPECT_FALSE(has_role("个", MeasureRole::Firm));  // 3个部门
  EXPECT_FALSE(has_role("元", MeasureRole::Whole));
  EXPECT_FALSE(has_role("申请", MeasureRole::Figure));
  EXPECT_FALSE(has_role("", MeasureRole::Figure));
}

TEST(MeasureWords, MoneyHasAPower) {
  EXPECT_EQ(money_power("元"), 0);
  EXPECT_EQ(money_power("万元"), 4);
  EXPECT_EQ(money_power("亿元"), 8);
  EXPECT_EQ(money_power("件"), std::nullopt);
}

TEST(MeasureWords, NoWordHidesALongerOneBehindIt) {
  for (const MeasureRole role : {MeasureRole::Figure, MeasureRole::Cell, MeasureRole::Case,
                                 MeasureRole::Whole, MeasureRole::Firm}) {
    const auto words = words_of_role(role);
    EXPECT_FALSE(words.empty());
    for (std::size_t i = 0; i < words.size(); ++i)
      for (std::size_t later = i + 1; later < words.size(); ++later)
        EXPECT_FALSE(words[later].starts_with(words[i])) << words[i] << " " << words[later];
  }
}

}  // namespace
}  // namespace guifan
