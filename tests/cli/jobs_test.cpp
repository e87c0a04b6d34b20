// SPDX-License-Identifier: Apache-2.0
// guifan convert --jobs: several processes, one account of them.
#include "process.h"

namespace guifan::cli_test {
namespace {

namespace fs = std::filesystem;

class Jobs : public CommandLine {
 protected:
  void SetUp() override {
    CommandLine::SetUp();
    for (int i = 0; i < 24; ++i)
      write("archive/" + std::to_string(i % 8) + "/" + std::to_string(i) + ".txt",
            i % 5 == 4 ? std::string("no report") : small_report());
  }
};

TEST_F(Jobs, SayAndWriteTheSameAsOneProcess) {
  const Outcome one = run({"convert", "archive", "-o", "results", "--to", "json", "--json"});
  fs::rename(folder_ / "results", folder_ / "before");
  const Outcome many =
      run({"convert", "archive", "-o", "results", "--to", "json", "--json", "-j", "4"});
  EXPECT_EQ(many.code, one.code);
  EXPECT_EQ(many.out, one.out);
  EXPECT_EQ(many.err, one.err);
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder_ / "before")) {
    if (!entry.is_regular_file()) continue;
    const fs::path file = fs::relative(entry.path(), folder_ / "before");
    EXPECT_EQ(content("before" / file), content("results" / file)) << file;
    ++files;
  }
  EXPECT_EQ(files, 20u);
}

TEST_F(Jobs, ACrashCostsOneInput) {
  write("archive/3/bad.crash", "crash");
  fs::create_directories(folder_ / "plugins");
  fs::copy(fs::path(TEST_MODULES) / "crashing-reader.so", folder_ / "plugins");
  const Outcome outcome = run({"convert", "archive", "-o", "results", "--to", "json", "-j", "2",
                               "--plugin-dir", "plugins"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("archive/3/bad.crash: error[INT-001]: internal error: signal 6"),
            std::string::npos)
      << outcome.err;
  EXPECT_NE(outcome.err.find("25 inputs: 20 converted"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find(", 0 not tried"), std::string::npos) << outcome.err;
}

TEST_F(Jobs, AMistakeEndsTheRun) {
  const Outcome outcome =
      run({"convert", "archive", "-o", "results", "-j", "4", "--template", "none"});
  EXPECT_EQ(outcome.code, 64);
  const std::size_t first = outcome.err.find("error[XWK-005]");
  ASSERT_NE(first, std::string::npos) << outcome.err;
  EXPECT_EQ(outcome.err.find("error[XWK-005]", first + 1), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("23 not tried"), std::string::npos) << outcome.err;
}

TEST_F(Jobs, NeedANumber) {
  for (const char* number : {"0", "-1", "1000"}) {
    const Outcome outcome = run({"convert", "archive", "-o", "results", "--jobs", number});
    EXPECT_EQ(outcome.code, 64);
    EXPECT_NE(outcome.err.find("error[CLI-006]: --jobs does not take"), std::string::npos)
        << outcome.err;
  }
}

TEST_F(Jobs, ThatCannotStartAreAPassingFault) {
  // 24 workers have 24 pipes.
  const Outcome outcome =
      run_shell("ulimit -n 20; guifan convert archive -o results --to json -j 200", folder_);
  EXPECT_EQ(outcome.code, 75);
  EXPECT_NE(outcome.err.find("guifan: error[CLI-045]"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace guifan::cli_test
