// SPDX-License-Identifier: Apache-2.0
// Folders as inputs, runs that are taken up again, and the message at the end of a long one.
#include <unistd.h>

#include "process.h"

namespace guifan::cli_test {
namespace {

namespace fs = std::filesystem;

class Folders : public CommandLine {
 protected:
  void SetUp() override {
    CommandLine::SetUp();
    write("archive/2008/index.txt", small_report());
    write("archive/2009/index.txt", small_report());
    write("archive/2009/deep/down.txt", small_report());
  }
  fs::path path(const std::string& name) const { return folder_ / name; }
  /// All files below `folder`, with their paths below it, sorted.
  std::vector<std::string> files(const std::string& folder) const {
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(path(folder)))
      if (entry.is_regular_file())
        found.push_back(fs::relative(entry.path(), path(folder)).string());
    std::ranges::sort(found);
    return found;
  }
};

TEST_F(Folders, TheResultsHaveTheSameFolders) {
  const Outcome outcome = run({"convert", "archive", "-o", "results", "--to", "json"});
  expect_done(outcome);
  EXPECT_EQ(files("results"), (std::vector<std::string>{"2008/index.json", "2009/deep/down.json",
                                                        "2009/index.json"}));
  EXPECT_NE(outcome.err.find("note[CLI-050]: 3 inputs: 3 converted"), std::string::npos)
      << outcome.err;
}

TEST_F(Folders, SeveralFoldersKeepTheirNames) {
  run({"convert", "archive/2008", "archive/2009/", "-o", "results", "--to", "json"});
  EXPECT_EQ(files("results"), (std::vector<std::string>{"2008/index.json", "2009/deep/down.json",
                                                        "2009/index.json"}));
}

TEST_F(Folders, WhatIsNoDocumentIsNoInput) {
  write("archive/.hidden/a.txt", small_report());
  write("archive/~$lock.docx", "x");
  fs::create_directory_symlink(path("archive"), path("archive/2009/loop"));
  write("archive/results/old.json", "{}");
  run({"convert", "archive", "-o", "archive/results", "--to", "json"});
  EXPECT_EQ(files("archive/results"),
            (std::vector<std::string>{"2008/index.json", "2009/deep/down.json", "2009/index.json",
                                      "old.json"}));
}

TEST_F(Folders, NeedAFolderForTheResults) {
  const Outcome outcome = run({"convert", "archive", "--to", "json"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("archive: error[CLI-012]"), std::string::npos) << outcome.err;
  const Outcome slip = run({"convert", "archive", "-o", "new.docx"});
  EXPECT_EQ(slip.code, 64);
  EXPECT_NE(slip.err.find("CLI-026"), std::string::npos) << slip.err;
}

TEST_F(Folders, WithoutFilesAreAnError) {
  fs::create_directories(path("empty/below"));
  for (const char* command : {"identify", "check"})
    EXPECT_NE(run({command, "empty"}).err.find("empty: error[CLI-044]"), std::string::npos);
  const Outcome outcome = run({"convert", "empty", "-o", "results"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("error[CLI-044]"), std::string::npos) << outcome.err;
}

TEST_F(Folders, ThatCannotBeReadAreSaid) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  fs::permissions(path("archive/2008"), fs::perms::none);
  const Outcome outcome = run({"convert", "archive", "-o", "results", "--to", "json"});
  fs::permissions(path("archive/2008"), fs::perms::owner_all);
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("archive/2008: error[CLI-011]"), std::string::npos) << outcome.err;
}

TEST_F(Folders, AreReadByIdentifyAndCheck) {
  for (const char* command : {"identify", "check"}) {
    const Outcome outcome = run({command, "archive"});
    for (const char* file : {"archive/2008/index.txt", "archive/2009/deep/down.txt"})
      EXPECT_NE(outcome.out.find(file), std::string::npos) << command << "\n" << outcome.out;
  }
}

TEST_F(Folders, InputsOfOneStemKeepTheirExtensions) {
  write("archive/2008/index.md", small_report());
  run({"convert", "archive", "-o", "results", "--to", "json"});
  EXPECT_EQ(files("results"), (std::vector<std::string>{"2008/index.md.json", "2008/index.txt.json",
                                                        "2009/deep/down.json", "2009/index.json"}));
}

TEST_F(Folders, ARunIsTakenUpWhereItEnded) {
  write("results/2008/index.json", "made before");
  const Outcome outcome =
      run({"convert", "archive", "-o", "results", "--to", "json,txt", "--skip-existing"});
  expect_done(outcome);
  EXPECT_NE(outcome.err.find("note[OUT-010]: results/2008/index.json is there already"),
            std::string::npos)
      << outcome.err;
  EXPECT_EQ(content("results/2008/index.json"), "made before");
  EXPECT_EQ(files("results").size(), 6u);  // the missing format of that report, too

  const Outcome again =
      run({"convert", "archive", "-o", "results", "--to", "json,txt", "--skip-existing", "--json"});
  EXPECT_EQ(again.code, 0) << again.err;
  EXPECT_NE(again.err.find("3 inputs: 0 converted (0 with warnings), 3 skipped"), std::string::npos)
      << again.err;
  for (const auto& result : nlohmann::json::parse(again.out)) {
    EXPECT_EQ(result["status"], "skipped");
    EXPECT_TRUE(result["outputs"].empty());
  }
}

TEST_F(Folders, ForceAndSkipExistingExcludeEachOther) {
  const Outcome outcome =
      run({"convert", "archive", "-o", "results", "--force", "--skip-existing"});
  EXPECT_EQ(outcome.code, 64);
  EXPECT_NE(outcome.err.find("error[CLI-043]"), std::string::npos) << outcome.err;
}

TEST_F(Folders, TheLastMessageCountsWhatBecameOfTheInputs) {
  write("archive/2008/empty.html", "");
  const Outcome outcome = run({"convert", "archive", "-o", "results", "--to", "json"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("note[CLI-051]: 4 inputs: 3 converted"), std::string::npos)
      << outcome.err;
  EXPECT_NE(outcome.err.find("1 failed (PLG-034 × 1), 0 not tried"), std::string::npos)
      << outcome.err;
}

}  // namespace
}  // namespace guifan::cli_test
