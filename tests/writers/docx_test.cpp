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
    EXPECT_EQ(sum, 8844);
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
