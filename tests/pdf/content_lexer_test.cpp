// SPDX-License-Identifier: Apache-2.0
#include "content_lexer.h"

#include <gtest/gtest.h>

namespace guifan::pdf {
namespace {

TEST(ContentLexer, ReadsOperandsAndOperators) {
  ContentLexer lexer("/F1 12.5 Tf[(a\\(b\\)\\101)-20<4142 4>]TJ % comment\nET");
  EXPECT_EQ(lexer.next().text, "F1");
  EXPECT_DOUBLE_EQ(lexer.next().number, 12.5);
  EXPECT_EQ(lexer.next().text, "Tf");
  EXPECT_EQ(lexer.next().kind, TokenKind::ArrayBegin);
  EXPECT_EQ(lexer.next().text, "a(b)A");
  EXPECT_DOUBLE_EQ(lexer.next().number, -20);
  EXPECT_EQ(lexer.next().text, "AB@");
  EXPECT_EQ(lexer.next().kind, TokenKind::ArrayEnd);
  EXPECT_EQ(lexer.next().text, "TJ");
  EXPECT_EQ(lexer.next().text, "ET");
  EXPECT_EQ(lexer.next().kind, TokenKind::End);
}

TEST(ContentLexer, ForgivesOddNumbers) {
  ContentLexer lexer("--5 +.5 4-3 1.2.3 -");
  EXPECT_DOUBLE_EQ(lexer.next().number, -5);
  EXPECT_DOUBLE_EQ(lexer.next().number, 0.5);
  EXPECT_DOUBLE_EQ(lexer.next().number, 4);
  EXPECT_DOUBLE_EQ(lexer.next().number, 1.2);
  EXPECT_EQ(lexer.next().kind, TokenKind::Operator);
}

TEST(ContentLexer, DecodesNames) {
  ContentLexer lexer("/A#42#zz/");
  EXPECT_EQ(lexer.next().text, "AB#zz");
  EXPECT_EQ(lexer.next().text, "");
}

TEST(ContentLexer, EndsAnUnclosedString) {
  ContentLexer lexer("(never (closed\\");
  EXPECT_EQ(lexer.next().text, "never (closed");
  EXPECT_EQ(lexer.next().kind, TokenKind::End);
}

TEST(ContentLexer, SkipsInlineImagesWithEiInTheirData) {
  std::string bytes = "BI /W 2 ID ab EI \x01\x02\xff cd\nEI Q";
  ContentLexer lexer(bytes);
  EXPECT_EQ(lexer.next().text, "BI");
  lexer.skip_inline_image();
  EXPECT_EQ(lexer.next().text, "Q");
}

}  // namespace
}  // namespace guifan::pdf
