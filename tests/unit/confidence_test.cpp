// SPDX-License-Identifier: Apache-2.0
#include "recognise/identity/confidence.h"

#include <gtest/gtest.h>

namespace guifan {
namespace {

TEST(Confidence, MoreSupportIsNeverLessSure) {
  double before = 0;
  for (int share = 1; share <= 100; ++share) {
    const double now = vote_confidence(share / 10.0, 10);
    EXPECT_GE(now, before) << share;
    before = now;
  }
  EXPECT_LE(before, 0.99) << "nothing is certain";
  EXPECT_GE(before, 0.95);
}

TEST(Confidence, AWeakVoteAloneIsHardlyEvidence) {
  EXPECT_LT(vote_confidence(1, 1), 0.3);
  EXPECT_EQ(vote_confidence(0, 0), 0);
  EXPECT_EQ(vote_confidence(0, 5), 0);
}

}  // namespace
}  // namespace guifan
