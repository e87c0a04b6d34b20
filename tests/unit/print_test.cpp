// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>
#include <span>
#include <string>
#include <string_view>

#include "../support/sample_report.h"
#include "print/cell_list.h"
#include "print/chapter_blocks.h"
#include "print/wording.h"

namespace guifan {
namespace {

std::string_view text(guifan_string string) {
  return {string.data, string.size};
}

std::span<const guifan_block> blocks_of(const guifan_report_view& view, std::size_t chapter) {
  return {view.chapters[chapter - 1].blocks, view.chapters[chapter - 1].block_count};
}

const guifan_grid_cell* grid_cell(const guifan_block& block, std::uint32_t row,
                                  std::uint32_t column) {
  for (const guifan_grid_cell& cell : std::span(block.grid, block.grid_size))
    if (cell.row == row && cell.column == column) return &cell;
  return nullptr;
}

bool notes_say(const guifan_report_view& view, std::string_view words) {
  for (const guifan_block& block : std::span(view.notes, view.note_count)) {
    if (text(block.text).find(words) != std::string_view::npos) return true;
    for (const guifan_grid_cell& cell : std::span(block.grid, block.grid_size))
      if (text(cell.text).find(words) != std::string_view::npos) return true;
  }
  return false;
}

TEST(PrintedReport, HasTheSixOfficialChaptersInOrder) {
  const PrintedReport printed = test::sample_report().print();
  const guifan_report_view& view = printed.view();
  ASSERT_EQ(view.chapter_count, 6u);
  EXPECT_EQ(text(view.chapters[0].title), "总体情况");
  EXPECT_EQ(text(view.chapters[5].title), "其他需要报告的事项");
  EXPECT_EQ(view.year, 2016);
  EXPECT_EQ(text(view.organisation), "青石县");
}

TEST(PrintedReport, KeepsASourceHeadingWithOtherWordsAndHidesOneThatRepeatsTheTitle) {
  const PrintedReport printed = test::sample_report().print();
  const auto first = blocks_of(printed.view(), 1);
  EXPECT_EQ(text(first[0].text), "一、概述");
  EXPECT_EQ(first[0].level, 2u);
  EXPECT_EQ(first[0].printed, 1u);
  const auto third = blocks_of(printed.view(), 3);
  EXPECT_EQ(text(third[0].text), "三、收到和处理政府信息公开申请情况");
  EXPECT_EQ(third[0].printed, 0u);
}

TEST(PrintedReport, ATraditionalHeadingRepeatsTheTitleToo) {
  test::SampleReport sample = test::sample_report();
  sample.report.chapters[0].blocks[0].text = "一、總體情況";
  std::get<Paragraph>(sample.document.blocks[0]).text.normalised = "一、总体情况";
  const PrintedReport printed = sample.print();
  EXPECT_EQ(blocks_of(printed.view(), 1)[0].printed, 0u);
}

TEST(WithoutNumber, CutsTheChapterNumberAndNothingElse) {
  EXPECT_EQ(print::without_number("四、政府信息公开行政复议、行政诉讼情况"),
            "政府信息公开行政复议、行政诉讼情况");
  EXPECT_EQ(print::without_number("政府信息公开行政复议、行政诉讼情况"),
            "政府信息公开行政复议、行政诉讼情况");
}

TEST(SaysTitle, ForgivesNumbersAndSpacesOnly) {
  EXPECT_TRUE(print::says_title("一、总体情况", "总体情况"));
  EXPECT_TRUE(print::says_title(" （一） 总　体 情 况 ", "总体情况"));
  EXPECT_FALSE(print::says_title("一、工作总体情况", "总体情况"));
  EXPECT_FALSE(print::says_title("总体情况分析", "总体情况"));
  EXPECT_FALSE(print::says_title("一、", ""));
}

TEST(PrintedReport, LinesOfARecognisedTableBecomeOneBlockThatIsNotPrinted) {
  const PrintedReport printed = test::sample_report().print();
  const guifan_block& table = blocks_of(printed.view(), 3)[1];
  EXPECT_EQ(table.kind, static_cast<std::uint32_t>(GUIFAN_BLOCK_SOURCE_TABLE));
  EXPECT_EQ(table.printed, 0u);
  EXPECT_EQ(text(table.text), "申请总数\n5");
  EXPECT_EQ(text(table.place), "line 7");
}

TEST(PrintedReport, AnUnknownTableIsPrintedAsItsGrid) {
  const PrintedReport printed = test::sample_report().print();
  const guifan_block& table = blocks_of(printed.view(), 6)[0];
  EXPECT_EQ(table.printed, 1u);
  EXPECT_EQ(table.header_rows, 1u);
  ASSERT_EQ(table.grid_size, 4u);
  EXPECT_EQ(text(grid_cell(table, 1, 0)->text), "听证会");
}

TEST(PrintedReport, TemplateTablesHoldValuesAndBlanksInTheirPlaces) {
  const PrintedReport printed = test::sample_report().print();
  const guifan_report_view& view = printed.view();
  const guifan_block& table = blocks_of(view, 3).back();
  ASSERT_EQ(table.kind, static_cast<std::uint32_t>(GUIFAN_BLOCK_TEMPLATE_TABLE));
  EXPECT_EQ(table.rows, 4u);
  EXPECT_EQ(table.columns, 4u);
  EXPECT_EQ(table.header_rows, 2u);
  const guifan_grid_cell* total = grid_cell(table, 2, 3);
  EXPECT_EQ(total->role, static_cast<std::uint32_t>(GUIFAN_ROLE_VALUE));
  EXPECT_EQ(text(total->text), "5");
  EXPECT_EQ(text(view.cells[total->cell].id), "granted.total");
  EXPECT_EQ(text(view.cells[total->cell].row_label), "办理结果/（一）予以公开");
  const guifan_grid_cell* natural = grid_cell(table, 2, 2);
  EXPECT_EQ(natural->role, static_cast<std::uint32_t>(GUIFAN_ROLE_BLANK));
  EXPECT_EQ(natural->text.size, 0u);
  EXPECT_EQ(text(view.cells[natural->cell].blank), "not-collected");
}

TEST(PrintedReport, HeaderRowsOfSeveralSmallTablesAreNotRepeated) {
  test::SampleReport sample = test::sample_report();
  LayoutTable& table = sample.target.tables[1];
  table.rows.push_back({{test::detail::label("第二十条第（九）项", 4, 0, 1, 4)}, true, 0, false});
  const PrintedReport printed = sample.print();
  EXPECT_EQ(blocks_of(printed.view(), 3).back().header_rows, 0u);
}

TEST(PrintedReport, PrintsAUnitOnlyWhereItDiffers) {
  const PrintedReport printed = test::sample_report().print();
  const guifan_block& fees = blocks_of(printed.view(), 2).back();
  EXPECT_EQ(text(grid_cell(fees, 2, 1)->text), "251000元");
}

TEST(PrintedReport, ChapterSixEndsWithTheResidue) {
  const PrintedReport printed = test::sample_report().print();
  const guifan_block& table = blocks_of(printed.view(), 6).back();
  ASSERT_EQ(table.kind, static_cast<std::uint32_t>(GUIFAN_BLOCK_RESIDUE_TABLE));
  EXPECT_EQ(text(grid_cell(table, 0, 0)->text), "指标");
  EXPECT_EQ(text(grid_cell(table, 1, 2)->text), "3557");
  EXPECT_EQ(text(grid_cell(table, 1, 4)->text), "模板中没有对应项目");
}

TEST(PrintedReport, ChapterSixHasNoTableWithoutResidue) {
  test::SampleReport sample = test::sample_report();
  sample.standard.residue.clear();
  const PrintedReport printed = sample.print();
  for (const guifan_block& block : blocks_of(printed.view(), 6))
    EXPECT_NE(block.kind, static_cast<std::uint32_t>(GUIFAN_BLOCK_RESIDUE_TABLE));
}

TEST(ConversionNotes, NameSourceRulesApproximationsWarningsAndStanding) {
  const PrintedReport printed = test::sample_report().print();
  const guifan_report_view& view = printed.view();
  EXPECT_EQ(text(view.notes[0].text), "转换说明");
  EXPECT_EQ(view.notes[0].level, 1u);
  for (const std::string_view words :
       {"old & new.html", "GB18030", "98%", "试字〔2021〕1号", "原表指标与模板单元格含义相同",
        "原表不统计此项", "随原政府信息公开条例的失效而失效", "口径相近", "申请总数即新收申请",
        "原文单位为元", "total is not the sum"})
    EXPECT_TRUE(notes_say(view, words)) << words;
  EXPECT_TRUE(notes_say(view, std::string(64, 'a')));
}

TEST(ConversionNotes, SpeakEnglishWhenAsked) {
  test::SampleReport sample = test::sample_report();
  const PrintedReport printed = sample.print(Language::English);
  EXPECT_TRUE(notes_say(printed.view(), "Conversion notes"));
  EXPECT_TRUE(notes_say(printed.view(), "it does not mean zero"));
  EXPECT_EQ(text(printed.view().cells[1].blank_text), "the source's form does not ask for it");
}

TEST(ConversionNotes, LeaveOutSectionsThatHaveNothingToSay) {
  test::SampleReport sample = test::sample_report();
  sample.standard.diagnostics.clear();
  sample.standard.cells[4].rule = FillRule::Exact;
  const PrintedReport printed = sample.print();
  EXPECT_FALSE(notes_say(printed.view(), "转换中的提示"));
  EXPECT_FALSE(notes_say(printed.view(), "近似填写"));
}

TEST(PrintedReport, EveryCellOfTheTemplateIsThereOnce) {
  const test::SampleReport sample = test::sample_report();
  const PrintedReport printed = sample.print();
  std::set<std::string_view> ids;
  for (const guifan_cell& cell : std::span(printed.view().cells, printed.view().cell_count)) {
    EXPECT_TRUE(ids.insert(text(cell.id)).second);
    EXPECT_NE(cell.filled != 0, cell.blank.size != 0) << text(cell.id);
  }
  EXPECT_EQ(ids.size(), sample.standard.cells.size());
}

TEST(PlaceWords, AreWordsOfThePrintedLanguage) {
  const Locator cell{.page = 3, .table = 2, .row = 5, .column = 7};
  EXPECT_EQ(print::place_words(cell, Language::Chinese), "第3页表2第5行第7列");
  EXPECT_EQ(print::place_words(cell, Language::English), "page 3, table 2, row 5, column 7");
  EXPECT_EQ(print::place_words({.line = 83, .table = 2}, Language::Chinese), "第83行");
  EXPECT_EQ(print::place_words({.paragraph = 4}, Language::English), "paragraph 4");
  EXPECT_EQ(print::place_words({}, Language::Chinese), "");
}

TEST(PrintedReport, SurvivesAMove) {
  PrintedReport printed = test::sample_report().print();
  const PrintedReport moved = std::move(printed);
  EXPECT_EQ(text(moved.view().title), "青石县2016年政府信息公开工作年度报告");
}

TEST(Print, ManyCellsAreNamedRowByRow) {
  const Layout target = test::sample_report().target;
  EXPECT_EQ(print::list_cells(target, {"granted.natural", "granted.total", "other.natural"},
                              Language::Chinese),
            "办理结果/（一）予以公开（各列）；（二）其他处理 · 自然人");
  EXPECT_EQ(
      print::list_cells(target, {"other.natural", "fees.amount", "no.such"}, Language::English),
      "行政事业性收费 · 本年收费金额; 办理结果/（二）其他处理 · 自然人; no.such");
}

}  // namespace
}  // namespace guifan
