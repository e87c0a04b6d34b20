// SPDX-License-Identifier: Apache-2.0
#include "guifan/folders.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace guifan {
namespace {

namespace fs = std::filesystem;

TEST(Folders, AVariableListsItsEntriesInOrderWithoutEmptyOnes) {
  setenv("GUIFAN_TEST_FOLDERS", ":/b::a:", 1);
  EXPECT_EQ(listed_folders("GUIFAN_TEST_FOLDERS"), (std::vector<fs::path>{"/b", "a"}));
  setenv("GUIFAN_TEST_FOLDERS", "", 1);
  EXPECT_TRUE(listed_folders("GUIFAN_TEST_FOLDERS").empty());
  unsetenv("GUIFAN_TEST_FOLDERS");
  EXPECT_TRUE(listed_folders("GUIFAN_TEST_FOLDERS").empty());
}

TEST(Folders, OneFolderUnderTwoNamesIsAddedOnce) {
  std::vector<fs::path> folders;
  add_folder(folders, executable_folder());
  add_folder(folders, executable_folder() / "." / ".." / executable_folder().filename());
  add_folder(folders, executable_folder() / "no-such-folder");
  EXPECT_EQ(folders, (std::vector<fs::path>{fs::canonical(executable_folder())}));
}

TEST(Folders, AFileIsNoFolder) {
  std::vector<fs::path> folders;
  add_folder(folders, "/proc/self/exe");
  EXPECT_TRUE(folders.empty());
}

}  // namespace
}  // namespace guifan
