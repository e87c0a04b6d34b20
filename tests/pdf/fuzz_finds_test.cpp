// SPDX-License-Identifier: Apache-2.0
// Seeds and finds of the fuzzers: each must be read to its end, with the limits of the real reader.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "cmap.h"
#include "isolation.h"
#include "rebuild.h"

namespace guifan::pdf {
namespace {

namespace fs = std::filesystem;

/// The files of a folder beside the fuzz targets; at least one.
std::vector<std::string> files(const std::string& folder) {
  std::vector<std::string> all;
  for (const auto& entry : fs::directory_iterator(fs::path(GUIFAN_FUZZ_FILES) / folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    all.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  EXPECT_FALSE(all.empty()) << folder;
  return all;
}

TEST(FuzzFiles, AreReadToTheirEnd) {
  for (const std::string& bytes : files("finds/reader")) {
    const Document document = read_isolated(bytes, {});
    for (const Message& message : document.messages) {
      EXPECT_NE(message.id, "PDF-013");  // died
      EXPECT_NE(message.id, "PDF-015");  // took too long
    }
  }
}

TEST(FuzzFiles, OfCMapsDefineSomething) {
  for (const std::string& bytes : files("seeds/cmap")) {
    const CMap map = parse_cmap(bytes);
    EXPECT_FALSE(map.codespaces.empty()) << bytes;
    EXPECT_FALSE(map.cids.empty() && map.unicode.empty()) << bytes;
  }
}

TEST(FuzzFiles, OfDamageAreRebuilt) {
  for (const std::string& bytes : files("seeds/rebuild"))
    EXPECT_NE(rebuild(bytes).find("/Type/Page"), std::string::npos) << bytes;
}

}  // namespace
}  // namespace guifan::pdf
