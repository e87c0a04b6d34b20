// SPDX-License-Identifier: Apache-2.0
// Runs the real command line: arguments in; standard output, standard error and exit code out.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace guifan::cli_test {

struct Invocation {
  std::vector<std::string> arguments = {};
  std::string input = {};  ///< standard input
  std::map<std::string, std::string> variables =
      {};                                       ///< set in the environment; an empty value unsets
  std::filesystem::path folder = {};            ///< working directory; empty: the test's own
  int seconds = 30;                             ///< then it is killed and `timed_out` says so
  int signal = 0;                               ///< sent as soon as what follows holds, if anything
  std::filesystem::path standard_output = {};   ///< instead of a captured file
  bool read_only_output = false;                ///< opens `standard_output` so that writing fails
  std::size_t memory_limit = 0;                 ///< RLIMIT_AS; 0: none
  std::size_t file_size_limit = 0;              ///< RLIMIT_FSIZE; 0: none
  bool terminal = false;                        ///< standard error is a terminal
  std::string signal_when = {};                 ///< what the terminal shows by then
  std::filesystem::path signal_when_read = {};  ///< FIFO whose bytes the program waits for by then
  std::string program = GUIFAN_CLI;
};

struct Outcome {
  int code = -1;  ///< exit code, or 128 + signal
  std::string out, err;
  bool timed_out = false, killed_by_signal = false;
  nlohmann::json json() const;  ///< `out` as JSON; a discarded value when it is none
};

/// A test with a folder of its own, which is the working directory of every run and goes away
/// afterwards.
class CommandLine : public testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  /// Runs guifan under LC_ALL=C.UTF-8 with no plugin or format path of the surrounding environment.
  Outcome run(const Invocation& what) const;
  Outcome run(std::vector<std::string> arguments) const {
    return run(Invocation{.arguments = std::move(arguments)});
  }

  /// Runs one line of a shell, in which `guifan` is the program under test.
  Outcome run_shell(const std::string& line, const std::filesystem::path& folder) const;

  std::filesystem::path write(const std::string& name, const std::string& bytes) const;
  std::string content(const std::filesystem::path& file) const;
  bool exists(const std::string& name) const { return std::filesystem::exists(folder_ / name); }
  /// Names in the test's folder, hidden ones included: nothing half-written may stay.
  std::vector<std::string> listing(const std::string& inside = {}) const;

  std::filesystem::path folder_;
};

/// The conversion went through, with or without something to look at.
void expect_done(const Outcome& outcome);

/// The system has terminals to give (a bare chroot may not).
bool has_terminals();

/// A small report of the standard template that every reader of text understands, written for these
/// tests.
std::string small_report();

}  // namespace guifan::cli_test
