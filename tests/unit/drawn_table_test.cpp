// SPDX-License-Identifier: Apache-2.0
// Tables whose ruling is drawn with characters, as the text reader gives them on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "recorded_document.h"
#include "text/text_reader.h"

namespace guifan::testing {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> events(std::string_view text) {
  return record(text::TextReader(), text).events;
}

TEST(DrawnTable, BoxCharactersOneColumnWide) {
  EXPECT_THAT(events("┌────┬──┐\n│规章│12│\n├────┼──┤\n│其他│ 3│\n└────┴──┘\n三、其他"),
              ElementsAre("T 1", "C 0,0 2 规章", "C 0,1 2 12", "C 1,0 4 其他", "C 1,1 4 3",
                          "P 6 三、其他"));
}

TEST(DrawnTable, BoxCharactersTwoColumnsWide) {
  // As typed where every box character is as wide as a Han character.
  EXPECT_THAT(events("┌──┬─┐\n│规章│12│\n├──┼─┤\n│其他│ 3│\n└──┴─┘"),
              ElementsAre("T 1", "C 0,0 2 规章", "C 0,1 2 12", "C 1,0 4 其他", "C 1,1 4 3"));
}

TEST(DrawnTable, SpansAreWhereTheRulingIsInterrupted) {
  EXPECT_THAT(events("+------+-----------+\n"
                     "| 结果 | 行政复议  |\n"
                     "|      +-----+-----+\n"
                     "| 一览 | 维持| 纠正|\n"
                     "+------+-----+-----+\n"
                     "| 件数 |  1  |  2  |\n"
                     "+------+-----+-----+"),
              ElementsAre("T 1", "C 0,0+2x1 2 结果一览", "C 0,1+1x2 2 行政复议", "C 1,1 4 维持",
                          "C 1,2 4 纠正", "C 2,0 6 件数", "C 2,1 6 1", "C 2,2 6 2"));
}

TEST(DrawnTable, WrappedLinesAreJoinedFiguresAreNot) {
  EXPECT_THAT(
      events("+------+----+\n"
             "| 当面 | 12 |\n"
             "| 申请 | 13 |\n"
             "| 数   |    |\n"
             "+------+----+\n"
             "| 传真 |  0 |\n"
             "+------+----+"),
      ElementsAre("T 1", "C 0,0 2 当面申请数", "C 0,1 2 12¶13", "C 1,0 6 传真", "C 1,1 6 0"));
}

TEST(DrawnTable, ARowALineBetweenTwoRules) {
  EXPECT_THAT(events("+------+------+\n"
                     "| 指标 | 数量 |\n"
                     "+------+------+\n"
                     "| 当面 |   12 |\n"
                     "| 传真 |    0 |\n"
                     "+------+------+"),
              ElementsAre("T 1", "C 0,0 2 指标", "C 0,1 2 数量", "C 1,0 4 当面", "C 1,1 4 12",
                          "C 2,0 5 传真", "C 2,1 5 0"));
}

TEST(DrawnTable, WrappedFiguresMakeNoRowOfTheirOwn) {
  EXPECT_THAT(events("+----+------+---+\n"
                     "|政府|７,２８| 8 |\n"
                     "|采购|８    |   |\n"
                     "+----+------+---+"),
              ElementsAre("T 1", "C 0,0 2 政府采购", "C 0,1 2 ７,２８¶８", "C 0,2 2 8"));
}

TEST(DrawnTable, OutOfLineButWithAllItsBars) {
  EXPECT_THAT(events("┌───┬──┐\n│ 规章 │ 12│\n├───┼──┤\n│其他规定 │3│\n└───┴──┘"),
              ElementsAre("T 1", "C 0,0 2 规章", "C 0,1 2 12", "C 1,0 4 其他规定", "C 1,1 4 3"));
}

TEST(DrawnTable, BlankLinesMayStandBetween) {
  EXPECT_THAT(events("┌────┬──┐\n\n│规章│12│\n\n├────┼──┤\n\n│其他│ 3│\n\n└────┴──┘"),
              ElementsAre("T 1", "C 0,0 3 规章", "C 0,1 3 12", "C 1,0 7 其他", "C 1,1 7 3"));
}

TEST(DrawnTable, OneTableAfterTheOther) {
  EXPECT_THAT(events("┌──┬──┐\n│12│ 3│\n└──┴──┘\n+--+--+\n| 4| 5|\n+--+--+"),
              ElementsAre("T 1", "C 0,0 2 12", "C 0,1 2 3", "T 4", "C 0,0 5 4", "C 0,1 5 5"));
}

TEST(DrawnTable, AFrameAroundTextHoldsLines) {
  EXPECT_THAT(events("+-----------------+\n"
                     "| 一、概述        |\n"
                     "| +------+------+ |\n"
                     "| | 当面 |   12 | |\n"
                     "| +------+------+ |\n"
                     "+-----------------+"),
              ElementsAre("P 2 一、概述", "T 3", "C 0,0 4 当面", "C 0,1 4 12"));
}

TEST(DrawnTable, EachLineIsARowWhereTheColumnsAreUnknown) {
  // A bar that stands under no joint, and not as many bars as joints.
  EXPECT_THAT(events("┌────┬──┐\n│规│章│12│\n└────┴──┘"),
              ElementsAre("T 1", "C 0,0 2 规", "C 0,1 2 章", "C 0,2 2 12"));
}

TEST(DrawnTable, QuotationMarksMayBeWideWhereBoxCharactersAreNarrow) {
  EXPECT_THAT(events("┌────────┬──┬──┐\n│“三稳定”│12│ 3│\n├────────┴──┼──┤\n"
                     "│其他情形   │ 4│\n└───────────┴──┘"),
              ElementsAre("T 1", "C 0,0 2 “三稳定”", "C 0,1 2 12", "C 0,2 2 3",
                          "C 1,0+1x2 4 其他情形", "C 1,2 4 4"));
}

TEST(DrawnTable, ALineOfDashesIsNoTable) {
  EXPECT_THAT(events("+ 一\n-------\n+------"),
              ElementsAre("P 1 + 一", "P 2 -------", "P 3 +------"));
}

TEST(DrawnTable, ManyFramesThatNeverEndTakeLinearTime) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "+----+\n";
  EXPECT_THAT(events(text), ElementsAre());
  text.clear();
  for (int i = 0; i < 20'000; ++i) text += "+--+--+\n|1|2|3|\n";
  EXPECT_FALSE(events(text).empty());
}

}  // namespace
}  // namespace guifan::testing
