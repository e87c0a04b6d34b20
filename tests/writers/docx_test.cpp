// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <zip.h>

#include <map>
#include <memory>

#include "written.h"

namespace guifan {
namespace {

/// The parts of a package by name.
std::map<std::string, std::string> parts_of(const std::string& package) {
  std::map<std::string, std::string> parts;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(package.data(), package.size(), 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  EXPECT_NE(archive, nullptr) << zip_error_strerror(&error);
  if (archive == nullptr) return parts;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
    std::string bytes(stat.size, '\0');
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    zip_fread(file, bytes.data(), bytes.size());
    zip_fclose(file);
    parts[stat.name] = bytes;
  }
  zip_close(archive);
  return parts;
}

std::map<std::string, std::string> written(const test::SampleReport& sample) {
  const PrintedReport printed = sample.print();
  const test::Written result = test::write_with("docx-writer", printed.view());
  EXPECT_EQ(result.status, GUIFAN_OK);
  return parts_of(result.bytes);
}

std::size_t count(std::string_view text, std::string_view words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string_view::npos;
       at = text.find(words, at + 1))
    ++found;
  return found;
}

TEST(DocxWriter, EveryPartIsWellFormed) {
  const auto parts = written(test::sample_report());
  EXPECT_EQ(parts.size(), 11u);
  for (const auto& [name, bytes] : parts) {
    xmlDoc* document =
        xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), name.c_str(), nullptr, 0);
    EXPECT_NE(document, nullptr) << name;
    xmlFreeDoc(document);
  }
}

TEST(DocxWriter, ControlCharactersOfTheSourceDoNotBreakThePackage) {
  test::SampleReport sample = test::sample_report();
  sample.report.chapters[0].blocks[1].text =
      "a\x01\x0b]]>\xEF\xBF\xBF"
      "b";
  const std::string document = written(sample)["word/document.xml"];
  EXPECT_NE(document.find("a]]&gt;b"), std::string::npos);
}

TEST(DocxWriter, OnlyMarksSharedByBothScriptsAskForTheChineseFont) {
  test::SampleReport sample = test::sample_report();
  sample.report.chapters[0].blocks[1].text = "说“是”的";
  sample.report.chapters[0].blocks[0].text = "没有引号的";
  const std::string document = written(sample)["word/document.xml"];
  const std::string hint = "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t>";
  EXPECT_NE(document.find(hint + "说“是”的"), std::string::npos);
  EXPECT_NE(document.find("<w:r><w:t>没有引号的"), std::string::npos);
}

TEST(DocxWriter, ALongBodyIsOnePartWhole) {
  test::SampleReport sample = test::sample_report();
  std::string line;
  for (int i = 0; i < 60'000; ++i) line += std::to_string(i) + "、";
  sample.report.chapters[0].blocks[1].text = line;
  EXPECT_NE(written(sample)["word/document.xml"].find(line), std::string::npos);
}

TEST(DocxWriter, MergesCellsAsTheTemplateDoes) {
  const std::string document = written(test::sample_report())["word/document.xml"];
  // 勾稽关系 (2 x 2), 申请人情况 (1 x 2), 办理结果 (2 x 1), 第二十条 (1 x 2).
  EXPECT_EQ(count(document, "<w:vMerge w:val=\"restart\"/>"), 2u);
  EXPECT_EQ(count(document, "<w:vMerge/>"), 2u);
  EXPECT_EQ(count(document, "<w:gridSpan w:val=\"2\"/>"), 4u);
}

TEST(DocxWriter, RepeatsHeaderRowsAndKeepsRowsWhole) {
  const std::string document = written(test::sample_report())["word/document.xml"];
  EXPECT_GE(count(document, "<w:tblHeader/>"), 4u);
  EXPECT_EQ(count(document, "<w:tr>"), count(document, "<w:cantSplit/>"));
}

/// The first cell of the document whose text is `label`, properties and all.
std::string cell_of(const std::string& document, const std::string& label) {
  const std::size_t text = document.find(">" + label + "<");
  EXPECT_NE(text, std::string::npos) << label;
  const std::size_t begin = document.rfind("<w:tc>", text);
  return document.substr(begin, document.find("</w:tc>", begin) - begin);
}

TEST(DocxWriter, NarrowFormsOfTheTemplateHaveEqualColumnsAndColouredBands) {
  const std::string document = written(test::sample_report())["word/document.xml"];
  EXPECT_NE(document.find("<w:gridCol w:w=\"4870\"/><w:gridCol w:w=\"4870\"/>"), std::string::npos);
  EXPECT_EQ(count(document, "w:fill=\"C6D9F1\""), 1u);
  const std::string band = cell_of(document, "第二十条第（八）项");
  EXPECT_NE(band.find("w:fill=\"C6D9F1\""), std::string::npos);
  EXPECT_NE(band.find("TableTextLeft"), std::string::npos);
  EXPECT_EQ(cell_of(document, "行政事业性收费").find("Left"), std::string::npos);
}

// The table of chapter four: labels of two rows in the first column, figures without a label.
TEST(DocxWriter, ColumnHeadsStandInTheMiddleAndARowOfFiguresIsAsHighAsTwo) {
  test::SampleReport sample = test::sample_report();
  LayoutTable disputes;
  disputes.id = "disputes";
  disputes.chapter = 4;
  disputes.columns = 6;
  disputes.rows.resize(4);
  for (const std::uint32_t row : {0U, 1U, 2U}) disputes.rows[row].header = true;
  disputes.rows[0].slots = {test::detail::label("复议", 0, 0, 1, 3),
                            test::detail::label("诉讼", 0, 3, 1, 3)};
  disputes.rows[1].slots = {test::detail::label("维持一", 1, 0, 2, 1)};
  for (std::uint32_t column = 1; column < 6; ++column)
    disputes.rows[1].slots.push_back(
        test::detail::label("纠正" + std::to_string(column), 1, column, 2, 1));
  for (std::uint32_t column = 0; column < 6; ++column) {
    const std::string id = "disputes." + std::to_string(column);
    disputes.rows[3].slots.push_back(test::detail::value(id, 3, column, {}, {"维持"}));
    sample.standard.cells.push_back(
        test::detail::filled(id, "888", FillRule::Exact, "888", 60 + column));
  }
  sample.target.tables.push_back(disputes);
  sample.target.chapters.push_back({4, "四、复议诉讼情况"});
  const std::string document = written(sample)["word/document.xml"];
  EXPECT_EQ(cell_of(document, "维持一").find("Left"), std::string::npos);
  const auto row_of = [&](const std::string& words) {
    const std::size_t begin = document.rfind("<w:tr>", document.find(">" + words + "<"));
    return document.substr(begin, document.find("</w:tr>", begin) - begin);
  };
  EXPECT_NE(row_of("888").find("<w:trHeight w:val=\"672\""), std::string::npos);
  EXPECT_NE(row_of("维持一").find("<w:trHeight w:val=\"340\""), std::string::npos);
}

TEST(DocxWriter, ATableOfTheTemplateThatFitsStaysOnOnePage) {
  const std::string document = written(test::sample_report())["word/document.xml"];
  const std::size_t begin = document.find("<w:tbl>"), end = document.find("</w:tbl>", begin);
  const std::string table = document.substr(begin, end - begin);
  const std::size_t last_row = table.rfind("<w:tr>");
  EXPECT_EQ(count(table.substr(0, last_row), "<w:p>"), count(table, "<w:keepNext/>"));
  EXPECT_EQ(count(table.substr(last_row), "<w:keepNext/>"), 0u);
}

TEST(DocxWriter, FourCharactersNeverBreakIntoThreeAndOne) {
  // Fifteen columns of five digits: the labels above them have room for three characters a line.
  test::SampleReport sample = test::sample_report();
  LayoutTable wide;
  wide.id = "wide";
  wide.chapter = 4;
  wide.columns = 15;
  wide.rows.resize(2);
  wide.rows[0].header = true;
  for (std::uint32_t i = 0; i < wide.columns; ++i) {
    wide.rows[0].slots.push_back(test::detail::label("结果维持", 0, i));
    const std::string id = "wide." + std::to_string(i);
    wide.rows[1].slots.push_back(test::detail::value(id, 1, i, {}, {"结果维持"}));
    sample.standard.cells.push_back(
        test::detail::filled(id, "12345", FillRule::Exact, "12345", 50 + i));
  }
  sample.target.tables.push_back(wide);
  sample.target.chapters.push_back({4, "四、复议诉讼情况"});
  const std::string cell = cell_of(written(sample)["word/document.xml"], "结果维持");
  const std::size_t width_at = cell.find("<w:tcW w:w=\"") + 12,
                    margin_at = cell.find("<w:left w:w=\"");
  ASSERT_NE(margin_at, std::string::npos) << cell;
  const int room =
      std::atoi(cell.c_str() + width_at) - 2 * std::atoi(cell.c_str() + margin_at + 13);
  const int character = cell.find("Tiny") != std::string::npos    ? 150
                        : cell.find("Small") != std::string::npos ? 180
                                                                  : 200;
  EXPECT_GE(room, 2 * character);
  EXPECT_LT(room, 3 * character);
}

TEST(DocxWriter, MarksApproximateCellsOnly) {
  const std::string document = written(test::sample_report())["word/document.xml"];
  EXPECT_EQ(count(document, "w:fill=\"FDECCB\""), 1u);
  EXPECT_NE(document.find("≈7<"), std::string::npos);
}

TEST(DocxWriter, TablesFillTheTextWidthExactly) {
  const std::string document = written(test::sample_report())["word/document.xml"];
  for (std::size_t at = document.find("<w:tblGrid>"); at != std::string::npos;
       at = document.find("<w:tblGrid>", at + 1)) {
    const std::string_view grid =
        std::string_view(document).substr(at, document.find("</w:tblGrid>", at) - at);
    int sum = 0;
    for (std::size_t column = grid.find("w:w=\""); column != std::string_view::npos;
         column = grid.find("w:w=\"", column + 1))
      sum += std::atoi(grid.data() + column + 5);
    EXPECT_EQ(sum, 9740);
  }
}

TEST(DocxWriter, PropertiesNameBodyYearAndSource) {
  auto parts = written(test::sample_report());
  EXPECT_NE(parts["docProps/core.xml"].find("<dc:creator>青石县</dc:creator>"), std::string::npos);
  EXPECT_NE(parts["docProps/custom.xml"].find("<vt:i4>2016</vt:i4>"), std::string::npos);
  EXPECT_NE(parts["docProps/custom.xml"].find(std::string(64, 'a')), std::string::npos);
}

TEST(DocxWriter, SameBytesEveryRun) {
  const std::string first =
      test::write_with("docx-writer", test::sample_report().print().view()).bytes;
  EXPECT_EQ(first, test::write_with("docx-writer", test::sample_report().print().view()).bytes);
}

}  // namespace
}  // namespace guifan
