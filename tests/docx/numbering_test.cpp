// SPDX-License-Identifier: Apache-2.0
// List numbers as printed, and headings.
#include <gtest/gtest.h>

#include "number_format.h"
#include "package_maker.h"

namespace guifan::testing {
namespace {

using Lines = std::vector<std::string>;

std::string number(std::string_view format, std::uint32_t value) {
  bool known = false;
  std::string text = docx::format_number(format, value, known);
  EXPECT_TRUE(known) << format;
  return text;
}

TEST(NumberFormat, ChineseCounting) {
  EXPECT_EQ(number("chineseCounting", 1), "一");
  EXPECT_EQ(number("chineseCounting", 10), "十");
  EXPECT_EQ(number("chineseCounting", 11), "十一");
  EXPECT_EQ(number("chineseCounting", 20), "二十");
  EXPECT_EQ(number("chineseCounting", 21), "二十一");
  EXPECT_EQ(number("chineseCounting", 100), "一○○");
}

TEST(NumberFormat, ChineseCountingThousand) {
  EXPECT_EQ(number("chineseCountingThousand", 15), "十五");
  EXPECT_EQ(number("chineseCountingThousand", 101), "一百零一");
  EXPECT_EQ(number("chineseCountingThousand", 110), "一百一十");
  EXPECT_EQ(number("chineseCountingThousand", 1001), "一千零一");
  EXPECT_EQ(number("chineseCountingThousand", 10010), "一万零一十");
}

TEST(NumberFormat, OtherFormats) {
  EXPECT_EQ(number("japaneseCounting", 12), "十二");
  EXPECT_EQ(number("ideographDigital", 12), "一二");
  EXPECT_EQ(number("chineseLegalSimplified", 21), "贰拾壹");
  EXPECT_EQ(number("ideographTraditional", 2), "乙");
  EXPECT_EQ(number("decimalEnclosedCircle", 3), "③");
  EXPECT_EQ(number("decimalEnclosedCircle", 21), "㉑");
  EXPECT_EQ(number("decimalEnclosedCircle", 51), "51");
  EXPECT_EQ(number("decimalEnclosedParen", 2), "⑵");
  EXPECT_EQ(number("decimalFullWidth", 12), "１２");
  EXPECT_EQ(number("decimalZero", 7), "07");
  EXPECT_EQ(number("upperRoman", 14), "XIV");
  EXPECT_EQ(number("lowerLetter", 28), "bb");
  EXPECT_EQ(docx::format_custom_number("001, 002, 003, ...", 7), "007");
}

std::string level(int index, std::string_view format, std::string_view text,
                  std::string_view more = {}) {
  return "<w:lvl w:ilvl=\"" + std::to_string(index) +
         "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + std::string(format) + "\"/>" +
         std::string(more) + "<w:lvlText w:val=\"" + std::string(text) + "\"/></w:lvl>";
}
std::string list(int id, std::string_view levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + std::string(levels) +
         "</w:abstractNum>";
}
std::string instance(int id, int abstract, std::string_view overrides = {}) {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" +
         std::to_string(abstract) + "\"/>" + std::string(overrides) + "</w:num>";
}
std::string item(std::string_view text, int id, int depth = 0) {
  return paragraph(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(depth) +
                             "\"/><w:numId w:val=\"" + std::to_string(id) + "\"/></w:numPr>");
}
Parts numbering(std::string_view lists) {
  return {{"word/numbering.xml", numbering_xml(lists)}};
}

TEST(DocxNumbering, PrintsTheNumbersOfSeveralLevels) {
  const auto parts = numbering(list(1, level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")) +
                               instance(1, 1));
  const auto document =
      read_package(item("收到申请情况的说明。", 1) + item("当面。", 1, 1) + item("网络。", 1, 1) +
                       item("办理情况的说明。", 1) + item("答复。", 1, 1),
                   parts);
  EXPECT_EQ(outline(document), (Lines{"L1 1. 收到申请情况的说明。", "L2 1.1 当面。",
                                      "L2 1.2 网络。", "L1 2. 办理情况的说明。", "L2 2.1 答复。"}));
}

TEST(DocxNumbering, ChineseChapterNumbersStandDirectlyBeforeTheText) {
  const auto parts = numbering(
      list(1, level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）")) +
      instance(1, 1));
  const auto document =
      read_package(item("总体情况", 1) + item("主动公开", 1, 1) + item("存在问题", 1), parts);
  EXPECT_EQ(outline(document), (Lines{"H1 一、总体情况", "H2 （一）主动公开", "H1 二、存在问题"}));
}

TEST(DocxNumbering, StartOverrideRestartsOnce) {
  const auto parts = numbering(
      list(1, level(0, "decimal", "%1)")) + instance(1, 1) +
      instance(2, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"));
  const auto document =
      read_package(item("a。", 1) + item("b。", 1) + item("c。", 2) + item("d。", 2), parts);
  EXPECT_EQ(outline(document), (Lines{"L1 1) a。", "L1 2) b。", "L1 1) c。", "L1 2) d。"}));
}

TEST(DocxNumbering, ListsOfOneDefinitionCountOn) {
  const auto parts =
      numbering(list(1, level(0, "decimal", "%1)")) + instance(1, 1) + instance(2, 1));
  const auto document = read_package(item("a。", 1) + item("b。", 2), parts);
  EXPECT_EQ(outline(document), (Lines{"L1 1) a。", "L1 2) b。"}));
}

TEST(DocxNumbering, LevelOverrideReplacesTheLevel) {
  const auto parts = numbering(list(1, level(0, "decimal", "%1)")) +
                               instance(1, 1,
                                        "<w:lvlOverride w:ilvl=\"0\">" +
                                            level(0, "upperLetter", "%1.") + "</w:lvlOverride>"));
  EXPECT_EQ(outline(read_package(item("a。", 1), parts)), Lines{"L1 A. a。"});
}

TEST(DocxNumbering, LevelMayNeverRestart) {
  const auto parts =
      numbering(list(1, level(0, "decimal", "%1.") +
                            level(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>")) +
                instance(1, 1));
  const auto document =
      read_package(item("a。", 1) + item("b。", 1, 1) + item("c。", 1) + item("d。", 1, 1), parts);
  EXPECT_EQ(outline(document), (Lines{"L1 1. a。", "L2 1) b。", "L1 2. c。", "L2 2) d。"}));
}

TEST(DocxNumbering, LegalNumberingPrintsDecimals) {
  const auto parts = numbering(
      list(1, level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2", "<w:isLgl/>")) +
      instance(1, 1));
  EXPECT_EQ(outline(read_package(item("a。", 1) + item("b。", 1, 1), parts)),
            (Lines{"L1 一、a。", "L2 1.1 b。"}));
}

TEST(DocxNumbering, NumbersOfStylesAreInherited) {
  Parts parts = numbering(
      list(1, level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"Base\"/>")) + instance(1, 1));
  parts.emplace_back(
      "word/styles.xml",
      styles_xml("<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:name "
                 "w:val=\"章\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
                 "<w:style w:type=\"paragraph\" w:styleId=\"Child\"><w:basedOn "
                 "w:val=\"Base\"/></w:style>"));
  const auto document = read_package(
      paragraph("甲。", "<w:pStyle w:val=\"Base\"/>") +
          paragraph("乙。", "<w:pStyle w:val=\"Child\"/>") +
          paragraph("丙。", "<w:pStyle w:val=\"Base\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
      parts);
  EXPECT_EQ(outline(document), (Lines{"L1 一、甲。", "L1 二、乙。", "P 丙。"}));
}

TEST(DocxNumbering, ListStylesAreFollowed) {
  Parts parts = numbering(
      "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"Outline\"/></w:abstractNum>"
      "<w:abstractNum w:abstractNumId=\"2\"><w:styleLink w:val=\"Outline\"/>" +
      level(0, "decimal", "(%1)") + "</w:abstractNum>" + instance(1, 1) + instance(2, 2));
  parts.emplace_back(
      "word/styles.xml",
      styles_xml("<w:style w:type=\"numbering\" w:styleId=\"Outline\"><w:pPr><w:numPr><w:numId "
                 "w:val=\"2\"/></w:numPr></w:pPr></w:style>"));
  EXPECT_EQ(outline(read_package(item("a。", 1) + item("b。", 1), parts)),
            (Lines{"L1 (1) a。", "L1 (2) b。"}));
}

TEST(DocxNumbering, BulletsOfSymbolFontsPrintAsBullets) {
  const auto parts = numbering(list(1, level(0, "bullet", "\xEF\x82\xB7")) + instance(1, 1));
  EXPECT_EQ(outline(read_package(item("a。", 1) + item("", 1), parts)), Lines{"L1 • a。"});
}

TEST(DocxNumbering, RowNumbersInTablesArePrinted) {
  const auto parts = numbering(list(1, level(0, "decimal", "%1")) + instance(1, 1));
  const auto row = [](std::string_view text) {
    return "<w:tr><w:tc>" + item("", 1) + "</w:tc>" + cell(text) + "</w:tr>";
  };
  EXPECT_EQ(outline(read_package("<w:tbl>" + row("甲") + row("乙") + "</w:tbl>", parts)),
            Lines{"T [1|甲] [2|乙]"});
}

TEST(DocxNumbering, ANumberDoesNotMeltIntoTheFigureBehindIt) {
  const std::string close = "<w:suff w:val=\"nothing\"/>";
  const auto parts = numbering(list(1, level(0, "decimal", "%1", close)) + instance(1, 1) +
                               list(2, level(0, "decimal", "%1.", close)) + instance(2, 2) +
                               list(3, level(0, "decimalFullWidth", "%1．")) + instance(3, 3) +
                               list(4, level(0, "chineseCounting", "%1、")) + instance(4, 4));
  const auto document = read_package(
      item("36件。", 1) + item("36件。", 2) + item("36件。", 3) + item("36件。", 4), parts);
  EXPECT_EQ(outline(document),
            (Lines{"L1 1 36件。", "L1 1. 36件。", "L1 １． 36件。", "L1 一、36件。"}));
}

TEST(DocxNumbering, AHiddenParagraphHasNoNumberAndIsNotCounted) {
  const auto parts = numbering(list(1, level(0, "decimal", "%1.")) + instance(1, 1));
  const std::string of_list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
  const std::string hidden = "<w:p><w:pPr>" + of_list +
                             "<w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr>"
                             "<w:t>暗藏</w:t></w:r></w:p>";
  const std::string runs_on =
      "<w:p><w:pPr>" + of_list + "<w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr></w:p>";
  const auto document = read_package(item("甲。", 1) + hidden + item("乙。", 1) + runs_on, parts);
  EXPECT_EQ(outline(document), (Lines{"L1 1. 甲。", "L1 2. 乙。", "L1 3."}));
  EXPECT_EQ(removed(document, "hidden-text"), "暗藏");
}

TEST(DocxNumbering, TextBoxesCountApartFromTheBody) {
  const auto parts = numbering(list(1, level(0, "decimal", "%1.")) + instance(1, 1));
  const auto document = read_package(
      item("甲。", 1) + "<w:p><w:r><w:pict><v:textbox><w:txbxContent>" + item("框。", 1) +
          "</w:txbxContent></v:textbox></w:pict></w:r></w:p>" + item("乙。", 1),
      parts);
  EXPECT_EQ(outline(document), (Lines{"L1 1. 甲。", "L1 1. 框。", "L1 2. 乙。"}));
}

TEST(DocxNumbering, ALevelWithoutStartBeginsWithZero) {
  const auto parts = numbering(
      list(1,
           "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>") +
      instance(1, 1));
  EXPECT_EQ(outline(read_package(item("甲。", 1) + item("乙。", 1), parts)),
            (Lines{"L1 0. 甲。", "L1 1. 乙。"}));
}

TEST(DocxNumbering, UnknownFormatIsSaid) {
  const auto parts = numbering(list(1, level(0, "hebrew1", "%1.")) + instance(1, 1));
  EXPECT_TRUE(has_message(read_package(item("a。", 1), parts), "DOCX-038"));
}

TEST(DocxHeading, ByStyleThroughTheChain) {
  const Parts parts = {
      {"word/styles.xml",
       styles_xml(
           "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 2\"/></w:style>"
           "<w:style w:type=\"paragraph\" w:styleId=\"my\"><w:name w:val=\"节标题\"/><w:basedOn "
           "w:val=\"1\"/></w:style>"
           "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style>"
           "<w:style w:type=\"paragraph\" w:styleId=\"O\"><w:name "
           "w:val=\"x\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>")}};
  const auto document = read_package(
      paragraph("甲", "<w:pStyle w:val=\"my\"/>") + paragraph("乙", "<w:pStyle w:val=\"T\"/>") +
          paragraph("丙", "<w:pStyle w:val=\"O\"/>") +
          paragraph("丁", "<w:pStyle w:val=\"my\"/><w:outlineLvl w:val=\"9\"/>") +
          paragraph("戊", "<w:outlineLvl w:val=\"0\"/>"),
      parts);
  EXPECT_EQ(outline(document), (Lines{"H2 甲", "H1 乙", "H3 丙", "P 丁", "H1 戊"}));
}

TEST(DocxHeading, StyleCycleEnds) {
  const Parts parts = {
      {"word/styles.xml", styles_xml("<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:basedOn "
                                     "w:val=\"b\"/></w:style><w:style w:type=\"paragraph\" "
                                     "w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>")}};
  EXPECT_EQ(outline(read_package(paragraph("正文", "<w:pStyle w:val=\"a\"/>"), parts)),
            Lines{"P 正文"});
}

TEST(DocxHeading, ByLook) {
  const auto big = [](std::string_view text, std::string_view properties) {
    return "<w:p><w:pPr>" + std::string(properties) +
           "</w:pPr><w:r><w:rPr><w:b/><w:sz w:val=\"44\"/></w:rPr><w:t>" + std::string(text) +
           "</w:t></w:r></w:p>";
  };
  const auto document =
      read_package(big("某市年度报告", "<w:jc w:val=\"center\"/>") + paragraph("一、总体情况") +
                   paragraph("（一）主动公开") + paragraph("（二）依申请公开，共收到申请5件") +
                   big("加粗的正文", "") + paragraph("二、这是一句话。") +
                   paragraph("本机关认真落实各项要求，全年公开信息很多条。"));
  EXPECT_EQ(outline(document),
            (Lines{"H1 某市年度报告", "H1 一、总体情况", "H2 （一）主动公开",
                   "P （二）依申请公开，共收到申请5件", "P 加粗的正文", "P 二、这是一句话。",
                   "P 本机关认真落实各项要求，全年公开信息很多条。"}));
}

}  // namespace
}  // namespace guifan::testing
