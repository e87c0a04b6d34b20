// SPDX-License-Identifier: Apache-2.0
#include "recognise/prose/sentence_source.h"

#include <gtest/gtest.h>

namespace guifan::prose {
namespace {

Text text_of(const std::string& original) {
  Text text;
  text.original = original;
  text.runs.push_back({});
  return text;
}

TEST(SentenceSource, QuotesTheOriginalSentenceBySentence) {
  const Text text = text_of("  收到申請3件。 答複3件。");
  SentenceSource source(text, 2);
  EXPECT_EQ(source.quote(0), "收到申請3件");
  EXPECT_EQ(source.quote(1), "答複3件");
}

TEST(SentenceSource, QuotesTheWholeWhereTheSentencesDoNotMatch) {
  const Text text = text_of("收到申请3件。答复3件。");
  SentenceSource source(text, 3);
  EXPECT_EQ(source.quote(2), "收到申请3件。答复3件。");
}

}  // namespace
}  // namespace guifan::prose
