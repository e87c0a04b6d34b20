// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "guifan/text.h"

namespace guifan {
namespace {

TEST(ParseNumber, ReadsWhatReportsPrint) {
  const auto read = [](std::string_view text) {
    const auto number = parse_number(text);
    return number ? number->value + "|" + number->unit : "none";
  };
  EXPECT_EQ(read("0"), "0|");
  EXPECT_EQ(read(" 1,234.50 "), "1234.50|");
  EXPECT_EQ(read("１２"), "12|");
  EXPECT_EQ(read("-3"), "-3|");
  EXPECT_EQ(read("007"), "7|");
  EXPECT_EQ(read("0.5"), "0.5|");
  EXPECT_EQ(read("00.50"), "0.50|");
  EXPECT_EQ(read("40项"), "40|项");
  EXPECT_EQ(read("449.33万元"), "449.33|万元");
  EXPECT_EQ(read("34 件"), "34|件");
  EXPECT_EQ(read("12人次"), "12|人次");
  EXPECT_EQ(read("4.61%"), "4.61|%");
}

TEST(ParseNumber, RefusesEverythingElse) {
  for (const char* text : {"", "—", "-", "/", "12 34", "1,23", "5余件", "1234,567", "第3", "3-4",
                           "1.2.3", "无", "3件次多"})
    EXPECT_FALSE(parse_number(text)) << text;
}

TEST(FindNumbers, InOrderWithPlaces) {
  const std::string text =
      "2017年收到1,200件(含上年结转18件),占4.61%;电话0580-4406225,2017.12.31,差:-2";
  std::string values;
  for (const PrintedNumber& number : find_numbers(text)) values += number.value + number.unit + " ";
  EXPECT_EQ(values, "2017年 1200件 18件 4.61% 580 4406225 2017 12 31 -2 ");
  const auto numbers = find_numbers("共 34 件");
  ASSERT_EQ(numbers.size(), 1U);
  EXPECT_EQ(std::string("共 34 件").substr(numbers[0].begin, numbers[0].end - numbers[0].begin),
            "34 件");
}

TEST(ChineseNumeral, PlainNumerals) {
  const std::pair<const char*, std::uint64_t> cases[] = {{"二十一", 21},
                                                         {"一百零三", 103},
                                                         {"〇", 0},
                                                         {"两", 2},
                                                         {"二○一七", 2017},
                                                         {"十", 10},
                                                         {"十二", 12},
                                                         {"一百二十", 120},
                                                         {"两千零五", 2005},
                                                         {"一万零五百", 10500},
                                                         {"三亿零二", 300000002},
                                                         {"二万亿", 2000000000000},
                                                         {"一百一十一万", 1110000},
                                                         {"零", 0},
                                                         {"贰拾叁", 23},
                                                         {"三千五百万", 35000000}};
  for (const auto& [text, value] : cases) EXPECT_EQ(parse_chinese_numeral(text), value) << text;
}

TEST(ChineseNumeral, RefusesWhatIsNone) {
  for (const char* text : {"", "一百三", "百", "三百百", "十十", "一二十", "条", "一条", "万",
                           "一万二", "两百千", "二十三四"})
    EXPECT_FALSE(parse_chinese_numeral(text)) << text;
}

TEST(Decimal, ExactArithmetic) {
  EXPECT_EQ(shift_decimal("251000", -4), "25.1");
  EXPECT_EQ(shift_decimal("449.33", 4), "4493300");
  EXPECT_EQ(shift_decimal("5", -4), "0.0005");
  EXPECT_EQ(shift_decimal("0", 4), "0");
  EXPECT_EQ(shift_decimal("-12.5", 1), "-125");
  EXPECT_EQ(add_decimals("0.1", "0.2"), "0.3");
  EXPECT_EQ(add_decimals("999999999999999999999", "1"), "1000000000000000000000");
  EXPECT_EQ(add_decimals("5", "-7"), "-2");
  EXPECT_EQ(subtract_decimals("1", "0.999"), "0.001");
  EXPECT_EQ(subtract_decimals("3", "3.0"), "0");
  EXPECT_EQ(compare_decimals("7", "7.0"), 0);
  EXPECT_LT(compare_decimals("-3", "2"), 0);
  EXPECT_GT(compare_decimals("10", "9.99"), 0);
}

}  // namespace
}  // namespace guifan
