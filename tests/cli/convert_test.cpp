// SPDX-License-Identifier: Apache-2.0
// guifan convert: where outputs go, that they are whole or not there, and what the exit code says.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "process.h"

namespace guifan::cli_test {
namespace {

namespace fs = std::filesystem;

class Convert : public CommandLine {};

TEST_F(Convert, TheExtensionDecides) {
  write("old.txt", small_report());
  const Outcome outcome = run({"convert", "old.txt", "-o", "new.json"});
  expect_done(outcome);
  EXPECT_EQ(outcome.out, "");
  EXPECT_NE(outcome.err.find("note[OUT-009]"), std::string::npos) << outcome.err;
  EXPECT_EQ(listing(), (std::vector<std::string>{"new.json", "old.txt"}));
  const auto json = nlohmann::json::parse(content("new.json"));
  EXPECT_EQ(json["schema"], "guifan/report/1");
  EXPECT_EQ(json["source"]["name"], "old.txt");
}

TEST_F(Convert, WithoutOutADocxAppearsBesideNothingElse) {
  write("in/old.txt", small_report());
  expect_done(run({"convert", "in/old.txt"}));
  EXPECT_EQ(listing(), (std::vector<std::string>{"in", "old.standard.docx"}));
  EXPECT_TRUE(content("old.standard.docx").starts_with("PK"));
}

TEST_F(Convert, SeveralFormatsShareAStem) {
  write("old.txt", small_report());
  expect_done(run({"convert", "old.txt", "--to", "json,html", "-o", "new.json"}));
  EXPECT_EQ(listing(), (std::vector<std::string>{"new.html", "new.json", "old.txt"}));
}

// A heading that names both kinds of dispute stands before a table whose columns they head.
TEST_F(Convert, PlainOutputsReadBackToTheSameCellsBelowAHeadingOfTheSameWords) {
  std::string report = small_report();
  const std::string own = "五、存在的主要问题及改进情况";
  report.insert(report.find(own),
                "四、因政府信息公开申请行政复议、提起行政诉讼的情况\n"
                "2022年，没有发生因政府信息公开申请行政复议、提起行政诉讼的情况。\n");
  write("old.txt", report);
  const auto cells = [&](const std::string& file) {
    return run({"convert", file, "--to", "json", "-o", "-"}).json()["cells"];
  };
  const auto expected = cells("old.txt");
  ASSERT_TRUE(expected.contains("review.upheld"));
  for (const std::string extension : {"md", "txt"}) {
    expect_done(run({"convert", "old.txt", "-o", "new." + extension}));
    const auto read = cells("new." + extension);
    for (const auto& [id, cell] : expected.items())
      EXPECT_EQ(read[id]["value"], cell["value"]) << extension << " " << id;
    EXPECT_EQ(read.size(), expected.size()) << extension;
  }
}

// The supplementary table of guifan's own is no form, whatever its labels look like.
TEST_F(Convert, ASupplementInPlainTextRaisesNoWarning) {
  write("old.txt", small_report() +
                       "补充表：原报告中未列入模板的数据\n"
                       "指标      单位  数值  原文位置  说明\n"
                       "三、依申请公开情况/（一）收到申请数/1.当面申请数  件    2     第138行   "
                       "模板中没有对应项目\n"
                       "三、依申请公开情况/（一）收到申请数/2.传真申请数  件    0     第143行   "
                       "模板中没有对应项目\n"
                       "申请总数  件    2     第144行   模板中没有对应项目\n"
                       "三、依申请公开情况/（三）申请答复数  件    2     第150行   "
                       "模板中没有对应项目\n");
  const Outcome outcome = run({"convert", "old.txt", "-o", "new.json"});
  EXPECT_EQ(outcome.err.find("warning[REC"), std::string::npos) << outcome.err;
  EXPECT_EQ(nlohmann::json::parse(content("new.json"))["residue"].size(), 4u);
}

TEST_F(Convert, ATableGetsItsDescriptorBesideIt) {
  write("old.txt", small_report());
  expect_done(run({"convert", "old.txt", "-o", "new.csv"}));
  EXPECT_EQ(listing(), (std::vector<std::string>{"new.csv", "new.datapackage.json", "old.txt"}));
  EXPECT_TRUE(content("new.csv").starts_with("organisation,year,"));
  const auto json = nlohmann::json::parse(content("new.datapackage.json"));
  EXPECT_EQ(json["resources"][0]["path"], "new.csv");
}

TEST_F(Convert, WithoutLibreOfficeAnOldFormatIsRefusedWithTheCure) {
  write("old.doc", "{\\rtf1 2019}");
  const Outcome outcome =
      run({"convert", "old.doc", "--option", "soffice=/nowhere/soffice", "-o", "new.json"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("error[OFFICE-001]"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("apt install libreoffice-writer-nogui"), std::string::npos);
  EXPECT_EQ(listing(), std::vector<std::string>{"old.doc"});
}

/// True once the process of this id is gone or only waits to be reaped.
bool is_gone(const std::string& id) {
  std::ifstream status("/proc/" + id + "/stat");
  std::string number, name, state;
  status >> number >> name >> state;
  return !status || state == "Z";
}

TEST_F(Convert, AKilledConversionLeavesNeitherProcessesNorFiles) {
  write("old.rtf", "{\\rtf1 2019}");
  fs::create_directory(folder_ / "tmp");
  const fs::path child_file = folder_ / "child";
  for (const int signal : {SIGTERM, SIGKILL}) {
    fs::remove(child_file);
    const fs::path office =
        write("office.sh", "#!/bin/sh\nsleep 60 & echo $! > '" + child_file.string() + "'\nkill -" +
                               std::to_string(signal) + " $PPID\nwait\n");
    fs::permissions(office, fs::perms::owner_all);
    const Outcome outcome = run({.arguments = {"convert", "old.rtf", "--to", "json", "-o", "-",
                                               "--option", "soffice=" + office.string()},
                                 .variables = {{"TMPDIR", (folder_ / "tmp").string()}}});
    EXPECT_EQ(outcome.code, 128 + signal) << outcome.err;
    const std::string child = content("child");
    ASSERT_FALSE(child.empty());
    bool clean = false;  // the cleaning begins when the program has ended
    for (int i = 0; i < 500 && !clean; ++i) {
      clean = listing("tmp").empty() && is_gone(child.substr(0, child.find('\n')));
      if (!clean) usleep(10'000);
    }
    EXPECT_TRUE(clean) << signal;
  }
}

TEST_F(Convert, AnExistingFileStaysWithoutForce) {
  write("old.txt", small_report());
  write("new.json", "mine");
  const Outcome refused = run({"convert", "old.txt", "-o", "new.json"});
  EXPECT_EQ(refused.code, 2);
  EXPECT_NE(refused.err.find("new.json: error[OUT-001]"), std::string::npos) << refused.err;
  EXPECT_NE(refused.err.find("--force"), std::string::npos);
  EXPECT_EQ(content("new.json"), "mine");
  chmod((folder_ / "new.json").c_str(), 0640);
  expect_done(run({"convert", "old.txt", "-o", "new.json", "--force"}));
  EXPECT_TRUE(content("new.json").starts_with("{"));
  EXPECT_EQ(static_cast<unsigned>(fs::status(folder_ / "new.json").permissions()), 0640u);
}

TEST_F(Convert, StandardInputToStandardOutput) {
  const Outcome outcome = run(Invocation{.arguments = {"convert", "-", "--to", "json", "-o", "-"},
                                         .input = small_report()});
  expect_done(outcome);
  ASSERT_TRUE(outcome.json().is_object()) << outcome.out;
  EXPECT_EQ(outcome.json()["source"]["name"], "stdin");
  EXPECT_EQ(listing(), std::vector<std::string>{});
}

TEST_F(Convert, SameInputSameBytesUnderAnyLocale) {
  write("old.txt", small_report());
  for (const char* format : {"json", "html", "docx", "pdf"}) {
    const std::vector<std::string> arguments{"convert", "old.txt", "--to", format, "-o", "-"};
    const Outcome one = run(arguments);
    const Outcome other = run(Invocation{
        .arguments = arguments, .variables = {{"LC_ALL", "zh_CN.UTF-8"}, {"TZ", "Asia/Tokyo"}}});
    EXPECT_FALSE(one.out.empty()) << one.err;
    EXPECT_EQ(one.out, other.out) << format;
  }
}

TEST_F(Convert, ManyInputsGoIntoANewFolder) {
  write("a.txt", small_report());
  write("b.txt", small_report());
  const Outcome outcome =
      run({"convert", "a.txt", "b.txt", "--to", "json", "-o", "out/deep", "--json"});
  expect_done(outcome);
  EXPECT_EQ(listing("out/deep"), (std::vector<std::string>{"a.json", "b.json"}));
  ASSERT_EQ(outcome.json().size(), 2u) << outcome.out;
  EXPECT_EQ(outcome.json()[1]["input"], "b.txt");
  EXPECT_EQ(outcome.json()[1]["outputs"][0]["path"], "out/deep/b.json");
  EXPECT_EQ(outcome.json()[1]["year"], "2022");
}

TEST_F(Convert, ThousandsOfInputsArePlannedInTimeThatGrowsWithThem) {
  // Every input compared with every output would be 64 million questions to the file system.
  std::vector<std::string> arguments{"convert", "--quiet", "--to", "json", "-o", "out"};
  for (int i = 0; i < 8000; ++i) {
    arguments.push_back(std::to_string(i) + ".txt");
    write(arguments.back(), "");
  }
  const Outcome outcome = run(Invocation{.arguments = arguments, .seconds = 20});
  EXPECT_FALSE(outcome.timed_out);
  EXPECT_EQ(outcome.code, 2) << "all of them are empty";
}

TEST_F(Convert, AnOutputThatIsALaterInputIsRefused) {
  write("a.html", small_report());
  write("a.txt", small_report());
  fs::create_symlink("a.txt", folder_ / "link.txt");
  const Outcome outcome =
      run({"convert", "a.html", "./link.txt", "--to", "txt", "-o", ".", "--force"});
  EXPECT_EQ(outcome.code, 64);
  EXPECT_NE(outcome.err.find("CLI-022"), std::string::npos) << outcome.err;
}

TEST_F(Convert, OneBadInputDoesNotStopTheOthers) {
  write("a.txt", small_report());
  write("c.txt", small_report());
  const Outcome outcome =
      run({"convert", "a.txt", "missing.txt", "c.txt", "--to", "json", "-o", "out"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("missing.txt: error[CLI-010]"), std::string::npos) << outcome.err;
  EXPECT_EQ(listing("out"), (std::vector<std::string>{"a.json", "c.json"}));
}

TEST_F(Convert, InputsThatCannotBeReadSayWhy) {
  EXPECT_NE(run({"convert", ".", "--to", "json"}).err.find("error[CLI-012]"), std::string::npos);
  EXPECT_NE(run({"dump", "/proc/self/mem"}).err.find("error[CLI-013]"), std::string::npos);
  write("empty.txt", "");
  const Outcome empty = run({"convert", "empty.txt", "--to", "json"});
  EXPECT_EQ(empty.code, 2);
  EXPECT_NE(empty.err.find("help: "), std::string::npos) << empty.err;
  if (geteuid() == 0) return;  // permissions do not stop root
  chmod(write("closed.txt", "x").c_str(), 0);
  EXPECT_NE(run({"dump", "closed.txt"}).err.find("error[CLI-011]"), std::string::npos);
}

TEST_F(Convert, AFileOverTheLimitIsRefusedWithTheLimitsName) {
  const fs::path large = write("large.txt", "");
  ASSERT_EQ(truncate(large.c_str(), 300 << 20), 0);
  const Outcome outcome = run({"dump", "large.txt"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("error[CLI-015]"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("source_bytes"), std::string::npos);
}

TEST_F(Convert, OutOfMemoryIs75) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "AddressSanitizer needs more address space than the limit that this test sets";
#endif
  const fs::path large = write("large.txt", "");
  ASSERT_EQ(truncate(large.c_str(), 200 << 20), 0);
  const Outcome outcome = run(
      Invocation{.arguments = {"dump", "large.txt", "--lang", "zh"}, .memory_limit = 160 << 20});
  EXPECT_EQ(outcome.code, 75) << outcome.err;
  EXPECT_NE(outcome.err.find("error[CLI-017]: 内存不足\n  help: "), std::string::npos)
      << outcome.err;
}

TEST_F(Convert, InterruptedIs130AndTerminatedIs143) {
  ASSERT_EQ(mkfifo((folder_ / "slow.txt").c_str(), 0600), 0);
  for (const int number : {SIGINT, SIGTERM}) {
    const Outcome outcome = run(Invocation{.arguments = {"convert", "slow.txt", "-o", "new.json"},
                                           .signal = number,
                                           .signal_when_read = "slow.txt"});
    EXPECT_FALSE(outcome.timed_out);
    EXPECT_EQ(outcome.code, 128 + number);
    EXPECT_FALSE(outcome.killed_by_signal) << "the exit code must be a code, not the signal itself";
  }
  EXPECT_EQ(listing(), std::vector<std::string>{"slow.txt"});
}

TEST_F(Convert, ATerminalShowsTheInputUnderWork) {
  if (!has_terminals()) GTEST_SKIP() << "no terminal to be had here";
  for (const char* name : {"a.txt", "b.txt"}) write(name, small_report());
  ASSERT_EQ(mkfifo((folder_ / "slow.txt").c_str(), 0600), 0);
  Invocation what{
      .arguments = {"convert", "a.txt", "b.txt", "slow.txt", "--to", "json", "-o", "out"},
      .signal = SIGINT,
      .terminal = true,
      .signal_when = "slow.txt"};
  const std::string shown = run(what).err;
  // While the last one is waited for, its name stands there.
  EXPECT_TRUE(shown.ends_with("] 3/3 slow.txt")) << shown;
  // A message takes the line away before it is printed.
  EXPECT_NE(shown.find("] 1/3 a.txt\r\x1b[Ka.txt: "), std::string::npos) << shown;
  what.arguments.insert(what.arguments.end(), {"--quiet", "--force"});
  what.signal_when.clear();
  what.signal_when_read = "slow.txt";
  EXPECT_EQ(run(what).err, "");
}

TEST_F(Convert, TheInputIsNeverModified) {
  const std::string before = small_report();
  write("old.txt", before);
  expect_done(run({"convert", "old.txt", "--to", "json,html,docx", "--force"}));
  EXPECT_EQ(content("old.txt"), before);
}

TEST_F(Convert, PicturesAndArchivesSayWhatToDo) {
  write("scan.jpg", "\xFF\xD8\xFF\xE0 and so on");
  write("all.rar", "Rar!\x1A\x07\x01");
  const Outcome picture = run({"convert", "scan.jpg"});
  EXPECT_EQ(picture.code, 2);
  EXPECT_NE(picture.err.find("error[PLG-035]: this is a picture (JPEG)"), std::string::npos)
      << picture.err;
  EXPECT_NE(picture.err.find("--ocr"), std::string::npos) << picture.err;
  const Outcome archive = run({"convert", "all.rar", "--lang", "zh"});
  EXPECT_EQ(archive.code, 2);
  EXPECT_NE(archive.err.find("error[PLG-036]: 这是压缩包（RAR）"), std::string::npos)
      << archive.err;
}

TEST_F(Convert, NotAReportSaysSo) {
  write("recipe.txt", "红烧茄子\n\n茄子两个，酱油一勺。\n先把茄子切块，再下锅。\n");
  const Outcome outcome = run({"convert", "recipe.txt", "--to", "json"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("error[REC-010]"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("not-a-report"), std::string::npos) << outcome.err;
  const Outcome identified = run({"identify", "recipe.txt", "--json"});
  EXPECT_EQ(identified.code, 2);
  EXPECT_EQ(identified.json()[0]["is_report"], false) << identified.out;
}

TEST_F(Convert, QuietLeavesErrorsOnly) {
  write("old.txt", small_report());
  EXPECT_EQ(run({"convert", "old.txt", "-o", "new.json", "--quiet"}).err, "");
  EXPECT_NE(run({"convert", "missing.txt", "-o", "x.json", "--quiet"}).err, "");
}

TEST_F(Convert, TheLanguageOfDocumentsIsChineseUnlessAsked) {
  write("old.txt", small_report());
  const std::string chinese = run({"convert", "old.txt", "--to", "html", "-o", "-"}).out;
  const std::string english =
      run({"convert", "old.txt", "--to", "html", "-o", "-", "--lang", "en"}).out;
  EXPECT_NE(chinese.find("转换说明"), std::string::npos);
  EXPECT_NE(chinese, english);
}

}  // namespace
}  // namespace guifan::cli_test
