// SPDX-License-Identifier: Apache-2.0
// Texts painted through clips of one width, each text one character.
#include "clip_columns.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace guifan::pdf::testing {
namespace {

class ClipColumnsTest : public ::testing::Test {
 protected:
  /// A text through a clip of its own.
  void add(double left, double right, double width) {
    page_.clips.push_back({left, 0, right, 20});
    add_to(static_cast<std::uint32_t>(page_.clips.size() - 1), width);
  }

  void add_to(std::uint32_t clip, double width) {
    Character c;
    c.clip = clip;
    page_.characters.push_back(c);
    widths_.push_back(width);
  }

  ClipColumns columns() {
    words_.clear();
    std::vector<Part> parts(widths_.size());
    for (std::size_t i = 0; i < widths_.size(); ++i) words_.push_back({i, i + 1, {}});
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      parts[i].words = std::span(words_).subspan(i, 1);
      parts[i].box = {0, 0, widths_[i], 10};
    }
    return {parts, page_};
  }

  /// The same by looking at everything.
  bool looked_up(std::uint32_t clip, double width) const {
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const std::uint32_t other = page_.characters[i].clip;
      if (other != clip && widths_[i] < width &&
          std::abs(page_.clips[other].left - page_.clips[clip].left) <= 0.5 &&
          std::abs(page_.clips[other].right - page_.clips[clip].right) <= 0.5)
        return true;
    }
    return false;
  }

  PageContent page_;
  std::vector<Word> words_;
  std::vector<double> widths_;
};

TEST_F(ClipColumnsTest, AsksForAnotherClipWithBothEdges) {
  add(100, 140, 30);
  add(100.25, 140, 20);
  add(100, 180, 10);
  EXPECT_TRUE(columns().has_narrower(0, 30));
  EXPECT_FALSE(columns().has_narrower(0, 20));
  EXPECT_FALSE(columns().has_narrower(1, 25));
  EXPECT_FALSE(columns().has_narrower(2, 100));
}

TEST_F(ClipColumnsTest, DoesNotCountTheClipsOwnTexts) {
  add(100, 140, 30);
  add_to(0, 5);
  EXPECT_FALSE(columns().has_narrower(0, 30));
  add(100, 140, 28);
  EXPECT_TRUE(columns().has_narrower(0, 30));
  EXPECT_FALSE(columns().has_narrower(0, 28));
  EXPECT_TRUE(columns().has_narrower(2, 6));
}

TEST_F(ClipColumnsTest, FindsWhatLookingAtEverythingFinds) {
  std::mt19937 random(11);
  const auto draw = [&](unsigned steps) { return static_cast<double>(random() % steps); };
  for (int i = 0; i < 300; ++i) {
    const double left = draw(40) / 4 - 5;  // on both sides of zero, steps of a quarter
    add(left, left + 20 + draw(12) / 4, 5 + draw(100));
    if (i % 3 == 0) add_to(static_cast<std::uint32_t>(random() % page_.clips.size()), draw(100));
  }
  const ClipColumns found = columns();
  for (std::uint32_t clip = 0; clip < page_.clips.size(); ++clip)
    for (double width = 1; width < 60; width += 3)
      EXPECT_EQ(found.has_narrower(clip, width), looked_up(clip, width)) << clip << ' ' << width;
}

}  // namespace
}  // namespace guifan::pdf::testing
