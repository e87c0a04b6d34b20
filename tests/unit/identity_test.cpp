// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "guifan/recognise.h"
#include "sample_document.h"

namespace guifan {
namespace {

constexpr const char* kChapters =
    "一、概述\n我局按照条例的要求开展工作,现把这一年的情况向社会作一个说明,请群众监督。\n"
    "二、主动公开政府信息情况\n全年主动公开政府信息五十条。\n"
    "三、依申请公开政府信息情况\n未收到申请。\n四、行政复议、行政诉讼情况\n无。\n五、存在的主要问题"
    "及改进措施\n人手不足。\n";

TEST(Identity, TitleLine) {
  const auto identity = identify_report(
      sample_document(std::string("云溪县财政局2015年政府信息公开工作年度报告\n") + kChapters));
  EXPECT_TRUE(identity.is_report);
  EXPECT_EQ(identity.organisation.value, "云溪县财政局");
  EXPECT_EQ(identity.year.value, "2015");
  EXPECT_EQ(identity.title.value, "云溪县财政局2015年政府信息公开工作年度报告");
  EXPECT_GT(identity.year.confidence, 0.9);
}

TEST(Identity, SidebarOfOtherYearsDoesNotWin) {
  const auto identity = identify_report(sample_document(
      "云溪县2018年政府信息公开工作年度报告\n云溪县2019年政府信息公开工作年度报告\n云溪县2020年政府"
      "信息公开工作年度报告\n"
      "云溪县2022年政府信息公开工作年度报告\n# 云溪县2021年政府信息公开工作年度报告\n" +
      std::string(kChapters)));
  EXPECT_EQ(identity.year.value, "2021");
  EXPECT_GT(identity.year.confidence, 0.8);
}

TEST(Identity, TitleOverTwoLines) {
  const auto identity = identify_report(
      sample_document(std::string("云溪县文广新局2013年度信息公开工作\n年度报告\n") + kChapters));
  EXPECT_EQ(identity.organisation.value, "云溪县文广新局");
  EXPECT_EQ(identity.year.value, "2013");
}

TEST(Identity, NameOnTheLineAboveTheTitle) {
  const auto identity = identify_report(
      sample_document(std::string("云溪区柳荫街道\n2021年政府信息公开工作年度报告\n") + kChapters));
  EXPECT_EQ(identity.organisation.value, "云溪区柳荫街道");
  EXPECT_EQ(identity.year.value, "2021");
}

TEST(Identity, TheSignatureOutweighsTheNameAboveTheTitle) {
  const auto identity =
      identify_report(sample_document("云溪县人民政府\n2015年政府信息公开工作年度报告\n" +
                                      std::string(kChapters) + "云溪县财政局\n2016年3月2日\n"));
  EXPECT_EQ(identity.organisation.value, "云溪县财政局");
}

TEST(Identity, WhoCompiledTheReport) {
  const auto identity = identify_report(sample_document(
      "本年度报告由云溪县审计局编制,数据统计期限自2015年1月1日起至2015年12月31日止。\n" +
      std::string(kChapters)));
  EXPECT_EQ(identity.organisation.value, "云溪县审计局");
  const auto by_rules = identify_report(sample_document(
      "2015年政府信息公开工作年度报告\n本报告由高楼乡人民政府按照条例和有关通知的要求编制。\n" +
      std::string(kChapters)));
  EXPECT_EQ(by_rules.organisation.value, "高楼乡人民政府");
  const auto office = identify_report(sample_document(
      "本年度报告由云溪县人民政府办公室编制,数据统计期限自2015年1月1日起至2015年12月31日止。\n" +
      std::string(kChapters)));
  EXPECT_EQ(office.organisation.value, "");
}

TEST(Identity, ATitleIsNoFirstHalfOfTheNextLine) {
  const std::string text =
      "一、概述\n2020年,本单位安排专人负责公开工作。\n二、主动公开政府信息的情况\n2020年,"
      "全年发布信息。\n三、依申请公开政府信息的情况\n2020年,没有收到申请。\n四、存在的主要问题和改"
      "进措施\n加强培训。\n";
  const auto identity = identify_report(sample_document(
      "- 云溪县民政局2008年政府信息公开工作报告\n- 云溪县民政局2016年政府信息公开工作报告\n"
      "云溪县民政局政府信息公开工作报告\n" +
      text));
  EXPECT_EQ(identity.year.value, "2020") << "the title names no year, the list is of other years";
  EXPECT_LT(identity.year.confidence, 0.9);
}

TEST(Identity, ASignatureWeighsMoreThanAListOfOtherReports) {
  const auto identity =
      identify_report(sample_document("- 白塔区民政局2008年政府信息公开工作报告\n" +
                                      std::string(kChapters) + "云溪县财政局\n2015年3月2日\n"));
  EXPECT_EQ(identity.organisation.value, "云溪县财政局");
}

TEST(Identity, AListAloneIsHardlyEvidence) {
  const auto identity = identify_report(
      sample_document("- 白塔区民政局2008年政府信息公开工作报告\n" + std::string(kChapters)));
  EXPECT_LT(identity.year.confidence, 0.35);
  EXPECT_LT(identity.organisation.confidence, 0.35);
}

TEST(Identity, NoTitleLineButASentence) {
  const auto identity = identify_report(sample_document(
      std::string("|\n根据条例,特向社会公布2016年度柳荫镇人民政府信息公开年度报告。\n") +
      kChapters));
  EXPECT_TRUE(identity.is_report);
  EXPECT_EQ(identity.organisation.value, "柳荫镇人民政府");
  EXPECT_EQ(identity.year.value, "2016");
}

TEST(Identity, NoTitleAtAllStaysAReportWithoutYear) {
  const auto identity = identify_report(sample_document(kChapters));
  EXPECT_TRUE(identity.is_report);
  EXPECT_EQ(identity.organisation.value, "");
  EXPECT_EQ(identity.year.value, "");
}

TEST(Identity, StatisticPeriodAndLostDigits) {
  const std::string period = "本报告所列数据的统计期限自2012年1月1日起至2012年12月31日止。\n";
  EXPECT_EQ(identify_report(sample_document(period + kChapters)).year.value, "2012");
  const std::string once = "数据的统计期限为2012年1月1日至12月31日。\n";
  EXPECT_EQ(identify_report(sample_document(once + kChapters)).year.value, "2012");
  const std::string from = "统计期限自2012年1月1日起至12月31日止。\n2013年3月13日\n";
  EXPECT_EQ(identify_report(sample_document(from + kChapters)).year.value, "2012");
  const std::string lost = "本报告所列数据的统计期限自201711日至20171231日止。\n";
  EXPECT_EQ(identify_report(sample_document(lost + kChapters)).year.value, "");
}

TEST(Identity, SpamLineBeforeADamagedReport) {
  const auto identity = identify_report(sample_document(
      std::string("篮球比分直播_手机版下载_官网入口\n云溪县林业局2009年政府信息公开年度报告\n") +
      kChapters));
  EXPECT_TRUE(identity.is_report);
  EXPECT_EQ(identity.organisation.value, "云溪县林业局");
}

TEST(Identity, PublicationDate) {
  const std::string title = "云溪县财政局2021年政府信息公开工作年度报告\n";
  EXPECT_EQ(
      identify_report(sample_document(title + "发布日期:2022-01-17 来源:县财政局\n" + kChapters))
          .published.value,
      "2022-01-17");
  EXPECT_EQ(
      identify_report(sample_document(title + "2022/3/4 09:51\n" + kChapters)).published.value,
      "2022-03-04");
  EXPECT_EQ(identify_report(sample_document(title + kChapters + "云溪县财政局\n2022年1月20日\n"))
                .published.value,
            "2022-01-20");
  EXPECT_EQ(identify_report(
                sample_document(title + "采集时间:2019-05-05\n发布日期:2022210\n" + kChapters))
                .published.value,
            "");
}

TEST(Identity, SignatureNamesTheBody) {
  const auto identity =
      identify_report(sample_document("2014年政府信息公开工作年度报告\n" + std::string(kChapters) +
                                      "云溪县水利局\n2015年3月2日\n"));
  EXPECT_EQ(identity.organisation.value, "云溪县水利局");
}

TEST(Identity, TraditionalPage) {
  const auto identity = identify_report(
      sample_document("雲溪縣人民政府2019年政府資訊公開工作年度報告\n一、總體情況\n"));
  EXPECT_EQ(identity.organisation.value, "云溪县人民政府");
  EXPECT_EQ(identity.year.value, "2019");
}

void expect_refused(const std::string& lines, const char* word) {
  const auto identity = identify_report(sample_document(lines));
  EXPECT_FALSE(identity.is_report) << lines;
  const std::string& reason = identity.not_report_reason.english;
  EXPECT_NE(reason.find(word), std::string::npos) << reason;
  EXPECT_EQ(identity.year.value, "");
}

TEST(NotAReport, SampleTexts) {
  expect_refused(
      std::string("政务公开自查报告范文一\n小编为大家搜集了几篇文章,欢迎阅读。\n") + kChapters,
      "sample texts");
}

TEST(NotAReport, Letter) {
  expect_refused(
      "# "
      "关于2014年政府信息公开工作要点落实情况的函\n省政府办公厅:"
      "\n一、主动公开情况\n二、存在的主要问题\n三、依申请公开情况\n",
      "函");
}

TEST(NotAReport, Regulation) {
  std::string lines = "政府信息公开规定\n";
  for (const char* number : {"一", "二", "三", "四", "五", "六", "七", "八", "九"})
    lines += std::string("第") + number +
             "条行政机关应当按照本规定的要求公开政府信息,接受社会各界的监督和评议。\n";
  expect_refused(lines, "regulation");
}

TEST(NotAReport, HalfYearStatistics) {
  expect_refused("云溪县2022年上半年政府信息公开工作情况报告\n主动公开三十条。\n",
                 "part of a year");
}

TEST(NotAReport, ListOfReports) {
  expect_refused(
      "云溪县2018年政府信息公开工作年度报告\n云溪县2019年政府信息公开工作年度报告\n云溪县2020年政府"
      "信息公开工作年度报告\n",
      "list of 3");
}

TEST(NotAReport, NoticeWithAnEmptyForm) {
  expect_refused(
      "云溪省政务公开办公室关于进一步规范政府信息公开工作年度报告编制内容与填报口径有关事项的通知\n"
      "各市县:\n"
      "一、总体情况\n二、主动公开政府信息情况\n第二十条第(一)"
      "项\n三、收到和处理政府信息公开申请情况\n"
      "一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n四、结转下年度继续办理\n"
      "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项"
      "\n",
      "通知");
}

TEST(NotAReport, QuarterlyForm) {
  expect_refused(
      "云溪区2022年第一季度政府信息公开情况统计表\n申请总数\n5\n同意部分公开答复数\n0\n对申请的答复"
      "总数\n5\n",
      "part of a year");
}

TEST(NotAReport, SummaryWithoutAReportsChapters) {
  expect_refused("2012年政务公开工作总结\n一、加强领导\n甲。\n二、突出重点\n乙。\n", "no title");
}

TEST(Identity, MenuItemsDoNotRefuseADamagedReport) {
  const auto identity = identify_report(
      sample_document(std::string("政府信息公开目录\n政府信息公开指南\n") + kChapters));
  EXPECT_TRUE(identity.is_report);
}

TEST(Identity, AnAreaSaidTwiceIsOne) {
  const auto name = [](const std::string& title) {
    return identify_report(sample_document(title + "2016年政府信息公开工作年度报告\n" + kChapters))
        .organisation.value;
  };
  EXPECT_EQ(name("云溪市青石区云溪市青石区教育局"), "云溪市青石区教育局");
  EXPECT_EQ(name("云溪市青石区教育局"), "云溪市青石区教育局");
}

TEST(Identity, APrefaceSaysWhatThePageIs) {
  const std::string preface =
      "本报告根据《中华人民共和国政府信息公开条例》要求编制,由总体情况等六个部分组成,"
      "所列数据的统计期限自2016年1月1日起至2016年12月31日止。\n";
  const std::string chapter = "二、主动公开政府信息情况\n全年公开信息30条。\n";
  const auto identity = identify_report(sample_document(preface + chapter));
  EXPECT_TRUE(identity.is_report);
  EXPECT_EQ(identity.year.value, "2016");
  EXPECT_FALSE(identify_report(sample_document(preface)).is_report);
  EXPECT_FALSE(
      identify_report(sample_document("各县(市、区)人民政府:为做好政府信息公开工作年度报告编制工作,"
                                      "现将本年度报告的统计期限和编制要求等有关事项通知如下。\n" +
                                      chapter))
          .is_report);
}

TEST(Identity, HijackedNameIsNoBody) {
  const auto identity = identify_report(
      sample_document(std::string("abc.com民政局2013年政府信息公开年度报告\n") + kChapters));
  EXPECT_TRUE(identity.is_report);
  EXPECT_EQ(identity.organisation.value, "");
  EXPECT_EQ(identity.year.value, "2013");
}

TEST(NotAReport, SomethingElse) {
  expect_refused("今日菜价\n白菜每斤两元。\n", "no title");
}

}  // namespace
}  // namespace guifan
