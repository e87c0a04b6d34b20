// SPDX-License-Identifier: Apache-2.0
// Tables: spans, merges, missing grids, nesting, tables in controls and text boxes.
#include <gtest/gtest.h>

#include "package_maker.h"

namespace guifan::testing {
namespace {

using Lines = std::vector<std::string>;

std::string table(std::string_view rows) {
  return "<w:tbl><w:tblPr/>" + std::string(rows) + "</w:tbl>";
}
std::string row(std::string_view cells, std::string_view properties = {}) {
  return "<w:tr><w:trPr>" + std::string(properties) + "</w:trPr>" + std::string(cells) + "</w:tr>";
}
const std::string kStart = "<w:vMerge w:val=\"restart\"/>";
const std::string kContinue = "<w:vMerge/>";

TEST(DocxTable, ResolvesColumnAndRowSpans) {
  const auto document =
      read_package(table(row(cell("项目", kStart) + cell("数量", "<w:gridSpan w:val=\"2\"/>")) +
                         row(cell("", kContinue) + cell("新制作") + cell("对外公开")) +
                         row(cell("规章") + cell("0") + cell("3"))));
  EXPECT_EQ(outline(document), Lines{"T [项目{2x1}|数量{1x2}] [@1:新制作|对外公开] [规章|0|3]"});
}

TEST(DocxTable, OutlineMarksCellsThatStartLater) {
  // Guards the helper itself: "@1:" stands in a row whose first cell is in column 1.
  const auto document = read_package(
      table(row(cell("甲") + cell("乙")) + row(cell("丙"), "<w:gridBefore w:val=\"1\"/>")));
  EXPECT_EQ(outline(document), Lines{"T [甲|乙] [@1:丙]"});
}

TEST(DocxTable, EveryCellHasItsPlace) {
  const auto document = read_package(
      paragraph("前") + table(row(cell("甲") + cell("1")) + row(cell("乙") + cell("2"))));
  const Table& read = std::get<Table>(document.blocks.at(1));
  EXPECT_EQ(to_string(read.cells.at(3).text.place()), "t1 r2 c2");
}

TEST(DocxTable, ContinuedMergeWithoutStartIsACell) {
  const auto document =
      read_package(table(row(cell("甲", kContinue) + cell("1")) + row(cell("乙") + cell("2"))));
  EXPECT_EQ(outline(document), Lines{"T [甲|1] [乙|2]"});
}

TEST(DocxTable, MergeOfAnotherWidthDoesNotContinue) {
  const auto document =
      read_package(table(row(cell("宽", "<w:gridSpan w:val=\"2\"/>" + kStart) + cell("a")) +
                         row(cell("窄", kContinue) + cell("b") + cell("c"))));
  EXPECT_EQ(outline(document), Lines{"T [宽{1x2}|a] [窄|b|c]"});
}

TEST(DocxTable, TextUnderAVerticalMergeIsListedAsRemoved) {
  const auto document = read_package(
      table(row(cell("总计", kStart) + cell("1")) + row(cell("77", kContinue) + cell("2"))));
  EXPECT_EQ(outline(document), Lines{"T [总计{2x1}|1] [@1:2]"});
  EXPECT_EQ(removed(document, "merged-cell"), "77");
}

TEST(DocxTable, OldHorizontalMergeJoinsCells) {
  const auto document = read_package(table(
      row(cell("申请", "<w:hMerge w:val=\"restart\"/>") + cell("", "<w:hMerge/>") + cell("1")) +
      row(cell("a") + cell("b") + cell("c"))));
  EXPECT_EQ(outline(document), Lines{"T [申请{1x2}|1] [a|b|c]"});
}

TEST(DocxTable, OldHorizontalMergeWithoutStartJoinsNothing) {
  const auto document =
      read_package(table(row(cell("规章") + cell("7", "<w:hMerge/>") + cell("8", "<w:hMerge/>"))));
  EXPECT_EQ(outline(document), Lines{"T [规章|7|8]"});
}

TEST(DocxTable, RowsMayHaveFewerCells) {
  const auto document =
      read_package(table(row(cell("a") + cell("b") + cell("c")) + row(cell("d") + cell("e"))));
  const Table& read = std::get<Table>(document.blocks.at(0));
  EXPECT_EQ(read.columns, 3u);
  EXPECT_EQ(outline(document), Lines{"T [a|b|c] [d|e]"});
}

TEST(DocxTable, WidthsGiveTheColumnsWhereGridAndSpansAreMissing) {
  const auto wide = [](std::string_view text, int width) {
    return cell(text, "<w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>");
  };
  const auto document =
      read_package(table(row(wide("项目", 2000) + wide("数量", 4000)) +
                         row(wide("规章", 2000) + wide("3", 1990) + wide("5", 2010))));
  EXPECT_EQ(outline(document), Lines{"T [项目|数量{1x2}] [规章|3|5]"});
}

TEST(DocxTable, WidthsAreNotBelievedAgainstAGrid) {
  const auto wide = [](std::string_view text, int width) {
    return cell(text, "<w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>");
  };
  const auto document =
      read_package("<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>" +
                   row(wide("项目", 2000) + wide("数量", 4000)) +
                   row(wide("规章", 2000) + wide("3", 2000) + wide("5", 2000)) + "</w:tbl>");
  EXPECT_EQ(outline(document), Lines{"T [项目|数量] [规章|3|5]"});
}

TEST(DocxTable, WidthsGiveTheSpansWhereEveryEdgeIsOneOfTheGrid) {
  const auto wide = [](std::string_view text, int width) {
    return cell(text, "<w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>");
  };
  const std::string rows =
      row(wide("项目", 3000) + wide("甲", 1000) + wide("乙", 1000)) +
      row(wide("大类", 1500) + wide("小类", 1500) + wide("1", 1000) + wide("2", 1000)) + "</w:tbl>";
  const auto grid = [](std::string_view second) {
    return "<w:tbl><w:tblGrid><w:gridCol w:w=\"1500\"/><w:gridCol w:w=\"" + std::string(second) +
           "\"/><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"1000\"/></w:tblGrid>";
  };
  EXPECT_EQ(outline(read_package(grid("1500") + rows)),
            Lines{"T [项目{1x2}|甲|乙] [大类|小类|1|2]"});
  EXPECT_EQ(outline(read_package(grid("2500") + rows)), Lines{"T [项目|甲|乙] [大类|小类|1|2]"});
}

TEST(DocxTable, WidthsMayBePercentages) {
  const auto wide = [](std::string_view text, int share) {
    return cell(text, "<w:tcW w:w=\"" + std::to_string(share) + "\" w:type=\"pct\"/>");
  };
  const auto document =
      read_package("<w:tbl>" + row(wide("项目", 3000) + wide("甲", 2000)) +
                   row(wide("大类", 1500) + wide("小类", 1500) + wide("1", 2000)) + "</w:tbl>");
  EXPECT_EQ(outline(document), Lines{"T [项目{1x2}|甲] [大类|小类|1]"});
}

TEST(DocxTable, HeaderRowsAreMarked) {
  const auto document = read_package(
      table(row(cell("项目") + cell("数"), "<w:tblHeader/>") + row(cell("a") + cell("1"))));
  const Table& read = std::get<Table>(document.blocks.at(0));
  EXPECT_TRUE(read.cells.at(0).header);
  EXPECT_FALSE(read.cells.at(2).header);
}

TEST(DocxTable, InnerDataTablesFollowTheOuterOne) {
  const std::string inner = table(row(cell("内") + cell("9")));
  const auto document =
      read_package(table(row(cell("外") + cell("1")) + row(cell("乙") + "<w:tc>" + paragraph("见") +
                                                           inner + paragraph("") + "</w:tc>")) +
                   paragraph("后文"));
  EXPECT_EQ(outline(document), (Lines{"T [外|1] [乙|见]", "T [内|9]", "P 后文"}));
}

TEST(DocxTable, LayoutTablesAreUnwrapped) {
  const std::string inner = table(row(cell("内") + cell("9")) + row(cell("乙") + cell("8")));
  const auto document = read_package(table(row("<w:tc>" + paragraph("标题") + "</w:tc>") +
                                           row("<w:tc>" + inner + paragraph("说明") + "</w:tc>")));
  EXPECT_EQ(outline(document), (Lines{"P 标题", "T [内|9] [乙|8]", "P 说明"}));
}

TEST(DocxTable, ASingleCellIsAFrame) {
  EXPECT_EQ(outline(read_package(table(row(cell("公告内容"))))), Lines{"P 公告内容"});
}

TEST(DocxTable, TablesRowsAndCellsInContentControls) {
  const auto control = [](std::string_view content) {
    return "<w:sdt><w:sdtPr/><w:sdtContent>" + std::string(content) + "</w:sdtContent></w:sdt>";
  };
  const auto document = read_package(
      control(table(control(row(cell("甲") + control(cell("1")))) + row(cell("乙") + cell("2")))));
  EXPECT_EQ(outline(document), Lines{"T [甲|1] [乙|2]"});
}

TEST(DocxTable, TableInATextBox) {
  const auto document =
      read_package("<w:p><w:r><w:t>正文</w:t><w:pict><v:textbox><w:txbxContent>" +
                   table(row(cell("甲") + cell("1")) + row(cell("乙") + cell("2"))) +
                   paragraph("") + "</w:txbxContent></v:textbox></w:pict></w:r></w:p>");
  EXPECT_EQ(outline(document), (Lines{"P 正文", "T [甲|1] [乙|2]"}));
}

TEST(DocxTable, TableInsideARunSplitsTheParagraph) {
  const auto document = read_package(
      "<w:p><w:r><w:t>前</w:t>" + table(row(cell("甲") + cell("1"))) + "<w:t>后</w:t></w:r></w:p>");
  EXPECT_EQ(outline(document), (Lines{"P 前", "T [甲|1]", "P 后"}));
}

TEST(DocxTable, ParagraphsOfACellAreLines) {
  const auto document = read_package(table(row("<w:tc>" + paragraph("行政") + paragraph("") +
                                               paragraph("许可") + "</w:tc>" + cell("1"))));
  EXPECT_EQ(outline(document), Lines{"T [行政\n许可|1]"});
}

TEST(DocxTable, HiddenRowsAreListed) {
  const auto document =
      read_package(table(row(cell("甲") + cell("1")) + row(cell("藏") + cell("2"), "<w:hidden/>")));
  EXPECT_EQ(outline(document), Lines{"T [甲|1]"});
  EXPECT_EQ(removed(document, "hidden-text"), "藏|2");
}

TEST(DocxTable, HugeSpanIsALimit) {
  const auto document =
      read(package(table(row(cell("甲", "<w:gridSpan w:val=\"999999999\"/>") + cell("1")))));
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().kind, ErrorKind::LimitExceeded);
}

TEST(DocxTable, DeepNestingIsALimitNotACrash) {
  std::string body;
  for (int i = 0; i < 200; ++i) body += "<w:tbl><w:tr><w:tc>";
  for (int i = 0; i < 200; ++i) body += "<w:p/></w:tc></w:tr></w:tbl>";
  const auto document = read(package(body));
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().kind, ErrorKind::LimitExceeded);
}

}  // namespace
}  // namespace guifan::testing
