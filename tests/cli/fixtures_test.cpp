// SPDX-License-Identifier: Apache-2.0
// Every fixture with an expectation beside it (FILE.expected.json) converts to exactly these cells,
// and where the expectation names them, to exactly these blanks, residue and messages.
#include <fstream>

#include "process.h"

namespace guifan::cli_test {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSuffix = ".expected.json";

std::vector<fs::path> expectations() {
  std::vector<fs::path> found;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(GUIFAN_SOURCE_DIR) / "fixtures"))
    if (entry.path().string().ends_with(kSuffix)) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

class Fixtures : public CommandLine {};

/// "LABEL = VALUE (REASON, PLACE)" of each figure in the supplementary table.
nlohmann::json residue_of(const nlohmann::json& report) {
  nlohmann::json all = nlohmann::json::array();
  for (const auto& each : report["residue"]) {
    all.push_back(each["label"].get<std::string>() + " = " + each["value"].get<std::string>() +
                  " (" + each["reason"].get<std::string>() + ", " +
                  each["place"].get<std::string>() + ")");
  }
  return all;
}

/// "ID PLACE" of each message.
nlohmann::json messages_of(const nlohmann::json& report) {
  nlohmann::json all = nlohmann::json::array();
  for (const auto& each : report["diagnostics"]) {
    const std::string place = each.value("place", "");
    all.push_back(each["id"].get<std::string>() + (place.empty() ? "" : " " + place));
  }
  return all;
}

TEST_F(Fixtures, ConvertToExactlyTheExpectedCells) {
  const std::vector<fs::path> all = expectations();
  ASSERT_FALSE(all.empty());
  for (const fs::path& expectation : all) {
    SCOPED_TRACE(expectation.filename().string());
    std::ifstream in(expectation);
    const auto expected = nlohmann::json::parse(in, nullptr, false);
    ASSERT_TRUE(expected.is_object());
    const std::string fixture =
        expectation.string().substr(0, expectation.string().size() - kSuffix.size());
    const Outcome outcome = run({"convert", fixture, "--to", "json", "-o", "-", "--template",
                                 expected.value("template", "standard-2021"), "--lang", "zh"});
    if (expected.value("expect", "") == "not-a-report") {
      EXPECT_EQ(outcome.code, 2);
      EXPECT_NE(outcome.err.find("not-a-report"), std::string::npos) << outcome.err;
      continue;
    }
    if (expected.value("expect", "") == "garbled") {
      EXPECT_EQ(outcome.code, 2);
      EXPECT_NE(outcome.err.find(":1: error[REC-006]"), std::string::npos) << outcome.err;
      continue;
    }
    expect_done(outcome);
    const auto report = outcome.json();
    if (!report.is_object()) {
      ADD_FAILURE() << outcome.out << outcome.err;
      continue;
    }
    for (const char* key : {"organisation", "year"}) {
      EXPECT_EQ(report[key], expected.value(key, report[key])) << key;
    }
    std::map<std::string, std::string> got, wanted;
    for (const auto& [id, cell] : report["cells"].items()) got[id] = cell["value"];
    for (const auto& [id, value] : expected["cells"].items())
      wanted[id] = value.is_string() ? value.get<std::string>() : value.dump();
    EXPECT_EQ(got, wanted);
    const auto blanks = expected.value("blanks", nlohmann::json::object());
    for (const auto& [id, reason] : blanks.items())
      EXPECT_EQ(report["blanks"].value(id, "none"), reason) << id;
    if (expected.contains("residue")) {
      EXPECT_EQ(residue_of(report), expected["residue"]);
    }
    if (expected.contains("diagnostics")) {
      EXPECT_EQ(messages_of(report), expected["diagnostics"]);
    }
    if (!expected.contains("headings")) continue;
    std::map<std::string, int> headings;
    for (const auto& chapter : report["chapters"])
      for (const auto& block : chapter["blocks"])
        if (block["kind"] == "heading") headings[block["text"]] = chapter["number"];
    EXPECT_EQ(headings, (expected["headings"].get<std::map<std::string, int>>()));
  }
}

}  // namespace
}  // namespace guifan::cli_test
