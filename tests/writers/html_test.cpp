// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "written.h"

namespace guifan {
namespace {

std::string written(const test::SampleReport& sample) {
  const PrintedReport printed = sample.print();
  const test::Written result = test::write_with("html-writer", printed.view());
  EXPECT_EQ(result.status, GUIFAN_OK);
  return result.bytes;
}

bool has(std::string_view page, std::string_view words) {
  return page.find(words) != std::string_view::npos;
}

TEST(HtmlWriter, EscapesWhatTheSourceSays) {
  const std::string page = written(test::sample_report());
  EXPECT_TRUE(has(page, "全年公开信息 12 条，其中 a&lt;b &amp; &quot;c&quot;。"));
  EXPECT_TRUE(has(page, "数量 &lt;条&gt;"));
  EXPECT_FALSE(has(page, "a<b"));
}

TEST(HtmlWriter, EachValueLinksToItsSourceAndBack) {
  const std::string page = written(test::sample_report());
  EXPECT_TRUE(has(page, "<a id=\"cell-2\" href=\"#source-2\" aria-describedby=\"words-2\""));
  EXPECT_TRUE(has(page, "<li id=\"source-2\"><a href=\"#cell-2\">"));
  EXPECT_TRUE(has(page, "原文“申请总数 5”（第7行）"));
}

TEST(HtmlWriter, CellsWithTheSameEvidenceShareOneEntry) {
  test::SampleReport sample = test::sample_report();
  // Three cells that one printed total of 0 fixes.
  for (StandardCell& cell : sample.standard.cells)
    if (cell.id.starts_with("granted.") || cell.id == "other.natural") {
      cell.filled = true;
      cell.rule = FillRule::Zero;
      cell.value = "0";
      cell.unit.clear();
      cell.sources = {{"答复总数 0", {}}};
      cell.caveat.clear();
      cell.crosswalk_reason.clear();
    }
  const std::string page = written(sample);
  EXPECT_TRUE(
      has(page,
          "<li id=\"source-1\"><a href=\"#cell-1\">办理结果/（一）予以公开</a>（各列）；"
          "<a href=\"#cell-3\">（二）其他处理 · 自然人</a>：<span id=\"words-1\"><strong>0"))
      << page;
  EXPECT_TRUE(has(page, "<a id=\"cell-3\" href=\"#source-1\" aria-describedby=\"words-1\""));
  EXPECT_FALSE(has(page, "<li id=\"source-3\">"));
}

TEST(HtmlWriter, ValuesNameTheirLabels) {
  const std::string page = written(test::sample_report());
  // granted.total stands below 申请人情况 and 总计, beside 办理结果 and （一）予以公开.
  EXPECT_TRUE(has(page, "headers=\"t2r0c2 t2r1c3 t2r2c0 t2r2c1\"><a id=\"cell-2\""));
}

TEST(HtmlWriter, BlanksAreEmptyAndSayWhy) {
  const std::string page = written(test::sample_report());
  EXPECT_TRUE(
      has(page, "data-source=\"空白：原文此处有多种读法：3 或 30\" aria-label=\"空白\"></a></td>"));
}

TEST(HtmlWriter, RowsWithTheSameBlankColumnsAreNamedTogether) {
  test::SampleReport sample = test::sample_report();
  for (StandardCell& cell : sample.standard.cells)
    if (cell.id.ends_with(".natural")) {
      cell.filled = false;
      cell.blank = BlankReason::NotCollected;
      cell.blank_detail.clear();
    }
  EXPECT_TRUE(has(written(sample),
                  "<dd><strong>自然人</strong>：办理结果/（一）予以公开；（二）其他处理</dd>"))
      << written(sample);
}

TEST(HtmlWriter, MarksApproximateCells) {
  const std::string page = written(test::sample_report());
  EXPECT_TRUE(has(page, "<td class=\"value approximate\""));
  EXPECT_TRUE(has(page, ">≈7</a>"));
}

TEST(HtmlWriter, WarningsStandBeforeTheReport) {
  const std::string page = written(test::sample_report());
  const std::size_t notice = page.find("class=\"notice\"");
  ASSERT_NE(notice, std::string::npos);
  EXPECT_LT(notice, page.find("<main"));
  test::SampleReport quiet = test::sample_report();
  quiet.standard.diagnostics.clear();
  EXPECT_FALSE(has(written(quiet), "class=\"notice\""));
}

TEST(HtmlWriter, NeedsNothingFromElsewhere) {
  const std::string page = written(test::sample_report());
  for (const char* word : {"<script", "http://", "https://", "<link", "<img", "@import", "url("})
    EXPECT_FALSE(has(page, word)) << word;
}

TEST(HtmlWriter, HeadingLevelsNeverSkip) {
  test::SampleReport sample = test::sample_report();
  auto& blocks = sample.report.chapters[0].blocks;
  blocks.push_back({ReportBlock::Kind::Heading, 5, "深一层", {}, 0, false});
  const std::string page = written(sample);
  EXPECT_TRUE(has(page, "<h4>深一层</h4>"));
}

TEST(HtmlWriter, AHeaderCellThatReachesIntoTheBodyIsNoRepeatedHead) {
  test::SampleReport sample = test::sample_report();
  auto& table = std::get<Table>(sample.document.blocks[5]);
  table.cells = {table.cells[0], table.cells[1], table.cells[3]};
  table.cells[0].row_span = 9;  // also more rows than there are
  const std::string page = written(sample);
  EXPECT_TRUE(has(page, "<tbody>\n<tr><th id=\"t3r0c0\" scope=\"rowgroup\" rowspan=\"2\">"));
}

TEST(HtmlWriter, SameBytesEveryRun) {
  EXPECT_EQ(written(test::sample_report()), written(test::sample_report()));
}

}  // namespace
}  // namespace guifan
