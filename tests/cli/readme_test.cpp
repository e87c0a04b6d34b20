// SPDX-License-Identifier: Apache-2.0
// The READMEs are run: every `guifan ...` line of their shell blocks, in a folder that holds the
// fixtures.
#include <algorithm>
#include <fstream>

#include "process.h"

namespace guifan::cli_test {
namespace {

namespace fs = std::filesystem;

/// guifan, and what stands around it in an example.
constexpr std::string_view kCommands[] = {"guifan ", "mkdir ", "cp ", "awk "};

/// The lines of ```sh blocks that begin with one of kCommands.
std::vector<std::string> commands_of(const fs::path& file) {
  std::ifstream in(file);
  std::vector<std::string> commands;
  bool shell = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) {
      shell = !shell && line == "```sh";
    } else if (shell && std::ranges::any_of(kCommands, [&](std::string_view command) {
                 return line.starts_with(command);
               })) {
      commands.push_back(line);
    }
  }
  return commands;
}

class Readme : public CommandLine, public testing::WithParamInterface<const char*> {};

TEST_P(Readme, EveryCommandWorks) {
  fs::copy(fs::path(GUIFAN_SOURCE_DIR) / "fixtures", folder_ / "fixtures",
           fs::copy_options::recursive);
  const std::vector<std::string> commands = commands_of(fs::path(GUIFAN_SOURCE_DIR) / GetParam());
  ASSERT_GE(commands.size(), 5u);
  for (const std::string& command : commands) {
    const Outcome outcome = run_shell(command, folder_);
    EXPECT_TRUE(outcome.code == 0 || outcome.code == 3) << command << "\n" << outcome.err;
  }
  // One header, and 200 cells of each report.
  const std::string table = content("all.csv");
  EXPECT_EQ(std::ranges::count(table, '\n'), 401) << table.substr(0, 300);
}

INSTANTIATE_TEST_SUITE_P(Both, Readme, testing::Values("README.md", "README.zh-CN.md"),
                         [](const auto& info) { return info.index == 0 ? "English" : "Chinese"; });

using ReadmePair = CommandLine;

TEST_F(ReadmePair, BothLanguagesShowTheSameCommands) {
  std::vector<std::vector<std::string>> each;
  for (const char* file : {"README.md", "README.zh-CN.md"}) {
    std::vector<std::string> commands;
    for (const std::string& command : commands_of(fs::path(GUIFAN_SOURCE_DIR) / file))
      commands.push_back(command.substr(0, command.find(" #")));
    each.push_back(commands);
  }
  EXPECT_EQ(each[0], each[1]);
}

}  // namespace
}  // namespace guifan::cli_test
