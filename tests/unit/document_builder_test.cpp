// SPDX-License-Identifier: Apache-2.0
#include "document/document_builder.h"

#include <gtest/gtest.h>

#include "guifan/limits.h"

namespace guifan {
namespace {

Locator line(std::uint32_t number) {
  Locator place;
  place.line = number;
  return place;
}

TEST(SanitiseText, KeepsChineseAndMendsTheRest) {
  EXPECT_EQ(sanitise_text("本年新收"), "本年新收");
  EXPECT_EQ(sanitise_text(std::string_view("a\0b", 3)), "ab");
  EXPECT_EQ(sanitise_text("a\r\nb\rc\td\x01"
                          "e"),
            "a\nb\nc\td e");
  EXPECT_EQ(sanitise_text("\xE6\x9C"), "\xEF\xBF\xBD");
  EXPECT_EQ(sanitise_text("\xED\xA0\x80"
                          "x")
                .substr(0, 3),
            "\xEF\xBF\xBD");                                 // a surrogate
  EXPECT_EQ(sanitise_text("\xEF\xBF\xBF"), "\xEF\xBF\xBD");  // U+FFFF
}

TEST(DocumentBuilder, RunsCarryTheirPlaces) {
  DocumentBuilder builder;
  builder.begin_paragraph(1, 2);
  builder.text("一、", line(3));
  builder.text("总体", line(3));
  builder.text("情况", line(4));
  builder.end_paragraph();
  const SourceDocument document = builder.finish();
  ASSERT_EQ(document.blocks.size(), 1u);
  const auto& paragraph = std::get<Paragraph>(document.blocks[0]);
  EXPECT_EQ(paragraph.kind, ParagraphKind::Heading);
  EXPECT_EQ(paragraph.level, 2u);
  EXPECT_EQ(paragraph.text.original, "一、总体情况");
  ASSERT_EQ(paragraph.text.runs.size(), 2u);
  EXPECT_EQ(paragraph.text.runs[1].begin, std::string("一、总体").size());
  EXPECT_TRUE(document.diagnostics.empty());
}

TEST(DocumentBuilder, ParagraphsInsideACellBecomeLines) {
  DocumentBuilder builder;
  builder.begin_table(line(1));
  builder.begin_cell(0, 0, 1, 1, false);
  for (const char* words : {"本年", "新收"}) {
    builder.begin_paragraph(0, 0);
    builder.text(words, line(1));
    builder.end_paragraph();
  }
  builder.end_cell();
  builder.end_table();
  const SourceDocument document = builder.finish();
  EXPECT_EQ(std::get<Table>(document.blocks.at(0)).cells.at(0).text.original, "本年\n新收");
}

TEST(DocumentBuilder, TextOutsideEverythingIsKept) {
  DocumentBuilder builder;
  builder.text("loose", line(1));
  builder.begin_table(line(2));
  builder.text("in a table, in no cell", line(2));
  builder.begin_cell(0, 0, 0, 0, false);
  builder.text("5", line(3));
  const SourceDocument document = builder.finish();
  ASSERT_EQ(document.blocks.size(), 3u);
  EXPECT_EQ(std::get<Paragraph>(document.blocks[0]).text.original, "loose");
  EXPECT_EQ(std::get<Table>(document.blocks[2]).cells.at(0).text.original, "5");
  ASSERT_EQ(document.diagnostics.size(), 1u);
  EXPECT_EQ(document.diagnostics[0].id, "PLG-033");
}

TEST(DocumentBuilder, LimitsStopIt) {
  DocumentBuilder builder;
  ASSERT_TRUE(builder.begin_table({}));
  EXPECT_FALSE(builder.begin_cell(0, 0, 4'294'967'295u, 1, false));
  EXPECT_EQ(builder.limit_hit(), "table_rows");
  EXPECT_FALSE(builder.text("after", {}));
}

TEST(DocumentBuilder, TextLimitCountsAllText) {
  DocumentBuilder builder;
  const std::string half(limits::decoded_text_bytes / 2 + 1, 'x');
  EXPECT_TRUE(builder.begin_paragraph(0, 0));
  EXPECT_TRUE(builder.text(half, {}));
  EXPECT_FALSE(builder.text(half, {}));
  EXPECT_EQ(builder.limit_hit(), "decoded_text_bytes");
}

TableCell cell(std::uint32_t row, std::uint32_t column, std::uint32_t row_span,
               std::uint32_t column_span, const char* text) {
  TableCell made;
  made.row = row, made.column = column, made.row_span = row_span, made.column_span = column_span;
  made.text.original = text;
  if (*text) made.text.runs.push_back({0, {}});
  return made;
}

TEST(SettleGrid, SoundTableStaysAsItIs) {
  Table table;
  table.cells = {cell(0, 0, 2, 1, "a"), cell(0, 1, 1, 2, "b"), cell(1, 1, 1, 1, "c"),
                 cell(1, 2, 1, 1, "d")};
  EXPECT_EQ(settle_grid(table), 0u);
  EXPECT_EQ(table.rows, 2u);
  EXPECT_EQ(table.columns, 3u);
  EXPECT_EQ(table.cells[0].row_span, 2u);
}

TEST(SettleGrid, OrdersTheCells) {
  Table table;
  table.cells = {cell(1, 0, 1, 1, "b"), cell(0, 1, 1, 1, "a2"), cell(0, 0, 1, 1, "a1")};
  EXPECT_EQ(settle_grid(table), 0u);
  EXPECT_EQ(table.cells[0].text.original, "a1");
  EXPECT_EQ(table.cells[2].text.original, "b");
}

TEST(SettleGrid, SamePositionJoinsTheTexts) {
  Table table;
  table.cells = {cell(0, 0, 1, 1, "1"), cell(0, 0, 1, 1, "2")};
  EXPECT_EQ(settle_grid(table), 1u);
  ASSERT_EQ(table.cells.size(), 1u);
  EXPECT_EQ(table.cells[0].text.original, "1\n2");
  EXPECT_EQ(table.cells[0].text.runs.at(1).begin, 2u);
}

// Property: whatever comes in, no two cells overlap afterwards and every cell's corner stays where
// it was.
TEST(SettleGrid, RandomTablesNeverOverlapAfterwards) {
  std::uint64_t random = 7;
  const auto next = [&random](std::uint32_t below) {
    random = random * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint32_t>(random >> 33) % below;
  };
  for (int round = 0; round < 300; ++round) {
    Table table;
    const std::uint32_t count = 1 + next(12);
    for (std::uint32_t i = 0; i < count; ++i)
      table.cells.push_back(cell(next(5), next(5), 1 + next(4), 1 + next(4), "x"));
    settle_grid(table);
    std::vector<int> covered(std::size_t{table.rows} * table.columns);
    for (const TableCell& each : table.cells)
      for (std::uint32_t row = each.row; row < each.row + each.row_span; ++row)
        for (std::uint32_t column = each.column; column < each.column + each.column_span; ++column)
          ASSERT_EQ(covered[std::size_t{row} * table.columns + column]++, 0) << "round " << round;
  }
}

}  // namespace
}  // namespace guifan
