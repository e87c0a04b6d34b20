// SPDX-License-Identifier: Apache-2.0
// Outputs appear whole or not at all; devices, pipes and links are written to and stay what they
// are.
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <fstream>

#include "process.h"

namespace guifan::cli_test {
namespace {

namespace fs = std::filesystem;

class OutputFile : public CommandLine {};

TEST_F(OutputFile, OutputsThatCannotBeWrittenSayWhyAndLeaveNothing) {
  write("old.txt", small_report());
  const auto error = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments{"convert", "old.txt", "--to", "json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.code, 2) << outcome.err;
    return outcome.err;
  };
  EXPECT_NE(error({"-o", "nowhere/new.json"}).find("nowhere/new.json: error[OUT-005]"),
            std::string::npos);
  EXPECT_NE(error({"-o", "old.txt/x/"}).find("error[OUT-008]"), std::string::npos);
  fs::create_directory(folder_ / "dir");
  fs::create_directory(folder_ / "dir" / "old.json");
  EXPECT_NE(error({"-o", "dir", "--force"}).find("dir/old.json: error[OUT-006]"),
            std::string::npos);
  EXPECT_NE(error({"-o", "/proc/new.json"}).find("/proc/new.json: error[OUT-00"),
            std::string::npos);
  EXPECT_EQ(listing(), (std::vector<std::string>{"dir", "old.txt"}));
  EXPECT_EQ(listing("dir"), std::vector<std::string>{"old.json"});
}

TEST_F(OutputFile, AWriteThatFailsHalfwayLeavesNothing) {
  write("old.txt", small_report());
  const Outcome outcome = run(
      Invocation{.arguments = {"convert", "old.txt", "-o", "new.json"}, .file_size_limit = 512});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("new.json: error[OUT-002]"), std::string::npos) << outcome.err;
  EXPECT_EQ(listing(), std::vector<std::string>{"old.txt"});
}

TEST_F(OutputFile, AFolderThatTakesNoFilesIsSaid) {
  struct statfs facts {};
  if (statfs("/sys", &facts) != 0 || facts.f_type != SYSFS_MAGIC)
    GTEST_SKIP() << "/sys, where not even root may write, is not mounted";
  write("old.txt", small_report());
  const Outcome outcome = run({"convert", "old.txt", "-o", "/sys/new.json"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("/sys/new.json: error[OUT-004]"), std::string::npos) << outcome.err;
}

TEST_F(OutputFile, HelpThatCannotBeWrittenIsAnErrorWithItsMessage) {
  for (const char* word : {"--help", "--version"}) {
    const Outcome outcome = run_shell(std::string("guifan ") + word + " >/dev/full", folder_);
    EXPECT_EQ(outcome.code, 75) << word;
    EXPECT_NE(outcome.err.find("stdout: error[OUT-003]"), std::string::npos) << outcome.err;
  }
}

TEST_F(OutputFile, AFullDiskIs75) {
  write("old.txt", small_report());
  const Outcome outcome =
      run(Invocation{.arguments = {"convert", "old.txt", "--to", "json", "-o", "-"},
                     .standard_output = "/dev/full"});
  EXPECT_EQ(outcome.code, 75);
  EXPECT_NE(outcome.err.find("stdout: error[OUT-003]"), std::string::npos) << outcome.err;
}

TEST_F(OutputFile, ADeviceIsWrittenToAndStaysADevice) {
  write("old.txt", small_report());
  // By links, so that a failing test cannot take the devices away.
  fs::create_symlink("/dev/full", folder_ / "full.json");
  fs::create_symlink("/dev/null", folder_ / "null.json");
  for (const bool force : {false, true}) {
    std::vector<std::string> arguments{"convert", "old.txt", "-o", "null.json"};
    if (force) arguments.emplace_back("--force");
    expect_done(run(arguments));
    arguments[3] = "full.json";
    const Outcome full = run(arguments);
    EXPECT_EQ(full.code, 75);
    EXPECT_NE(full.err.find("full.json: error[OUT-003]"), std::string::npos) << full.err;
    EXPECT_EQ(fs::read_symlink(folder_ / "null.json"), "/dev/null");
    EXPECT_TRUE(fs::is_character_file(folder_ / "full.json"));
  }
  EXPECT_EQ(listing(), (std::vector<std::string>{"full.json", "null.json", "old.txt"}));
}

TEST_F(OutputFile, APipeReceivesTheOutput) {
  write("old.txt", small_report());
  ASSERT_EQ(mkfifo((folder_ / "pipe.json").c_str(), 0600), 0);
  const int reader = open((folder_ / "pipe.json").c_str(), O_RDONLY | O_NONBLOCK);
  fcntl(reader, F_SETPIPE_SZ, 1 << 20);
  expect_done(run({"convert", "old.txt", "-o", "pipe.json"}));
  char first = 0;
  EXPECT_EQ(read(reader, &first, 1), 1);
  EXPECT_EQ(first, '{');
  close(reader);
  EXPECT_TRUE(fs::is_fifo(folder_ / "pipe.json"));
}

TEST_F(OutputFile, ALinkStaysALinkAndItsTargetIsReplaced) {
  write("old.txt", small_report());
  write("elsewhere/target.json", "mine");
  fs::create_symlink("elsewhere/target.json", folder_ / "new.json");
  EXPECT_EQ(run({"convert", "old.txt", "-o", "new.json"}).code, 2);
  EXPECT_EQ(content("elsewhere/target.json"), "mine");
  expect_done(run({"convert", "old.txt", "-o", "new.json", "--force"}));
  EXPECT_TRUE(fs::is_symlink(folder_ / "new.json"));
  EXPECT_TRUE(content("elsewhere/target.json").starts_with("{"));
  EXPECT_EQ(listing("elsewhere"), std::vector<std::string>{"target.json"});
}

TEST_F(OutputFile, AClosedStandardOutputIsAWriteError) {
  write("old.txt", small_report());
  const Outcome outcome = run(Invocation{
      .arguments = {"dump", "old.txt"}, .standard_output = "/dev/zero", .read_only_output = true});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("error[OUT-007]"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace guifan::cli_test
