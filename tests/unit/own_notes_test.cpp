// SPDX-License-Identifier: Apache-2.0
#include "recognise/page/own_notes.h"

#include <gtest/gtest.h>

namespace guifan {
namespace {

Paragraph line(std::string text, ParagraphKind kind = ParagraphKind::Body) {
  Paragraph paragraph;
  paragraph.kind = kind;
  paragraph.text.original = text;
  paragraph.text.normalised = std::move(text);
  return paragraph;
}

Table converter_table() {
  Table table;
  table.rows = 1;
  table.columns = 2;
  table.cells.resize(2);
  table.cells[1].column = 1;
  table.cells[0].text = line("转换程序").text;
  table.cells[1].text = line("guifan 0.1.0").text;
  return table;
}

TEST(OwnNotes, GoAwayWithTheSourcesBeforeThem) {
  SourceDocument document;
  document.blocks = {line("六、其他需要报告的事项"), line("数据来源", ParagraphKind::Heading),
                     line("原文“申请 3 件”"), line("转换说明", ParagraphKind::Heading),
                     converter_table()};
  remove_own_notes(document);
  EXPECT_EQ(document.blocks.size(), 1u);
  ASSERT_EQ(document.removed.size(), 4u);
  EXPECT_EQ(document.removed[1].text, "原文“申请 3 件”");
  EXPECT_EQ(document.removed[3].text, "转换程序\tguifan 0.1.0");
  EXPECT_EQ(document.removed[3].reason, "conversion-notes");
}

TEST(OwnNotes, OfAWorkbookBeginWithTheLongTable) {
  Table cells = converter_table();
  cells.cells.resize(3);
  cells.cells[0].text = line("row_label").text;
  cells.cells[1].text = line("column_label").text;
  cells.cells[2].text = line("source_sha256").text;
  SourceDocument document;
  document.blocks = {line("Sheet 1: 二、主动公开政府信息情况", ParagraphKind::Heading), cells,
                     line("Sheet 5: 正文", ParagraphKind::Heading),
                     line("Sheet 6: 转换说明", ParagraphKind::Heading), converter_table()};
  remove_own_notes(document);
  EXPECT_EQ(document.blocks.size(), 1u);
}

TEST(OwnNotes, AListOfContentsIsNotTheNotes) {
  SourceDocument document;
  document.blocks = {line("转换说明", ParagraphKind::Furniture), line("一、总体情况"),
                     line("转换说明"), converter_table()};
  remove_own_notes(document);
  EXPECT_EQ(document.blocks.size(), 2u);
}

TEST(OwnNotes, StayWhereNoConverterIsNamed) {
  SourceDocument document;
  document.blocks = {line("转换说明", ParagraphKind::Heading), line("单位换算按四舍五入。")};
  remove_own_notes(document);
  EXPECT_EQ(document.blocks.size(), 2u);
}

TEST(OwnNotes, SourcesWithoutNotesStay) {
  SourceDocument document;
  document.blocks = {line("数据来源", ParagraphKind::Heading), line("guifan 0.1.0")};
  remove_own_notes(document);
  EXPECT_EQ(document.blocks.size(), 2u);
}

}  // namespace
}  // namespace guifan
