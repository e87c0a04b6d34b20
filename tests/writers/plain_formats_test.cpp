// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "written.h"

namespace guifan {
namespace {

std::string written(const char* module, const test::SampleReport& sample) {
  const PrintedReport printed = sample.print();
  const test::Written result = test::write_with(module, printed.view());
  EXPECT_EQ(result.status, GUIFAN_OK);
  return result.bytes;
}

bool has(std::string_view page, std::string_view words) {
  return page.find(words) != std::string_view::npos;
}

TEST(MarkdownWriter, WritesOutTheLabelsOfMergedCells) {
  const std::string page = written("markdown", test::sample_report());
  EXPECT_TRUE(has(page,
                  "| （勾稽关系） | 申请人情况 / 自然人 | 申请人情况 / 总计 |\n"
                  "| --- | ---: | ---: |\n"
                  "| 办理结果 / （一）予以公开 | | 5 |\n"
                  "| 办理结果 / （二）其他处理 | | ≈7 |\n"))
      << page;
  EXPECT_TRUE(has(page, "**第二十条第（八）项**\n\n| 信息内容 | 本年收费金额（单位：万元） |"));
}

TEST(MarkdownWriter, SourceTextStaysText) {
  test::SampleReport sample = test::sample_report();
  sample.report.chapters[0].blocks[1].text =
      "# 不是标题\n- 不是列表\n1. 也不是\n*a* | [b](c) `d` <e> &amp;\n===";
  const std::string page = written("markdown", sample);
  EXPECT_TRUE(has(page,
                  "\\# 不是标题\\\n\\- 不是列表\\\n1\\. 也不是\\\n"
                  "\\*a\\* \\| \\[b\\](c) \\`d\\` \\<e\\> &amp;amp;\\\n\\===\n"))
      << page;
  EXPECT_TRUE(has(page, "| 类别 | 数量 \\<条\\> |\n| --- | --- |\n| 听证会 | 8 |\n"));
}

TEST(PlainWriters, IndentsByStyleNotBySpaces) {
  test::SampleReport sample = test::sample_report();
  // As scraped pages have them: full-width, no-break and em spaces.
  sample.report.chapters[0].blocks[1].text = "\u3000\u3000\u00A0\u2003全年公开信息。\u3000";
  EXPECT_TRUE(has(written("html-writer", sample), "<p>全年公开信息。</p>"));
  EXPECT_TRUE(has(written("markdown", sample), "\n全年公开信息。\n"));
  const std::string plain = written("text-writer", sample);
  EXPECT_TRUE(has(plain, "全年公开信息。\n"));
  EXPECT_FALSE(has(plain, "\u2003"));
}

TEST(MarkdownWriter, ATableWithoutHeaderGetsAnEmptyOne) {
  test::SampleReport sample = test::sample_report();
  for (TableCell& cell : std::get<Table>(sample.document.blocks[5]).cells) cell.header = false;
  EXPECT_TRUE(has(written("markdown", sample), "| | |\n| --- | --- |\n| 类别 | 数量 \\<条\\> |\n"));
}

TEST(TextWriter, AlignsColumnsByWhatIsSeen) {
  const std::string page = written("text-writer", test::sample_report());
  EXPECT_TRUE(has(page,
                  "（勾稽关系）        自然人  总计\n"
                  "办理结果\n"
                  "  （一）予以公开  （空白）     5\n"
                  "  （二）其他处理  （空白）    ≈7\n"))
      << page;
}

TEST(TextWriter, ColumnsOfOneNameGetTheLabelsAboveThem) {
  test::SampleReport sample = test::sample_report();
  auto& heads = sample.target.tables[1].rows;
  heads[0].slots[1] = test::detail::label("复议", 0, 2);
  heads[0].slots.push_back(test::detail::label("诉讼", 0, 3));
  heads[1].slots[0].label.text = "总计";
  const std::string page = written("text-writer", sample);
  EXPECT_TRUE(has(page,
                  "                  复议      诉讼\n"
                  "（勾稽关系）          总计  总计\n"))
      << page;
}

TEST(TextWriter, LabelsThatDoNotFitAboveTheirColumnsMakeAList) {
  test::SampleReport sample = test::sample_report();
  auto& heads = sample.target.tables[1].rows;
  heads[0].slots[1] = test::detail::label("未经行政复议直接起诉的案件", 0, 2);
  heads[0].slots.push_back(test::detail::label("诉讼", 0, 3));
  heads[1].slots[0].label.text = "总计";
  const std::string page = written("text-writer", sample);
  EXPECT_TRUE(
      has(page, "办理结果 / （一）予以公开 / 未经行政复议直接起诉的案件 / 总计：（空白）\n"))
      << page;
  EXPECT_TRUE(has(page, "办理结果 / （一）予以公开 / 诉讼 / 总计：5\n")) << page;
}

TEST(TextWriter, OneLongCellDoesNotMoveTheOtherRows) {
  test::SampleReport sample = test::sample_report();
  std::string longest;
  for (int i = 0; i < 40; ++i) longest += "很长";
  std::get<Table>(sample.document.blocks[5]).cells[2].text.original = longest;
  const std::string page = written("text-writer", sample);
  EXPECT_TRUE(has(page, "\n" + longest + "  8\n")) << page;
  EXPECT_TRUE(has(page, "\n类别" + std::string(62, ' ') + "数量 <条>\n")) << page;
}

TEST(TextWriter, NoLineEndsInASpace) {
  EXPECT_FALSE(has(written("text-writer", test::sample_report()), " \n"));
}

}  // namespace
}  // namespace guifan
