// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "written.h"

namespace guifan {
namespace {

using Json = nlohmann::ordered_json;

Json written() {
  const PrintedReport printed = test::sample_report().print();
  const test::Written result = test::write_with("json", printed.view());
  EXPECT_EQ(result.status, GUIFAN_OK);
  return Json::parse(result.bytes);
}

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

Json schema() {
  std::ifstream file(GUIFAN_SOURCE_DIR "/docs/report.schema.json");
  return Json::parse(file);
}

/// `value` has exactly the keys that the schema requires, or allows; checked at every level the
/// schema describes.
void expect_keys(const Json& schema, const Json& value, const std::string& where) {
  if (!value.is_object() || !schema.contains("properties")) return;
  for (const auto& name : schema["required"])
    EXPECT_TRUE(value.contains(name)) << where << "." << name;
  for (const auto& [name, inner] : value.items()) {
    ASSERT_TRUE(schema["properties"].contains(name)) << where << "." << name;
    const Json& property = schema["properties"][name];
    expect_keys(property, inner, where + "." + name);
    if (inner.is_array() && property.contains("items"))
      for (const Json& item : inner)
        expect_keys(property["items"], item, where + "." + name + "[]");
  }
}

TEST(JsonWriter, HasTheKeysOfTheSchemaInItsOrder) {
  const Json json = written();
  const Json expected = schema();
  EXPECT_EQ(keys(json), keys(expected["properties"]));
  expect_keys(expected, json, "report");
  for (const auto& [id, cell] : json["cells"].items())
    expect_keys(expected["properties"]["cells"]["additionalProperties"], cell, "cells." + id);
}

TEST(JsonWriter, FilledCellsAndBlanksAreApart) {
  const Json json = written();
  EXPECT_EQ(json["cells"]["granted.total"]["value"], "5");
  EXPECT_EQ(json["cells"]["granted.total"]["rule"], "exact");
  EXPECT_EQ(json["cells"]["granted.total"]["sources"][0]["place"], "line 7");
  EXPECT_EQ(json["cells"]["fees.amount"]["unit"], "元");
  EXPECT_FALSE(json["cells"]["granted.total"].contains("unit"));
  EXPECT_EQ(json["blanks"]["granted.natural"], "not-collected");
  EXPECT_EQ(json["cells"].size() + json["blanks"].size(), 5u);
}

TEST(JsonWriter, KeepsEveryBlockOfTheSourceAndNoneOfTheTemplate) {
  const Json chapters = written()["chapters"];
  EXPECT_EQ(chapters[0]["blocks"][1]["text"], "全年公开信息 12 条，其中 a<b & \"c\"。");
  ASSERT_EQ(chapters[2]["blocks"].size(), 2u);
  EXPECT_EQ(chapters[2]["blocks"][1]["kind"], "table");
  EXPECT_EQ(chapters[1]["blocks"].size(), 0u);
}

TEST(JsonWriter, UnknownIsNull) {
  test::SampleReport sample = test::sample_report();
  sample.report.identity.organisation.value.clear();
  sample.report.identity.year.value.clear();
  sample.report.identity.published.value.clear();
  const PrintedReport printed = sample.print();
  const Json json = Json::parse(test::write_with("json", printed.view()).bytes);
  EXPECT_TRUE(json["organisation"].is_null());
  EXPECT_TRUE(json["year"].is_null());
  EXPECT_TRUE(json["published"].is_null());
}

TEST(JsonWriter, SameBytesEveryRun) {
  const std::string first = test::write_with("json", test::sample_report().print().view()).bytes;
  EXPECT_EQ(first, test::write_with("json", test::sample_report().print().view()).bytes);
}

TEST(JsonWriter, OneLineWhenAsked) {
  const PrintedReport printed = test::sample_report().print();
  const std::string bytes = test::write_with("json", printed.view(), {{"indent", "0"}}).bytes;
  EXPECT_EQ(bytes.find('\n'), bytes.size() - 1);
}

TEST(EveryWriter, SaysSoWhenTheOutputTakesNoBytes) {
  const PrintedReport printed = test::sample_report().print();
  for (const char* module :
       {"json", "html-writer", "docx-writer", "markdown", "text-writer", "csv", "xlsx-writer"})
    EXPECT_EQ(test::write_to_full_disk(module, printed.view()), GUIFAN_IO) << module;
}

}  // namespace
}  // namespace guifan
