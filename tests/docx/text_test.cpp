// SPDX-License-Identifier: Apache-2.0
// Paragraph text: runs, fields, notes, tracked changes, hidden text, symbols, ruby, alternate
// content.
#include <gtest/gtest.h>

#include "package_maker.h"

namespace guifan::testing {
namespace {

using Lines = std::vector<std::string>;

std::string run(std::string_view inner) {
  return "<w:p><w:r>" + std::string(inner) + "</w:r></w:p>";
}

TEST(DocxText, JoinsRunsAndKeepsBreaksAndTabs) {
  const auto document = read_package(
      "<w:p><w:r><w:t>主动</w:t></w:r><w:r><w:t>公开</w:t><w:tab/><w:t>97</w:t><w:br/><w:t>件</"
      "w:t></w:r></w:p>");
  EXPECT_EQ(outline(document), Lines{"P 主动公开\t97\n件"});
}

TEST(DocxText, GivesEveryParagraphAPlace) {
  const auto document = read_package(paragraph("一段") + paragraph("") + paragraph("又一段"));
  ASSERT_EQ(document.blocks.size(), 2u);
  EXPECT_EQ(std::get<Paragraph>(document.blocks[1]).text.place().paragraph, 3u);
}

TEST(DocxText, PrintsFieldResultsNotCodes) {
  const auto document = read_package(
      "<w:p><w:r><w:t>第</w:t><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText>"
      "<w:fldChar w:fldCharType=\"separate\"/><w:t>7</w:t><w:fldChar "
      "w:fldCharType=\"end\"/><w:t>页</w:t></w:r>"
      "<w:fldSimple w:instr=\"DATE\"><w:r><w:t>今日</w:t></w:r></w:fldSimple></w:p>");
  EXPECT_EQ(outline(document), Lines{"P 第7页今日"});
}

TEST(DocxText, NestedFieldInsideACodeIsNotPrinted) {
  const auto document = read_package(
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>IF </w:instrText><w:fldChar "
      "w:fldCharType=\"begin\"/>"
      "<w:instrText>PAGE</w:instrText><w:fldChar "
      "w:fldCharType=\"separate\"/><w:t>5</w:t><w:fldChar w:fldCharType=\"end\"/>"
      "<w:fldChar w:fldCharType=\"separate\"/><w:t>有</w:t><w:fldChar "
      "w:fldCharType=\"end\"/></w:r></w:p>");
  EXPECT_EQ(outline(document), Lines{"P 有"});
}

TEST(DocxText, FieldWithoutEndLosesNoText) {
  const auto document = read_package(
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>REF x</w:instrText><w:t>受理 3 "
      "件</w:t></w:r></w:p>" +
      paragraph("办结 3 件"));
  EXPECT_EQ(outline(document), (Lines{"P 受理 3 件", "P 办结 3 件"}));
  EXPECT_TRUE(has_message(document, "DOCX-036"));
}

TEST(DocxText, EnclosedCharacterAndCheckBoxFieldsPrint) {
  const auto field = [](std::string_view inner) {
    return "<w:r><w:fldChar w:fldCharType=\"begin\">" + std::string(inner) +
           "<w:fldChar w:fldCharType=\"end\"/></w:r>";
  };
  const auto document =
      read_package("<w:p>" + field("</w:fldChar><w:instrText>eq \\o\\ac(○,3)</w:instrText>") +
                   field("<w:ffData><w:checkBox><w:default "
                         "w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></"
                         "w:fldChar><w:instrText>FORMCHECKBOX</w:instrText>") +
                   "<w:r><w:t>是</w:t></w:r></w:p>");
  EXPECT_EQ(outline(document), Lines{"P ③☑是"});
}

TEST(DocxText, ButtonsPrintTheirWords) {
  const auto document = read_package(
      run("<w:t>联系人</w:t><w:fldChar w:fldCharType=\"begin\"/><w:instrText "
          "xml:space=\"preserve\"> MACROBUTTON NoMacro [填写姓名] </w:instrText><w:fldChar "
          "w:fldCharType=\"end\"/>") +
      run("<w:fldChar w:fldCharType=\"begin\"/><w:instrText>GOTOBUTTON 第2页 见第二页</w:instrText>"
          "<w:fldChar w:fldCharType=\"end\"/>"));
  EXPECT_EQ(outline(document), (Lines{"P 联系人[填写姓名]", "P 见第二页"}));
}

TEST(DocxText, SimpleFieldsWithoutResultPrintToo) {
  const auto document = read_package(
      "<w:p><w:fldSimple w:instr=\" SYMBOL 254 \\f Wingdings \"/><w:r><w:t>是</w:t>"
      "</w:r></w:p>");
  EXPECT_EQ(outline(document), Lines{"P ☑是"});
}

TEST(DocxText, NumbersThatOnlyWordComputesAreSaid) {
  const auto document = read_package(
      run("<w:fldChar w:fldCharType=\"begin\"/><w:instrText>AUTONUM</w:instrText><w:fldChar "
          "w:fldCharType=\"end\"/><w:t>概述</w:t>"));
  EXPECT_EQ(outline(document), Lines{"P 概述"});
  EXPECT_TRUE(has_message(document, "DOCX-039"));
}

TEST(DocxText, StruckThroughTextIsListedAsRemoved) {
  const auto document = read_package(
      "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>15</w:t></w:r><w:r><w:t>16件</w:t></w:r><w:r>"
      "<w:rPr><w:dstrike/><w:strike w:val=\"0\"/></w:rPr><w:t>余</w:t></w:r></w:p>");
  EXPECT_EQ(outline(document), Lines{"P 16件"});
  EXPECT_EQ(removed(document, "struck-text"), "15|余");
  EXPECT_TRUE(has_message(document, "DOCX-041"));
}

TEST(DocxText, SpacesAtTheEndsAreNoTextUnlessPreserved) {
  const auto document = read_package(
      "<w:p><w:r><w:t>1</w:t></w:r><w:r><w:t>\n  2 </w:t></w:r><w:r><w:t>件</w:t></w:r></w:p>"
      "<w:p><w:r><w:t xml:space=\"preserve\">1 </w:t></w:r><w:r><w:t>2</w:t></w:r></w:p>");
  EXPECT_EQ(outline(document), (Lines{"P 12件", "P 1 2"}));
}

TEST(DocxText, AcceptsTrackedChangesAndSaysSo) {
  const auto document = read_package(
      "<w:p><w:r><w:t>共</w:t></w:r><w:del><w:r><w:delText>12</w:delText></w:r></"
      "w:del><w:ins><w:r><w:t>13</w:t></w:r></w:ins><w:r><w:t>件</w:t></w:r></w:p>"
      "<w:p><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></"
      "w:r></w:moveTo></w:p>");
  EXPECT_EQ(outline(document), (Lines{"P 共13件", "P 移来"}));
  EXPECT_EQ(removed(document, "deleted-text"), "12|移走");
  EXPECT_TRUE(has_message(document, "DOCX-030"));
}

TEST(DocxText, DeletedParagraphMarkMergesWithTheNextParagraph) {
  const auto document = read_package(
      "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>" +
      paragraph("后半"));
  EXPECT_EQ(outline(document), Lines{"P 前半后半"});
}

TEST(DocxText, DeletedTableRowIsNotRead) {
  const auto document =
      read_package("<w:tbl><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + cell("旧") + cell("9") +
                   "</w:tr><w:tr>" + cell("新") + cell("1") + "</w:tr></w:tbl>");
  EXPECT_EQ(outline(document), Lines{"T [新|1]"});
  EXPECT_EQ(removed(document, "deleted-text"), "旧|9");
}

TEST(DocxText, OldPropertiesOfTrackedChangesDoNotCount) {
  const auto document = read_package(
      paragraph("正文", "<w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange>"));
  EXPECT_EQ(outline(document), Lines{"P 正文"});
}

TEST(DocxText, HiddenTextIsLeftOutAndListed) {
  const auto document = read_package(
      "<w:p><w:r><w:t>可见</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>88</w:t></w:r>"
      "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>也可见</w:t></w:r></w:p>");
  EXPECT_EQ(outline(document), Lines{"P 可见也可见"});
  EXPECT_EQ(removed(document, "hidden-text"), "88");
}

TEST(DocxText, HiddenByStyleChain) {
  const Parts styles = {
      {"word/styles.xml",
       styles_xml(
           "<w:style w:type=\"character\" w:styleId=\"A\"><w:rPr><w:vanish/></w:rPr></w:style>"
           "<w:style w:type=\"character\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>")}};
  const auto document = read_package(
      "<w:p><w:r><w:rPr><w:rStyle "
      "w:val=\"B\"/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>显</w:t></w:r></w:p>",
      styles);
  EXPECT_EQ(outline(document), Lines{"P 显"});
}

TEST(DocxText, SymbolsSoftHyphensAndNoBreakHyphens) {
  const auto document = read_package(run(
      "<w:sym w:font=\"Wingdings\" "
      "w:char=\"F0FE\"/><w:t>信息\xC2\xAD公开</w:t><w:softHyphen/><w:noBreakHyphen/><w:t>5</w:t>"));
  EXPECT_EQ(outline(document), Lines{"P ☑信息公开-5"});
}

TEST(DocxText, LettersInASymbolFontAreSymbols) {
  const std::string styles = styles_xml(
      "<w:style w:type=\"character\" w:styleId=\"t\"><w:name w:val=\"tick\"/><w:rPr><w:rFonts "
      "w:ascii=\"Wingdings 2\"/></w:rPr></w:style>");
  const auto in_font = [](std::string_view fonts, std::string_view text) {
    return "<w:r><w:rPr>" + std::string(fonts) + "</w:rPr><w:t>" + std::string(text) +
           "</w:t></w:r>";
  };
  const auto document =
      read_package("<w:p>" + in_font("<w:rFonts w:ascii=\"Wingdings 2\"/>", "R") +
                       in_font("<w:rFonts w:hAnsi=\"wingdings\"/>", "þ\uF06F") +
                       in_font("<w:rStyle w:val=\"t\"/>", "£") +
                       in_font("<w:rStyle w:val=\"t\"/><w:rFonts w:ascii=\"Calibri\"/>", "R") +
                       in_font("<w:rFonts w:ascii=\"Symbol\"/>", "97") +
                       in_font("<w:rFonts w:ascii=\"Wingdings\"/>", "共") + "</w:p>",
                   {{"word/styles.xml", styles}});
  EXPECT_EQ(outline(document), Lines{"P ☑☑□□R97共"});
  EXPECT_FALSE(has_message(document, "DOCX-035"));
}

TEST(DocxText, FiguresInASymbolFontAreNoFigures) {
  const auto document =
      read_package(run("<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>97</w:t>"));
  EXPECT_EQ(outline(document), Lines{"P ��"});
  EXPECT_TRUE(has_message(document, "DOCX-035"));
}

TEST(DocxText, SymbolsBeyondTheOldFontsAreRead) {
  const auto document = read_package(
      run("<mc:AlternateContent xmlns:w16se=\"http://schemas.microsoft.com/office/word/2015/"
          "wordml/symex\"><mc:Choice Requires=\"w16se\"><w16se:symEx w16se:font=\"Segoe UI Emoji\" "
          "w16se:char=\"1F4DE\"/></mc:Choice><mc:Fallback><w:t>?</w:t></mc:Fallback>"
          "</mc:AlternateContent>"));
  EXPECT_EQ(outline(document), Lines{"P 📞"});
}

TEST(DocxText, UnknownSymbolIsSaid) {
  const auto document = read_package(run("<w:sym w:font=\"Seals\" w:char=\"F041\"/><w:t>章</w:t>"));
  EXPECT_EQ(outline(document), Lines{"P \xEF\xBF\xBD章"});
  EXPECT_TRUE(has_message(document, "DOCX-035"));
}

TEST(DocxText, RaisedDigitsDoNotMeltIntoNumbers) {
  const auto document = read_package(
      "<w:p><w:r><w:t>100</w:t></w:r><w:r><w:rPr><w:vertAlign "
      "w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r></w:p>");
  EXPECT_EQ(outline(document), Lines{"P 100²"});
}

TEST(DocxText, DigitsRaisedByAStyleDoNotMeltIntoNumbers) {
  const std::string styles = styles_xml(
      "<w:style w:type=\"character\" w:styleId=\"a\"><w:name w:val=\"footnote reference\"/><w:rPr>"
      "<w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"b\"><w:name w:val=\"mark\"/>"
      "<w:basedOn w:val=\"a\"/></w:style>");
  const auto marked = [](std::string_view properties) {
    return "<w:p><w:r><w:t>12</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"b\"/>" +
           std::string(properties) + "</w:rPr><w:t>3</w:t></w:r></w:p>";
  };
  const auto document = read_package(marked("") + marked("<w:vertAlign w:val=\"baseline\"/>"),
                                     {{"word/styles.xml", styles}});
  EXPECT_EQ(outline(document), (Lines{"P 12³", "P 123"}));
}

TEST(DocxText, ANoteMarkOfTheAuthorsOwnDoesNotMeltIntoTheFigure) {
  const auto document = read_package(
      "<w:p><w:r><w:t>12</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows=\"1\" "
      "w:id=\"1\"/><w:t>3</w:t></w:r><w:r><w:t>件</w:t></w:r></w:p>");
  EXPECT_EQ(outline(document), Lines{"P 12³件"});
}

TEST(DocxText, ShiftedDigitsBehindAFigureAreRaisedOnes) {
  const auto run_at = [](std::string_view shift, std::string_view text) {
    return "<w:r><w:rPr><w:position w:val=\"" + std::string(shift) + "\"/></w:rPr><w:t>" +
           std::string(text) + "</w:t></w:r>";
  };
  const auto document = read_package(
      "<w:p><w:r><w:t>172</w:t></w:r>" + run_at("8", "1") + "<w:r><w:t>3</w:t></w:r></w:p>" +
      "<w:p>" + run_at("8", "17") + run_at("8", "2") + "</w:p>" +  // a figure that stands higher
      "<w:p><w:r><w:t>17</w:t></w:r>" + run_at("-2", "2") + "</w:p>");
  EXPECT_EQ(outline(document), (Lines{"P 172¹3", "P 172", "P 172"}));
}

TEST(DocxText, RubyKeepsTheBaseOnly) {
  const auto document =
      read_package(run("<w:ruby><w:rubyPr/><w:rt><w:r><w:t>guī</w:t></w:r></"
                       "w:rt><w:rubyBase><w:r><w:t>规</w:t></w:r></w:rubyBase></w:ruby>"));
  EXPECT_EQ(outline(document), Lines{"P 规"});
  EXPECT_EQ(removed(document, "ruby-text"), "guī");
}

TEST(DocxText, TextBoxIsReadOnceAfterItsParagraph) {
  const auto document = read_package(
      "<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice "
      "Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" +
      paragraph("框内文字") +
      "</w:txbxContent></wps:txbx></w:drawing></"
      "mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>" +
      paragraph("框内文字") +
      "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></"
      "w:r><w:r><w:t>继续</w:t></w:r></w:p>");
  EXPECT_EQ(outline(document), (Lines{"P 正文继续", "P 框内文字"}));
}

TEST(DocxText, TextOfALockedCanvasIsRead) {
  const auto document = read_package(
      "<w:p><w:r><w:t>前</w:t><w:drawing><a:sp><a:txSp><a:txBody><a:p><a:r><a:rPr/><a:t>受理 </a:t>"
      "</a:r><a:r><a:t>12</a:t></a:r></a:p><a:p><a:r><a:t>办结</a:t></a:r></a:p></a:txBody></"
      "a:txSp>"
      "</a:sp></w:drawing><w:t>后</w:t></w:r></w:p>");
  EXPECT_EQ(outline(document), (Lines{"P 前后", "P 受理 12", "P 办结"}));
}

TEST(DocxText, ATextBoxOnHiddenTextIsHidden) {
  const auto document = read_package(
      "<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:shape><v:textbox>"
      "<w:txbxContent>" +
      paragraph("暗藏") + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>");
  EXPECT_EQ(outline(document), Lines{"P 正文"});
  EXPECT_EQ(removed(document, "hidden-text"), "暗藏");
}

TEST(DocxText, UnknownChoiceGivesWayToItsFallback) {
  const auto document = read_package(
      "<w:p><mc:AlternateContent><mc:Choice Requires=\"fut\"><w:r><w:t>新</w:t></w:r></mc:Choice>"
      "<mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>");
  EXPECT_EQ(outline(document), Lines{"P 旧"});
}

TEST(DocxText, UnknownChoiceWithoutFallbackIsSaid) {
  const auto document = read_package(
      "<w:p><w:r><w:t>前</w:t></w:r><mc:AlternateContent><mc:Choice "
      "Requires=\"fut\"><w:r><w:t>新</w:t></w:r></mc:Choice></mc:AlternateContent></w:p>");
  EXPECT_EQ(outline(document), Lines{"P 前"});
  EXPECT_EQ(removed(document, "unsupported-content"), "新");
  EXPECT_TRUE(has_message(document, "DOCX-037"));
}

TEST(DocxText, WordArtOfTheOldKindIsText) {
  const auto document =
      read_package(run("<w:pict><v:shape><v:textpath string=\"年度报告\"/></v:shape></w:pict>"));
  EXPECT_EQ(outline(document), Lines{"P 年度报告"});
}

TEST(DocxText, NotesComeLastAndOnceInOrderOfReference) {
  const Parts notes = {
      {"word/footnotes.xml", "<w:footnote w:type=\"separator\" w:id=\"-1\">" + paragraph("——") +
                                 "</w:footnote><w:footnote w:id=\"2\">" + paragraph("注二") +
                                 "</w:footnote><w:footnote w:id=\"3\">" + paragraph("注三") +
                                 "</w:footnote><w:footnote w:id=\"9\">" + paragraph("无人引用") +
                                 "</w:footnote>"},
      {"word/endnotes.xml", "<w:endnote w:id=\"1\">" + paragraph("尾注") + "</w:endnote>"}};
  const auto document = read_package(
      "<w:p><w:r><w:t>收费 3</w:t><w:footnoteReference w:id=\"3\"/><w:endnoteReference "
      "w:id=\"1\"/><w:t>元</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
      notes);
  EXPECT_EQ(outline(document), (Lines{"P 收费 3元", "N 注三", "N 注二", "N 尾注"}));
  EXPECT_EQ(removed(document, "unreferenced-note"), "无人引用");
}

TEST(DocxText, HeadersAndFootersAreFurniture) {
  const Parts parts = {{"word/header1.xml", paragraph("某市人民政府")},
                       {"word/footer1.xml", paragraph("第 1 页")}};
  const auto document = read_package(
      paragraph("正文") +
          "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header1\"/><w:footerReference "
          "w:type=\"default\" r:id=\"footer1\"/></w:sectPr>",
      parts);
  EXPECT_EQ(outline(document), (Lines{"P 正文", "F 某市人民政府", "F 第 1 页"}));
}

TEST(DocxText, TablesInFootersAreFurnitureToo) {
  const Parts parts = {
      {"word/footer1.xml", "<w:tbl><w:tr>" + cell("主办") + cell("12") + "</w:tr></w:tbl>"}};
  const auto document = read_package(
      paragraph("正文") + "<w:sectPr><w:footerReference r:id=\"footer1\"/></w:sectPr>", parts);
  EXPECT_EQ(outline(document), (Lines{"P 正文", "F 主办", "F 12"}));
}

TEST(DocxText, CommentsAreListedAsRemoved) {
  const auto document = read_package(
      paragraph("正文"),
      {{"word/comments.xml", "<w:comment w:id=\"1\">" + paragraph("请核对") + "</w:comment>"}});
  EXPECT_EQ(outline(document), Lines{"P 正文"});
  EXPECT_EQ(removed(document, "comment"), "请核对");
}

TEST(DocxText, HyperlinksSmartTagsAndControlsAreTransparent) {
  const auto document = read_package(
      "<w:p><w:hyperlink "
      "r:id=\"x\"><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>标签</w:t></w:r></"
      "w:smartTag>"
      "<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent><w:r><w:t>控件</w:t></"
      "w:r></w:sdtContent></w:sdt></w:p>");
  EXPECT_EQ(outline(document), Lines{"P 链接标签控件"});
}

TEST(DocxText, ContentsTableIsFurniture) {
  const auto document = read_package(
      "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of "
      "Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>" +
      paragraph("一、概述 1") + "</w:sdtContent></w:sdt>" + paragraph("本报告由三部分组成。"));
  EXPECT_EQ(outline(document), (Lines{"F 一、概述 1", "P 本报告由三部分组成。"}));
}

TEST(DocxText, ContentsOfAFieldAreFurnitureWhateverTheirStyle) {
  const auto entry = [](std::string_view title, std::string_view page) {
    return "<w:r><w:t>" + std::string(title) + "</w:t><w:tab/><w:t>" + std::string(page) +
           "</w:t></w:r>";
  };
  const std::string begin =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC \\o</w:instrText><w:fldChar "
      "w:fldCharType=\"separate\"/></w:r>";
  const std::string end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  const auto document = read_package("<w:p>" + begin + entry("概述", "1") + "</w:p><w:p>" +
                                     entry("公开", "2") + end + "</w:p>" + paragraph("正文"));
  EXPECT_EQ(outline(document), (Lines{"F 概述\t1", "F 公开\t2", "P 正文"}));
  const auto endless = read_package("<w:p>" + begin + entry("概述", "1") + "</w:p>" +
                                    paragraph("正文仍是正文，共12件"));
  EXPECT_EQ(outline(endless), (Lines{"F 概述\t1", "P 正文仍是正文，共12件"}));
}

TEST(DocxText, FractionsDoNotMeltIntoNumbers) {
  const auto document = read_package(
      "<w:p><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></"
      "m:den></m:f></m:oMath></w:p>");
  EXPECT_EQ(outline(document), Lines{"P 1/2"});
}

std::string formula(std::string_view content) {
  return "<w:p><m:oMath>" + std::string(content) + "</m:oMath></w:p>";
}
std::string part(std::string_view name, std::string_view text) {
  return "<m:" + std::string(name) + "><m:r><m:t>" + std::string(text) +
         "</m:t></m:r></m:" + std::string(name) + ">";
}

TEST(DocxText, BracketsOfFormulasAreThePrintedOnes) {
  EXPECT_EQ(outline(read_package(formula("<m:d>" + part("e", "a") + "</m:d>"))), Lines{"P (a)"});
  EXPECT_EQ(
      outline(read_package(formula("<m:d><m:dPr><m:begChr m:val=\"[\"/><m:sepChr m:val=\",\"/>"
                                   "<m:endChr m:val=\"\"/></m:dPr>" +
                                   part("e", "a") + part("e", "b") + "</m:d>"))),
      Lines{"P [a,b"});
}

TEST(DocxText, OperatorsOfFormulasAreThePrintedOnes) {
  EXPECT_EQ(outline(read_package(formula("<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr>" +
                                         part("sub", "i=1") + part("sup", "n") + part("e", "i") +
                                         "</m:nary>"))),
            Lines{"P ∑_i=1^ni"});
  EXPECT_EQ(
      outline(read_package(formula("<m:nary><m:sub/><m:sup/>" + part("e", "x") + "</m:nary>"))),
      Lines{"P ∫x"});
}

TEST(DocxText, RowsOfAnEquationArrayStandApart) {
  EXPECT_EQ(
      outline(read_package(formula("<m:eqArr>" + part("e", "1") + part("e", "2") + "</m:eqArr>"))),
      Lines{"P 1\n2"});
}

TEST(DocxText, PictureDescriptionsAreListedAsRemoved) {
  const auto document = read_package(
      run("<w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/"
          "wordprocessingDrawing\"><wp:docPr id=\"1\" name=\"图片 1\" descr=\"办事大厅照片\"/>"
          "</wp:inline></w:drawing>") +
      paragraph("正文"));
  EXPECT_EQ(outline(document), Lines{"P 正文"});
  EXPECT_EQ(removed(document, "picture-description"), "办事大厅照片");
}

TEST(DocxText, WhatWpsAddsIsPassedOver) {
  const auto document = read_package(
      "<w:p xmlns:wpsCustomData=\"http://www.wps.cn/officeDocument/2013/wpsCustomData\" "
      "wpsCustomData:id=\"7\"><w:pPr><w:suppressLineNumbers w:val=\"0\"/><w:rPr><w:rFonts "
      "w:hint=\"eastAsia\" "
      "w:eastAsiaTheme=\"minorEastAsia\"/></w:rPr></w:pPr><w:r><w:rPr><w:rFonts "
      "w:hint=\"default\"/><w:lang w:eastAsia=\"zh-CN\"/></w:rPr><w:t>由WPS</w:t></w:r>"
      "<mc:AlternateContent><mc:Choice Requires=\"wpsCustomData\"><wpsCustomData:tag>甲"
      "</wpsCustomData:tag></mc:Choice></mc:AlternateContent><w:r><w:t>保存</w:t></w:r></w:p>");
  EXPECT_EQ(outline(document), Lines{"P 由WPS保存"});
  EXPECT_TRUE(document.diagnostics.empty());
}

TEST(DocxText, TextOutsideParagraphsIsKept) {
  const auto document = read_package("<w:r><w:t>游离</w:t></w:r>" + paragraph("正常"));
  EXPECT_EQ(outline(document), (Lines{"P 游离", "P 正常"}));
}

TEST(DocxText, UnreadContentIsNamed) {
  const auto document =
      read_package(paragraph("正文") + "<w:altChunk r:id=\"chunk9\"/><w:subDoc r:id=\"part2\"/>" +
                   run("<w:object><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object>") +
                   run("<w:drawing><a:blip/></w:drawing>"));
  EXPECT_TRUE(has_message(document, "DOCX-031"));
  EXPECT_TRUE(has_message(document, "DOCX-032"));
  EXPECT_TRUE(has_message(document, "DOCX-033"));
  EXPECT_TRUE(has_message(document, "DOCX-034"));
}

TEST(DocxText, AnEmptyBodyIsSaid) {
  EXPECT_TRUE(has_message(read_package("<w:p/>"), "DOCX-040"));
}

}  // namespace
}  // namespace guifan::testing
