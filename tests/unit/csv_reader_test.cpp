// SPDX-License-Identifier: Apache-2.0
#include "csv_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "recorded_document.h"

namespace guifan::testing {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> events(std::string_view text) {
  return record(csv::CsvReader(), text, "a.csv").events;
}

TEST(CsvReader, RecordsAreRowsAndLinesOfTheirOwnParagraphs) {
  EXPECT_THAT(events("统计表,,\n指标,单位,数量\n主动公开,,\n总数,条,\"1,234\"\n\n备注,,\n"),
              ElementsAre("P 1 统计表", "T 2", "C 0,0 2 指标", "C 0,1 2 单位", "C 0,2 2 数量",
                          "C 1,0 3 主动公开", "C 1,1", "C 1,2", "C 2,0 4 总数", "C 2,1 4 条",
                          "C 2,2 4 1,234", "P 6 备注"));
}

TEST(CsvReader, QuotedFieldsHoldSeparatorsQuotesAndLineEnds) {
  EXPECT_THAT(events("\"甲,\"\"乙\"\"\r\n丙\" ,1\r\n丁,2\r\n"),
              ElementsAre("T 1", "C 0,0 1 甲,\"乙\"¶丙", "C 0,1 1 1", "C 1,0 3 丁", "C 1,1 3 2"));
}

TEST(CsvReader, AQuoteThatIsNeverClosedIsACharacter) {
  EXPECT_THAT(events("\"甲,1\n乙,2"),
              ElementsAre("T 1", "C 0,0 1 \"甲", "C 0,1 1 1", "C 1,0 2 乙", "C 1,1 2 2"));
}

TEST(CsvReader, OtherSeparators) {
  const auto expected = ElementsAre("T 1", "C 0,0 1 甲", "C 0,1 1 1,5", "C 1,0 2 乙", "C 1,1 2 2");
  EXPECT_THAT(events("甲;1,5\n乙;2"), expected);
  EXPECT_THAT(events("甲\t1,5\n乙\t2"), expected);
  EXPECT_THAT(events("sep=;\n甲;1\n"), ElementsAre("T 2", "C 0,0 2 甲", "C 0,1 2 1"));
}

constexpr std::string_view kHeader =
    "\uFEFForganisation,year,template,cell,row_label,column_label,value,unit,rule,blank,caveat,"
    "reason,quote,place,source,source_sha256\n";

TEST(CsvReader, TheLongTableBecomesTablesAgain) {
  EXPECT_THAT(
      events(std::string(kHeader) +
             "甲县,2021,standard-2021,a,第一项/规章,制发,3,件,approximate,,,,,,s,f\n"
             "甲县,2021,standard-2021,b,第一项/规章,现行,,件,,,,,,,s,f\n"
             "甲县,2021,standard-2021,c,第八项/收费,金额,25,元,,,,,,,s,f\n"
             "甲县,2021,standard-2021,d,,复议/维持,1,件,,,,,,,s,f\n"
             "甲县,2021,standard-2021,e,,复议/总计,2,件,,,,,,,s,f\n"
             "甲县,2021,standard-2021,f,,诉讼/直接/维持,0,件,,,,,,,s,f\n"),
      ElementsAre("H1 2 甲县2021年政府信息公开工作年度报告",                                //
                  "T 2", "C 0,0", "C 0,1 2 制发", "C 0,2 3 现行",                           //
                  "C 1,0 2 第一项 / 规章", "C 1,1 2 约3", "C 1,2",                          //
                  "T 4", "C 0,0", "C 0,1 4 金额", "C 1,0 4 第八项 / 收费", "C 1,1 4 25元",  //
                  "T 5", "C 0,0+1x2 5 复议", "C 0,2 7 诉讼", "C 1,0+2x1 5 维持", "C 1,1+2x1 6 总计",
                  "C 1,2 7 直接", "C 2,2 7 维持", "C 3,0 5 1", "C 3,1 6 2", "C 3,2 7 0"));
}

TEST(CsvReader, ALongTableOfSeveralReportsIsRefused) {
  const auto document = record(csv::CsvReader(), std::string(kHeader) +
                                                     "甲县,2021,t,a,r,c,3,件,,,,,,,s,f\n"
                                                     "甲县,2022,t,a,r,c,4,件,,,,,,,s,g\n");
  EXPECT_EQ(document.status, sdk::Status::Unsupported);
  EXPECT_THAT(document.diagnostics, ElementsAre("READ-108 2"));
}

TEST(CsvReader, ProbesByNameAndByItsOwnHeader) {
  const csv::CsvReader reader;
  EXPECT_GT(probe(reader, "甲,1", "a.CSV"), 0.5);
  EXPECT_EQ(probe(reader, "甲,1", "a.txt"), 0);
  EXPECT_GT(probe(reader, kHeader, "a.txt"), 0.9);
  EXPECT_EQ(probe(reader, "PK\x03\x04", "a.csv"), 0);
}

TEST(CsvReader, ManyOpenQuotesTakeLinearTime) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "\"甲,\n";
  EXPECT_FALSE(events(text).empty());
}

}  // namespace
}  // namespace guifan::testing
