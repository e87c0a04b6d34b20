// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <zip.h>

#include <nlohmann/json.hpp>

#include "written.h"

namespace guifan {
namespace {

std::string written(const char* module, const test::SampleReport& sample,
                    test::OptionList options = {}) {
  const PrintedReport printed = sample.print();
  const test::Written result = test::write_with(module, printed.view(), options);
  EXPECT_EQ(result.status, GUIFAN_OK);
  return result.bytes;
}

bool has(std::string_view page, std::string_view words) {
  return page.find(words) != std::string_view::npos;
}

std::string part_of(const std::string& package, const char* name) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(package.data(), package.size(), 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  if (archive == nullptr) return {};
  std::string bytes;
  if (zip_file_t* file = zip_fopen(archive, name, 0)) {
    char buffer[4096];
    for (zip_int64_t got = 0; (got = zip_fread(file, buffer, sizeof buffer)) > 0;)
      bytes.append(buffer, static_cast<std::size_t>(got));
    zip_fclose(file);
  }
  zip_close(archive);
  return bytes;
}

TEST(CsvWriter, OneRowACellBlankIsEmptyAndSaysWhy) {
  const std::string csv = written("csv", test::sample_report());
  EXPECT_TRUE(csv.starts_with("organisation,year,template,cell,"));
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 6);
  EXPECT_TRUE(has(csv, "granted.total,办理结果/（一）予以公开,总计,5,件,exact,,"));
  EXPECT_TRUE(has(csv, "granted.natural,办理结果/（一）予以公开,自然人,,件,,not-collected,"));
  EXPECT_TRUE(has(csv, "fees.amount,行政事业性收费,本年收费金额,251000,元,exact,"));
}

TEST(CsvWriter, QuotesAndGuardsTextsButNotNumbers) {
  test::SampleReport sample = test::sample_report();
  sample.report.identity.organisation.value = "=HYPERLINK(\"x\")";
  sample.standard.cells[2].value = "-5";
  const std::string csv = written("csv", sample);
  EXPECT_TRUE(has(csv, "\"'=HYPERLINK(\"\"x\"\")\","));
  EXPECT_TRUE(has(csv, ",总计,-5,件,"));
}

TEST(CsvWriter, ByteOrderMarkWhenAsked) {
  EXPECT_FALSE(written("csv", test::sample_report()).starts_with("\xEF\xBB\xBF"));
  EXPECT_TRUE(written("csv", test::sample_report(), {{"bom", "yes"}}).starts_with("\xEF\xBB\xBF"));
}

TEST(CsvWriter, DescriptorNamesTheFieldsOfTheTable) {
  const std::string csv = written("csv", test::sample_report());
  const auto json = nlohmann::json::parse(
      written("csv", test::sample_report(), {{"part", "datapackage"}, {"path", "a.csv"}}));
  const auto& resource = json["resources"][0];
  EXPECT_EQ(resource["path"], "a.csv");
  std::string header;
  for (const auto& field : resource["schema"]["fields"])
    header += (header.empty() ? "" : ",") + field["name"].get<std::string>();
  EXPECT_TRUE(csv.starts_with(header + "\r\n")) << header;
}

TEST(CsvWriter, RefusesAPartThatItDoesNotKnow) {
  const PrintedReport printed = test::sample_report().print();
  EXPECT_EQ(test::write_with("csv", printed.view(), {{"part", "else"}}).status, GUIFAN_UNSUPPORTED);
}

TEST(XlsxWriter, HasATableASheetAndTheLongTable) {
  const std::string workbook =
      part_of(written("xlsx-writer", test::sample_report()), "xl/workbook.xml");
  for (const char* name : {"\"二、主动公开政府信息情况\"", "\"三、收到和处理政府信息公开申请情况\"",
                           "\"补充表\"", "\"数据\"", "\"正文\"", "\"转换说明\""})
    EXPECT_TRUE(has(workbook, name)) << name;
}

TEST(XlsxWriter, ValuesAreNumbersInTheirCellsAndMergesAreThere) {
  const std::string sheet =
      part_of(written("xlsx-writer", test::sample_report()), "xl/worksheets/sheet2.xml");
  EXPECT_TRUE(has(sheet, "<c r=\"D3\"")) << sheet;
  const std::size_t cell = sheet.find("<c r=\"D3\"");
  EXPECT_TRUE(sheet.substr(cell, 60).find("<v>5</v>") != std::string::npos)
      << sheet.substr(cell, 60);
  for (const char* range : {"\"A1:B2\"", "\"C1:D1\"", "\"A3:A4\""})
    EXPECT_TRUE(has(sheet, range)) << range;
}

TEST(XlsxWriter, AValueWithAUnitOfItsOwnIsText) {
  const std::string package = written("xlsx-writer", test::sample_report());
  EXPECT_TRUE(has(part_of(package, "xl/sharedStrings.xml"), "<t>251000元</t>"));
  EXPECT_FALSE(has(part_of(package, "xl/worksheets/sheet1.xml"), "<v>251000</v>"));
}

TEST(XlsxWriter, NumbersThatADoubleCannotHoldStayText) {
  test::SampleReport sample = test::sample_report();
  sample.standard.cells[2].value = "12345678901234567";
  EXPECT_TRUE(has(part_of(written("xlsx-writer", sample), "xl/sharedStrings.xml"),
                  "<t>12345678901234567</t>"));
}

TEST(XlsxWriter, SameBytesEveryRun) {
  EXPECT_EQ(written("xlsx-writer", test::sample_report()),
            written("xlsx-writer", test::sample_report()));
}

}  // namespace
}  // namespace guifan
