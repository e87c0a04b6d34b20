// SPDX-License-Identifier: Apache-2.0
// House rule: every message of the command line, of output files and of the plugin host is raised
// by a test.
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
};

TEST(MessageCoverage, EveryIdStandsInATest) {
  std::string tests;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(GUIFAN_SOURCE_DIR) / "tests")) {
    if (entry.path().extension() != ".cpp" ||
        entry.path().filename() == "message_coverage_test.cpp")
      continue;
    std::ifstream in(entry.path());
    tests.append(std::istreambuf_iterator<char>(in), {});
  }
  for (const CatalogueEntry& entry : catalogue()) {
    const std::string_view group = entry.id.substr(0, entry.id.find('-'));
    if (group != "CLI" && group != "OUT" && group != "PLG") continue;
    EXPECT_TRUE(kUnraisable.contains(entry.id) || tests.find(entry.id) != std::string::npos)
        << entry.id;
  }
}

}  // namespace
}  // namespace guifan
