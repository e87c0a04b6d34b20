// SPDX-License-Identifier: Apache-2.0
// House rule: every message is raised by a test.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "guifan/diagnostic.h"

namespace guifan {
namespace {

namespace fs = std::filesystem;

/// Messages that no test can raise on every machine.
const std::set<std::string_view> kUnraisable = {
    "PLG-016",  // fork() fails: no limit stops root
    "PDF-014",  // the same
    "PDF-018",  // guifan is installed without its engines
    "PDF-105",  // HarfBuzz takes a font as it loads it and not when it is cut down
    "PDF-106",  // guifan is installed without its engines
};

/// Test programs, and what the tests of fixtures and of bad files expect.
bool holds_expectations(const fs::path& file) {
  if (file.filename() == "message_coverage_test.cpp") return false;
  return file.extension() == ".cpp" || file.filename() == "expected.txt" ||
         file.string().ends_with(".expected.json");
}

TEST(MessageCoverage, EveryIdStandsInATest) {
  std::string tests;
  for (const char* folder : {"tests", "fixtures"})
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(GUIFAN_SOURCE_DIR) / folder)) {
      if (!entry.is_regular_file() || !holds_expectations(entry.path())) continue;
      std::ifstream in(entry.path());
      tests.append(std::istreambuf_iterator<char>(in), {});
    }
  for (const CatalogueEntry& entry : catalogue())
    EXPECT_TRUE(kUnraisable.contains(entry.id) || tests.find(entry.id) != std::string::npos)
        << entry.id;
}

}  // namespace
}  // namespace guifan
