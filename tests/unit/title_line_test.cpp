// SPDX-License-Identifier: Apache-2.0
#include "recognise/identity/title_line.h"

#include <gtest/gtest.h>

namespace guifan {
namespace {

struct Case {
  const char* text;
  const char* organisation;
  int year;
};

TEST(TitleLine, OrdersOfBodyAndYear) {
  const Case cases[] = {
      {"云溪县2017年政府信息公开工作年度报告", "云溪县", 2017},
      {"云溪县 2017年政府信息公开工作年度报告", "云溪县", 2017},
      {"云溪县人民政府 2025 年 政府信息公开工作年度报告", "云溪县人民政府", 2025},
      {"2017年度云溪县财政局政府信息公开工作报告", "云溪县财政局", 2017},
      {"云溪县民政局关于2017年政府信息公开工作情况的报告", "云溪县民政局", 2017},
      {"关于云溪县民政局2017年政府信息公开工作情况的报告", "云溪县民政局", 2017},
      {"云溪市人力资源和社会保障局2016年政府信息公开工作年度报告", "云溪市人力资源和社会保障局",
       2016},
      {"2016年云溪县社会科学界联合会政府信息公开年度报告", "云溪县社会科学界联合会", 2016},
      {"现向社会公布云溪县民政局2016年政府信息公开工作年度报告", "云溪县民政局", 2016},
      {"特向社会公开云溪县民政局2016年政府信息公开工作年度报告", "", 2016},
      {"云溪县委机构编制委员会办公室2016年政府信息公开工作年度报告", "云溪县委机构编制委员会办公室",
       2016},
      {"由云溪县民政局编制2016年政府信息公开年度报告", "", 2016},
      {"云溪县政务公开办公室2016年政府信息公开工作年度报告", "云溪县政务公开办公室", 2016},
      {"云溪区柳荫街2021年政府信息公开工作年度报告", "云溪区柳荫街", 2021},
      {"云溪二中2021年政府信息公开工作年度报告", "云溪二中", 2021},
      {"云溪县2011年政府信息公开年度工作报告", "云溪县", 2011},
      {"云溪县教育局政府信息公开2016年度报告", "云溪县教育局", 2016},
      {"云溪县教育局政府信息公开工作2016年年度报告", "云溪县教育局", 2016},
      {"云溪县教育局政府信息公开年报(2016年度)", "云溪县教育局", 2016},
      {"云溪县二○一二年政府信息公开工作年度报告", "云溪县", 2012},
      {"云溪镇2019年政府信息公开年度报告", "云溪镇", 2019},
      {"2013年政府信息公开工作年度报告", "", 2013},
      {"云溪县行政审批局(政务服务局)2020年政府信息公开工作年度报告", "云溪县行政审批局(政务服务局)",
       2020},
  };
  for (const Case& expected : cases) {
    const auto phrases = find_title_phrases(expected.text);
    ASSERT_EQ(phrases.size(), 1U) << expected.text;
    EXPECT_EQ(phrases[0].organisation, expected.organisation) << expected.text;
    EXPECT_EQ(phrases[0].year, expected.year) << expected.text;
  }
}

TEST(TitleLine, GovernmentBelongsToTheNameOfAPeoplesGovernment) {
  EXPECT_EQ(find_title_phrases("2018年度柳荫镇人民政府信息公开年度报告").at(0).organisation,
            "柳荫镇人民政府");
  EXPECT_EQ(find_title_phrases("柳荫镇人民政府政府信息公开年度报告").at(0).organisation,
            "柳荫镇人民政府");
  EXPECT_EQ(find_title_phrases("柳荫市政府信息公开年度报告").at(0).organisation, "柳荫市");
}

TEST(TitleLine, AnnouncedInASentence) {
  const auto phrases = find_title_phrases(
      "根据条例,特向社会公布2018年度柳荫镇人民政府信息公开年度报告。本报告由六部分组成。");
  ASSERT_EQ(phrases.size(), 1U);
  EXPECT_EQ(phrases[0].organisation, "柳荫镇人民政府");
  EXPECT_EQ(phrases[0].year, 2018);
}

TEST(TitleLine, NamesOfOtherDocumentsAreNone) {
  for (const char* text : {"《关于做好2014年政府信息公开工作年度报告有关事项的通知》",
                           "政府信息公开工作年度报告编制工作的通知", "2014年政府工作报告",
                           "2017年财政预算执行情况的报告", "根据各部门的政府信息公开年度报告编制"})
    EXPECT_TRUE(find_title_phrases(text).empty()) << text;
}

TEST(TitleLine, SpamAndPronounsAreNoBodies) {
  for (const char* text :
       {"比分直播网2013年政府信息公开年度报告", "我局2013年政府信息公开年度报告",
        "某某官网下载2013年政府信息公开年度报告", "abc365.com2013年政府信息公开年度报告",
        "全市2013年政府信息公开年度报告"}) {
    const auto phrases = find_title_phrases(text);
    ASSERT_EQ(phrases.size(), 1U) << text;
    EXPECT_EQ(phrases[0].organisation, "") << text;
    EXPECT_EQ(phrases[0].year, 2013) << text;
  }
  EXPECT_EQ(find_title_phrases("本溪市应急管理局2013年政府信息公开年度报告").at(0).organisation,
            "本溪市应急管理局");
}

TEST(TitleLine, LostDigitsNameNoYear) {
  EXPECT_EQ(find_title_phrases("云溪县20117年政府信息公开工作年度报告").at(0).year, 0);
  EXPECT_EQ(find_title_phrases("云溪县201年政府信息公开工作年度报告").at(0).year, 0);
}

TEST(TitleLine, PartsOfAYear) {
  EXPECT_TRUE(find_title_phrases("云溪县2022年上半年政府信息公开工作总结").at(0).other_period);
  EXPECT_FALSE(find_title_phrases("云溪县2022年政府信息公开工作总结").at(0).other_period);
}

TEST(TitleLine, OtherKindsOfDocuments) {
  EXPECT_TRUE(names_other_document("关于印发云溪县政务公开工作要点的通知"));
  EXPECT_TRUE(names_other_document("云溪县政府信息公开办法(试行)"));
  EXPECT_FALSE(names_other_document("云溪县2017年政府信息公开工作年度报告"));
}

}  // namespace
}  // namespace guifan
