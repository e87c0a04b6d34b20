// SPDX-License-Identifier: Apache-2.0
// House rules: every message of the catalogue is raised somewhere, and by a test; the code raises
// no other.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "guifan/diagnostic.h"

namespace guifan {
namespace {

namespace fs = std::filesystem;

/// Messages that no test can raise on every machine.
const std::set<std::string_view> kUnraisable = {
    "CLI-007",  // a mistake that the parser of the command line finds and no message of ours
                // describes
    "PLG-016",  // fork() fails: no limit stops root
    "PDF-014",  // the same
    "PDF-105",  // HarfBuzz takes a font as it loads it and not when it is cut down
};

/// Test programs, and what the tests of fixtures and of bad files expect.
bool holds_expectations(const fs::path& file) {
  if (file.filename() == "message_coverage_test.cpp") return false;
  return file.extension() == ".cpp" || file.filename() == "expected.txt" ||
         file.string().ends_with(".expected.json");
}

/// The text of all files below the folders that `wanted` takes.
std::string text_of(std::initializer_list<const char*> folders, bool (*wanted)(const fs::path&)) {
  std::string text;
  for (const char* folder : folders)
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(GUIFAN_SOURCE_DIR) / folder)) {
      if (!entry.is_regular_file() || !wanted(entry.path())) continue;
      std::ifstream in(entry.path());
      text.append(std::istreambuf_iterator<char>(in), {});
    }
  return text;
}

/// What can raise a message: code, and the identities of layouts, which name theirs.
bool raises_messages(const fs::path& file) {
  return file.extension() == ".cpp" || file.extension() == ".h" || file.extension() == ".xml";
}

TEST(MessageCoverage, EveryIdIsRaisedSomewhere) {
  const std::string code = text_of({"core", "plugins", "cli", "formats"}, raises_messages);
  for (const CatalogueEntry& entry : catalogue())
    EXPECT_NE(code.find('"' + std::string(entry.id) + '"'), std::string::npos) << entry.id;
}

TEST(MessageCoverage, EveryIdInTheCodeStandsInTheCatalogue) {
  const std::string code = text_of({"core", "plugins", "cli", "formats"}, raises_messages);
  std::set<std::string> groups;
  for (const CatalogueEntry& entry : catalogue())
    groups.insert(std::string(entry.id.substr(0, entry.id.find('-'))));
  const std::regex id("\"(([A-Z]+)-[0-9]{3})\"");
  for (std::sregex_iterator found(code.begin(), code.end(), id), end; found != end; ++found) {
    if (!groups.contains((*found)[2].str())) continue;
    EXPECT_TRUE(find_message((*found)[1].str())) << (*found)[1];
  }
}

TEST(MessageCoverage, EveryIdStandsInATest) {
  const std::string tests = text_of({"tests", "fixtures"}, holds_expectations);
  for (const CatalogueEntry& entry : catalogue())
    EXPECT_TRUE(kUnraisable.contains(entry.id) || tests.find(entry.id) != std::string::npos)
        << entry.id;
}

}  // namespace
}  // namespace guifan
