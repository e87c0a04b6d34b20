// SPDX-License-Identifier: Apache-2.0
// One test a folder beside this file that has an expected.txt:
//
//   $ guifan dump input.docx --lang en
//   exit 2
//   --- stderr
//   ...
//   --- stdout
//   ...
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "process.h"

namespace guifan {
namespace {

std::vector<std::string> bad_inputs() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(GUIFAN_BAD_INPUTS))
    if (std::filesystem::exists(entry.path() / "expected.txt"))
      names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

class BadInput : public cli_test::CommandLine, public ::testing::WithParamInterface<std::string> {};

TEST_P(BadInput, EndsAsWritten) {
  const std::filesystem::path folder = std::filesystem::path(GUIFAN_BAD_INPUTS) / GetParam();
  std::ifstream file(folder / "expected.txt", std::ios::binary);
  const std::string expected((std::istreambuf_iterator<char>(file)),
                             std::istreambuf_iterator<char>());
  const std::string command = expected.substr(0, expected.find('\n'));
  ASSERT_TRUE(command.starts_with("$ guifan ")) << command;
  std::istringstream words(command.substr(9));
  const std::vector<std::string> arguments((std::istream_iterator<std::string>(words)),
                                           std::istream_iterator<std::string>());
  const cli_test::Outcome outcome = run({.arguments = arguments, .folder = folder});
  EXPECT_FALSE(outcome.timed_out);
  EXPECT_EQ(command + "\nexit " + std::to_string(outcome.code) + "\n--- stderr\n" + outcome.err +
                "--- stdout\n" + outcome.out,
            expected);
}

INSTANTIATE_TEST_SUITE_P(All, BadInput, ::testing::ValuesIn(bad_inputs()), [](const auto& test) {
  std::string name = test.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace guifan
