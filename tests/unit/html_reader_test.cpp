// SPDX-License-Identifier: Apache-2.0
#include "html/html_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "recorded_document.h"

namespace guifan::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::string> events(std::string_view html) {
  return record(html::HtmlReader(), html).events;
}

TEST(HtmlReader, BlocksAreParagraphsWithTheirLines) {
  EXPECT_THAT(events("<h1>标题</h1>\n<p>甲<b>乙</b><span>丙</span></p>\n\n<div>\n丁<p>戊</div>己"),
              ElementsAre("H1 1 标题", "P 2 甲乙丙", "P 5 丁", "P 5 戊", "P 5 己"));
}

TEST(HtmlReader, BreaksSeparateParagraphsButNotHeadings) {
  EXPECT_THAT(events("<p>一段<br>二段<br/><br>三段</p>"),
              ElementsAre("P 1 一段", "P 1 二段", "P 1 三段"));
  EXPECT_THAT(events("<h2>甲县<br>年度报告</h2>"), ElementsAre("H2 1 甲县¶年度报告"));
}

TEST(HtmlReader, WrappedChineseSourceGetsNoSpaces) {
  EXPECT_THAT(events("<p>政府\n  信息\n2011 件 and\nmore</p>"),
              ElementsAre("P 1 政府信息 2011 件 and more"));
  EXPECT_THAT(events("<p><span>来源：甲县</span>\n <span>时间</span></p>"),
              ElementsAre("P 1 来源：甲县 时间"));
  EXPECT_THAT(events("<p><a>首页</a>\n<a>公开</a></p>"), ElementsAre("P 1 首页 公开"));
  EXPECT_THAT(events("<p>&emsp;&#12288;共&nbsp;3</p>"), ElementsAre("P 1 \u2003\u3000共\u00A03"));
}

TEST(HtmlReader, BlanksAloneAreNoText) {
  EXPECT_THAT(events("<p>&nbsp;\u3000 &#8203;</p><table><tr><td>甲<td>&nbsp; <td>&emsp;1</table>"),
              ElementsAre("T 1", "C 0,0 1 甲", "C 0,1", "C 0,2 1 \u20031"));
}

TEST(HtmlReader, ReferencesAsBrowsersReadThem) {
  EXPECT_THAT(events("<p>&#128;&copy2017 &lt 5&gt; a&b &unknown; &amp;lt; &#x4E00;&#0;</p>"),
              ElementsAre("P 1 €©2017 < 5> a&b &unknown; &lt; 一\uFFFD"));
}

TEST(HtmlReader, MarkupThatIsNoText) {
  EXPECT_THAT(events("<!DOCTYPE html><?xml version='1.0'?><![if !x]>七<![endif]><!-- <p>八 "
                     "--><!--[if gte mso 9]><xml>九</xml>"
                     "<![endif]--><script>var "
                     "a='</p><td>1</td>';</script><style>p{}</style>十<o:p></o:p><3件 </>"),
              ElementsAre("P 1 七十<3件"));
}

TEST(HtmlReader, RaisedDigitsDoNotRunIntoTheFigureBeforeThem) {
  EXPECT_THAT(events("<p>收到12<sup>1</sup>件<sup>注2</sup>，H<sub>2</sub>O</p>"
                     "<table><tr><td>5<sup>[3]</sup><td>6<sup><a>4</a></sup></table>"),
              ElementsAre("P 1 收到12¹件注²，H₂O", "T 1", "C 0,0 1 5[³]", "C 0,1 1 6⁴"));
}

TEST(HtmlReader, ListItemsCarryTheirLevel) {
  EXPECT_THAT(events("<ul><li>甲<li>乙<ol><li>丙</ol></ul>"),
              ElementsAre("L1 1 甲", "L1 1 乙", "L2 1 丙"));
}

TEST(HtmlReader, HiddenTextIsListedAsRemoved) {
  EXPECT_THAT(events("<p>看得见的正文文字<span style='DISPLAY: "
                     "none'>暗<b>藏</b></span>继续</p><noscript>请启用</noscript>"
                     "<p hidden>无</p><select><option>选</select>"),
              ElementsAre("X 1 hidden-text: 暗藏", "P 1 看得见的正文文字继续",
                          "X 1 hidden-text: 请启用", "X 1 hidden-text: 无", "X 1 hidden-text: 选"));
}

TEST(HtmlReader, StruckThroughTextIsWithdrawn) {
  const auto recorded =
      record(html::HtmlReader(),
             "<p>全年共收到申请<s>12</s>15件，办结<strike>3</strike>4件</p><table><tr><td>合计<td>"
             "<span style='text-decoration: line-through'>7</span>8<td>"
             "<span style='text-decoration:underline;font-style:line-through'>9</span></table>");
  EXPECT_THAT(recorded.events, ElementsAre("X 1 struck-text: 12", "X 1 struck-text: 3",
                                           "P 1 全年共收到申请15件，办结4件", "T 1", "C 0,0 1 合计",
                                           "X 1 struck-text: 7", "C 0,1 1 8", "C 0,2 1 9"));
  EXPECT_THAT(recorded.diagnostics, Contains("READ-109 3"));
}

TEST(HtmlReader, SpamOffTheScreenIsHidden) {
  EXPECT_THAT(
      events(
          "<p>看得见的正文文字在这里</p><div style='position:absolute; left:-9999px'>垃圾</div>"
          "<p style='text-indent:-21pt;margin-left:-10px'>悬挂</p><i style='font-size:0'>广告</i>"
          "<i style='font-size:0.8em'>小字</i>"),
      ElementsAre("P 1 看得见的正文文字在这里", "X 1 hidden-text: 垃圾", "P 1 悬挂",
                  "X 1 hidden-text: 广告", "P 1 小字"));
}

TEST(HtmlReader, AHiddenMainTextIsShown) {
  EXPECT_THAT(events("<div style='display:none'><p>全部正文都在这里面</p></div><p>尾</p>"),
              ElementsAre("P 1 全部正文都在这里面", "P 1 尾"));
}

TEST(HtmlReader, PinyinRubyIsRemovedOnce) {
  EXPECT_THAT(
      events("<p><ruby>據<rp>(</rp><rt>jù</rt><rp>)</rp></ruby>說<ruby>進<rt>jìn</ruby>度</p>"),
      ElementsAre("P 1 據說進度", "X 1 hidden-text: (¶jù¶)¶jìn"));
}

TEST(HtmlReader, NavigationIsFurnitureMainTextIsNot) {
  const std::string body = "<p>本年度报告的正文比导航长得多，所以导航是页面的边框而不是报告。</p>";
  EXPECT_THAT(events("<div class='mainNav'><a>首页</a></div>" + body + "<footer>主办单位</footer>"),
              ElementsAre("F 1 首页", HasSubstr("P 1 本年度"), "F 1 主办单位"));
  EXPECT_THAT(events("<div id=sidebar>" + body + "</div>"), ElementsAre(HasSubstr("P 1 本年度")));
  EXPECT_THAT(
      events("<div class=header><table><tr><td>规章<td>1<tr><td>文件<td>2</table></div>" + body),
      ElementsAre("T 1", "C 0,0 1 规章", "C 0,1 1 1", "C 1,0 1 文件", "C 1,1 1 2",
                  HasSubstr("P 1 本年度")));
  // A short report on a page of many links, in a frame of a misleading name.
  EXPECT_THAT(
      events("<div id=location><p>一句。二句。三句。四句。</p></div><div>" + body + "</div>"),
      ElementsAre("P 1 一句。二句。三句。四句。", HasSubstr("P 1 本年度")));
  EXPECT_THAT(events("<title>甲县二〇一一年年报_甲县</title><div "
                     "class=header><h1>甲县二〇一一年年报</h1></div>" +
                     body),
              Contains("H1 1 甲县二〇一一年年报"));
}

TEST(HtmlTable, SpansBecomeGridCoordinates) {
  EXPECT_THAT(
      events(
          "<table><thead><tr><td rowspan=2 colspan=2>甲<td colspan='2'>乙<tr><th>丙<th>丁</thead>"
          "<tr><td>戊<td><td> 1 <td>&nbsp;2</table>"),
      ElementsAre("T 1", "C 0,0+2x2! 1 甲", "C 0,2+1x2! 1 乙", "C 1,2! 1 丙", "C 1,3! 1 丁",
                  "C 2,0 1 戊", "C 2,1", "C 2,2 1 1", "C 2,3 1 \u00A02"));
}

TEST(HtmlTable, SpansNeverOverlapAndEndWithTheTable) {
  EXPECT_THAT(events("<table><tr><td>甲<td rowspan=9>乙<tr><td colspan=3>丙<td>丁</table>"),
              ElementsAre("T 1", "C 0,0 1 甲", "C 0,1+2x1 1 乙", "C 1,0 1 丙", "C 1,2 1 丁"));
  EXPECT_THAT(
      events("<table><tbody><tr><td "
             "rowspan=0>甲<td>乙<tr><td>丙</tbody><tbody><tr><td>丁<td>戊</table>"),
      ElementsAre("T 1", "C 0,0+2x1 1 甲", "C 0,1 1 乙", "C 1,1 1 丙", "C 2,0 1 丁", "C 2,1 1 戊"));
}

TEST(HtmlTable, UnclosedCellsAndRows) {
  EXPECT_THAT(
      events(
          "<table>\n<tr><td><font>规章</font><br>\n</tr>\n<tr><td>0<br><td>7\n<tr><td>8</table>后"),
      ElementsAre("T 1", "C 0,0 2 规章", "C 1,0 4 0", "C 1,1 4 7", "C 2,0 5 8", "P 5 后"));
}

TEST(HtmlTable, WordFragmentsJoinAndCellParagraphsBreak) {
  EXPECT_THAT(
      events("<table><tr><td><p "
             "class=MsoNormal><span>本年新</span><span\nlang=EN-US>收</span><o:p></o:p></p></td>"
             "<td><p>商业</p><p>企业</p></td><td><br>三<br>本</td></tr></table>"),
      ElementsAre("T 1", "C 0,0 1 本年新收", "C 0,1 2 商业¶企业", "C 0,2 2 三¶本"));
}

TEST(HtmlTable, LayoutTablesAreUnwrapped) {
  EXPECT_THAT(events("<table><tr><td>左边<td><p>正文</p><table><tr><td>规章<td>1<tr><td>文件<td>2</"
                     "table></table>"),
              ElementsAre("P 1 左边", "P 1 正文", "T 1", "C 0,0 1 规章", "C 0,1 1 1",
                          "C 1,0 1 文件", "C 1,1 1 2"));
  EXPECT_THAT(events("<table><tr><td><p>一</p><p>二</p></table>"), ElementsAre("P 1 一", "P 1 二"));
}

TEST(HtmlTable, InnerDataTablesFollowTheOuter) {
  EXPECT_THAT(events("<table><tr><td>规章<td>1<td>2<tr><td>文件<td>3<td>4<tr><td>其他<td>5<td>说明"
                     "<table><tr><td>内<td>6</table></table>"),
              ElementsAre("T 1", "C 0,0 1 规章", "C 0,1 1 1", "C 0,2 1 2", "C 1,0 1 文件",
                          "C 1,1 1 3", "C 1,2 1 4", "C 2,0 1 其他", "C 2,1 1 5", "C 2,2 1 说明",
                          "T 1", "C 0,0 1 内", "C 0,1 1 6"));
}

TEST(HtmlTable, AFrameAroundOneFigureIsNoTable) {
  EXPECT_THAT(
      events("<table><tr><td>规章<td><table><tr><td>1</td></tr></table><tr><td>文件<td>2</table>"),
      ElementsAre("T 1", "C 0,0 1 规章", "C 0,1 1 1", "C 1,0 1 文件", "C 1,1 1 2"));
}

TEST(HtmlTable, TextBetweenCellsComesBeforeTheTable) {
  EXPECT_THAT(events("<table>误<tr><td>甲<td>1</td>置<tr><td>乙<td>2</table>"),
              ElementsAre("P 1 误置", "T 1", "C 0,0 1 甲", "C 0,1 1 1", "C 1,0 1 乙", "C 1,1 1 2"));
}

TEST(HtmlTable, RowsWithoutATableAreATable) {
  EXPECT_THAT(events("<tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr>"),
              ElementsAre("T 1", "C 0,0 1 甲", "C 0,1 1 1", "C 1,0 1 乙", "C 1,1 1 2"));
}

TEST(HtmlTable, CaptionStandsBefore) {
  EXPECT_THAT(events("<table><caption>统计表</caption><tr><td>甲<td>1</table>"),
              ElementsAre("P 1 统计表", "T 1", "C 0,0 1 甲", "C 0,1 1 1"));
}

TEST(HtmlReader, MetadataComesFromTheHead) {
  const auto page =
      record(html::HtmlReader(),
             "<title> 年报 \n 甲县</title><meta name=ArticleTitle content='甲县&middot;年报'>"
             "<meta name=PubDate content=2012-02-20><meta name=viewport "
             "content=x><p>文</p><title>二</title>");
  EXPECT_THAT(page.metadata,
              ElementsAre("media-type=text/html", "encoding=UTF-8", "title=年报 甲县",
                          "ArticleTitle=甲县·年报", "PubDate=2012-02-20"));
}

TEST(HtmlReader, SaysWhatTheDeclarationGotWrong) {
  // 年报 in GB18030, declared as UTF-8
  const auto page =
      record(html::HtmlReader(),
             "<meta "
             "charset=utf-8><p>"
             "\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA\xC4\xEA\xB6\xC8\xB1\xA8\xB8\xE6");
  EXPECT_THAT(page.events, ElementsAre("P 1 政府信息公开年度报告"));
  EXPECT_THAT(page.diagnostics, Contains("READ-101 utf-8|GB18030"));
}

TEST(HtmlReader, SaysWhatDidNotDecode) {
  const auto page =
      record(html::HtmlReader(), "<meta charset=utf-8><p>政府信息公开年度\xFF报告政府信息公开");
  EXPECT_THAT(page.diagnostics, Contains(HasSubstr("READ-102 1|UTF-8")));
}

TEST(HtmlReader, SaysWhereMarkupBreaksOff) {
  const auto page = record(html::HtmlReader(), "<p>一<!-- 二><p class=\"三>四");
  EXPECT_THAT(page.events, ElementsAre("P 1 一", "P 1 四"));
  EXPECT_THAT(page.diagnostics, Contains("READ-103 2"));
}

TEST(HtmlReader, DeepPagesKeepTheirText) {
  std::string html;
  for (int i = 0; i < 300'000; ++i) html += "<div>";
  html += "深";
  const auto page = record(html::HtmlReader(), html);
  EXPECT_THAT(page.events, ElementsAre("P 1 深"));
  EXPECT_THAT(page.diagnostics, Contains("READ-104 290001|10000"));
}

TEST(HtmlReader, WideTablesAreText) {
  std::string html = "<table><tr>";
  for (int i = 0; i < 1'001; ++i) html += "<td>1";
  const auto page = record(html::HtmlReader(), html);
  EXPECT_EQ(page.events.size(), 1'001U);
  EXPECT_THAT(page.events, Not(Contains("T 1")));
  EXPECT_THAT(page.diagnostics, Contains("READ-105 1"));
}

TEST(HtmlReader, TooManyElementsAreALimit) {
  std::string html;
  for (int i = 0; i < 2'000'001; ++i) html += "<br>";
  const auto page = record(html::HtmlReader(), html);
  EXPECT_EQ(page.status, sdk::Status::LimitExceeded);
  EXPECT_THAT(page.diagnostics, ElementsAre("READ-106 2000000"));
}

TEST(HtmlReader, StopsWhenTheHostHasEnough) {
  EXPECT_EQ(record(html::HtmlReader(), "<p>一</p><p>二</p>", "page", 3).status,
            sdk::Status::LimitExceeded);
}

TEST(HtmlReader, ProbesByContent) {
  const html::HtmlReader reader;
  EXPECT_GT(probe(reader, "\xEF\xBB\xBF<!DOCTYPE HTML><p>x"), 0.9);
  EXPECT_GT(probe(reader, std::string_view("<\0h\0t\0m\0l\0>\0", 12)), 0.9);
  EXPECT_GT(probe(reader, "<table><tr><td>规章</td></tr></table>"), 0.7);
  EXPECT_EQ(probe(reader, "规章 <5件"), 0);
  EXPECT_EQ(probe(reader, "PK\x03\x04<html>"), 0);
  EXPECT_EQ(probe(reader, "{\\rtf1<html>"), 0);
  EXPECT_GT(probe(reader, "纯文字", "a.HTM"), 0.3);
  // Markdown is lines, unless it holds a table in HTML.
  EXPECT_LT(probe(reader, "<div>\n\n# 年报\n\n</div><br>", "a.md"), 0.3);
  EXPECT_GT(probe(reader, "# 年报\n<table><tr><td>1</td></tr></table>", "a.md"), 0.7);
}

constexpr std::string_view kSavedPage =
    "From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--x "
    "y\"\r\n\r\nMulti-part.\r\n"
    "----x y\r\nContent-Type: image/png\r\n\r\nPNG\r\n----x y\r\nContent-Type: text/html; "
    "charset=\"gb2312\"\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p "
    "class=3D\"a\">=D5=FE=B8=AE=D0=C5=\r\n=CF=A2=B9=AB=BF=AA</p>\r\n"
    "----x y--\r\n<p>after</p>";

TEST(SavedPage, IsReadAsItsHtmlPart) {
  const auto page = record(html::HtmlReader(), kSavedPage);
  EXPECT_THAT(page.events, ElementsAre("P 1 政府信息公开"));
  EXPECT_THAT(page.metadata, Contains("encoding=GB18030"));
  EXPECT_GT(probe(html::HtmlReader(), kSavedPage), 0.8);
}

TEST(SavedPage, Base64AndSinglePart) {
  EXPECT_THAT(events("MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: "
                     "base64\n\nPHA+5LiA\n5LqMPC9wPg=="),
              ElementsAre("P 1 一二"));
}

TEST(SavedPage, WithoutHtmlIsRefused) {
  const auto page =
      record(html::HtmlReader(),
             "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n\nx");
  EXPECT_EQ(page.status, sdk::Status::Unsupported);
  EXPECT_THAT(page.diagnostics, ElementsAre("READ-107"));
}

}  // namespace
}  // namespace guifan::testing
