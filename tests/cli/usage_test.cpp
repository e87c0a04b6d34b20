// SPDX-License-Identifier: Apache-2.0
// What the command line says when it is wrong, and its help.
#include <algorithm>

#include "process.h"

namespace guifan::cli_test {
namespace {

using Usage = CommandLine;

struct Wrong {
  std::vector<std::string> arguments;
  const char* id;
  const char* words;  ///< in the message or its help line
};

class WrongUsage : public CommandLine, public testing::WithParamInterface<Wrong> {};

void PrintTo(const Wrong& wrong, std::ostream* out) {
  *out << wrong.id;
}

TEST_P(WrongUsage, Is64WithIdAndHelp) {
  write("a.txt", small_report());
  write("b/a.txt", small_report());
  const Outcome outcome = run(GetParam().arguments);
  EXPECT_EQ(outcome.code, 64) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  EXPECT_NE(outcome.err.find("error[" + std::string(GetParam().id) + "]: "), std::string::npos)
      << outcome.err;
  EXPECT_NE(outcome.err.find(GetParam().words), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("\n  help: "), std::string::npos) << outcome.err;
  EXPECT_EQ(listing(), (std::vector<std::string>{"a.txt", "b"})) << "a mistake makes nothing";
}

INSTANTIATE_TEST_SUITE_P(
    Each, WrongUsage,
    testing::Values(
        Wrong{{}, "CLI-008", "convert"}, Wrong{{"zzzzzzzz"}, "CLI-001", "zzzzzzzz"},
        Wrong{{"convrt", "a.txt"}, "CLI-002", "Did you mean convert?"},
        Wrong{{"convert", "a.txt", "--zzzzzzzzzzzz"}, "CLI-003", "--zzzzzzzzzzzz"},
        Wrong{{"convert", "a.txt", "--forse"}, "CLI-004", "--force"},
        Wrong{{"dump", "a.txt", "b/a.txt"}, "CLI-005", "b/a.txt"},
        Wrong{{"convert", "a.txt", "--color", "blue"}, "CLI-006", "always"},
        Wrong{{"convert", "a.txt", "--lang", "fr"}, "CLI-006", "zh, en"},
        Wrong{{"convert", "a.txt", "--option", "novalue"}, "CLI-006", "NAME=VALUE"},
        Wrong{{"convert", "a.txt", "--to"}, "CLI-019", "--to FORMATS"},
        Wrong{{"convert", "a.txt", "--force=maybe"}, "CLI-029", "Write --force alone"},
        Wrong{{"convert", "a.txt", "--jobs", "many"}, "CLI-006", "1-256"},
        Wrong{{"convert", "a.txt", "--jobs", "0"}, "CLI-006", "1-256"},
        Wrong{{"convert", "a.txt", "--option", "bomb=yes"}, "CLI-018", "bom, "},
        Wrong{{"plugins"}, "CLI-008", "list"}, Wrong{{"convert"}, "CLI-009", "convert"},
        Wrong{{"formats", "show"}, "CLI-009", "formats show"},
        Wrong{{"convert", "a.txt", "-o", "x.zzz"}, "CLI-020", ".zzz"},
        Wrong{{"convert", "a.txt", "b/a.txt", "-o", "out", "--to", "json"}, "CLI-021", "b/a.txt"},
        Wrong{{"convert", "a.txt", "--to", "txt", "-o", "a.txt", "--force"}, "CLI-022", "a.txt"},
        Wrong{{"convert", "a.txt", "b/a.txt", "-o", "-", "--to", "json"}, "CLI-023", "-o -"},
        Wrong{{"convert", "a.txt", "-o", "-", "--to", "json,html"}, "CLI-023", "-o -"},
        Wrong{{"convert", "a.txt", "-o", "-", "--to", "json", "--json"}, "CLI-024", "--json"},
        Wrong{{"convert", "a.txt", "-o", "-"}, "CLI-025", "--to json"},
        Wrong{{"convert", "a.txt", "b/a.txt", "--to", "json", "-o", "a.txt"}, "CLI-026", "a.txt"},
        Wrong{{"convert", "a.txt", "b/a.txt", "-o", "new.json"}, "CLI-026", "new.json"},
        Wrong{{"convert", "a.txt", "-o", "new"}, "CLI-027", "new.docx"},
        Wrong{{"convert", "a.txt", "-o", "new.docx", "--to", "json"}, "CLI-028", "new.docx"},
        Wrong{{"convert", "a.txt", "-o", "new.docx", "--to", "md,json"}, "CLI-028", "--to md,json"},
        Wrong{{"convert", "a.txt", "--to", "nonsense"}, "PLG-022", "json"},
        Wrong{{"dump", "a.txt", "--reader", "nonsense"}, "PLG-021", "nonsense"},
        Wrong{{"formats", "show", "standard-2012"}, "CLI-032", "standard-2021"},
        Wrong{{"plugins", "new", "Bad Name"}, "CLI-040", "lower-case"},
        Wrong{{"plugins", "new", "b"}, "CLI-041", "b"}),
    [](const auto& info) {
      std::string name = info.param.id + std::string("_") + std::to_string(info.index);
      std::replace(name.begin(), name.end(), '-', '_');
      return name;
    });

TEST_F(Usage, MessagesFollowTheLocaleAndLangWins) {
  const auto say = [&](std::map<std::string, std::string> variables,
                       std::vector<std::string> arguments) {
    return run(Invocation{.arguments = std::move(arguments), .variables = std::move(variables)})
        .err;
  };
  EXPECT_NE(say({{"LC_ALL", "zh_CN.UTF-8"}}, {"convrt"}).find("没有 convrt 这个命令"),
            std::string::npos);
  EXPECT_NE(say({{"LC_ALL", ""}, {"LANG", "zh_CN.UTF-8"}}, {"convrt"}).find("没有"),
            std::string::npos);
  EXPECT_NE(
      say({{"LC_ALL", ""}, {"LC_MESSAGES", "de_DE.UTF-8"}, {"LANG", "zh_CN.UTF-8"}}, {"convrt"})
          .find("there is no"),
      std::string::npos);
  EXPECT_NE(say({{"LC_ALL", ""}}, {"convrt"}).find("there is no"), std::string::npos);
  EXPECT_NE(say({{"LC_ALL", "zh_CN.UTF-8"}}, {"--lang", "en", "convrt"}).find("there is no"),
            std::string::npos);
  EXPECT_NE(say({}, {"convrt", "--lang=zh"}).find("没有"), std::string::npos);
}

TEST_F(Usage, HelpOfEveryCommandHasUsageOptionsAndExamples) {
  const std::vector<std::vector<std::string>> commands = {{},
                                                          {"convert"},
                                                          {"identify"},
                                                          {"check"},
                                                          {"explain"},
                                                          {"dump"},
                                                          {"plugins"},
                                                          {"plugins", "list"},
                                                          {"plugins", "check"},
                                                          {"plugins", "new"},
                                                          {"formats"},
                                                          {"formats", "list"},
                                                          {"formats", "show"},
                                                          {"formats", "check"}};
  for (std::vector<std::string> command : commands) {
    command.emplace_back("--help");
    const Outcome english = run(command);
    EXPECT_EQ(english.code, 0);
    EXPECT_EQ(english.err, "");
    EXPECT_NE(english.out.find("Usage: guifan "), std::string::npos) << english.out;
    EXPECT_NE(english.out.find("Examples:\n  guifan "), std::string::npos) << english.out;
    EXPECT_NE(english.out.find("--template"), std::string::npos) << english.out;
    command.insert(command.end(), {"--lang", "zh"});
    const Outcome chinese = run(command);
    EXPECT_NE(chinese.out.find("用法: guifan "), std::string::npos) << chinese.out;
    EXPECT_EQ(chinese.out.find("Usage"), std::string::npos) << chinese.out;
  }
}

TEST_F(Usage, HelpIsACommandToo) {
  EXPECT_EQ(run({"help"}).out, run({"--help"}).out);
  EXPECT_EQ(run({"help", "convert"}).out, run({"convert", "--help"}).out);
  EXPECT_EQ(run({"help", "plugins", "new"}).out, run({"plugins", "new", "--help"}).out);
  EXPECT_EQ(run({"help"}).code, 0);
}

TEST_F(Usage, VersionNamesTheAbi) {
  const Outcome text = run({"--version"});
  EXPECT_EQ(text.code, 0);
  EXPECT_TRUE(text.out.starts_with("guifan ")) << text.out;
  EXPECT_NE(text.out.find("ABI 1"), std::string::npos);
  EXPECT_EQ(run({"--version", "--json"}).json()["plugin_abi"], 1);
}

TEST_F(Usage, AFileNamedLikeACommandIsAFile) {
  write("check", small_report());
  const Outcome outcome = run({"dump", "check"});
  EXPECT_EQ(outcome.err.find("CLI-"), std::string::npos) << outcome.err;
}

TEST_F(Usage, ColourOnlyWhenAskedFor) {
  EXPECT_EQ(run({"convert", "missing.txt", "--to", "json"}).err.find('\x1b'), std::string::npos);
  const Outcome coloured = run({"convert", "missing.txt", "--to", "json", "--color", "always"});
  EXPECT_NE(coloured.err.find("\x1b[1;31merror[CLI-010]\x1b[0m"), std::string::npos)
      << coloured.err;
}

TEST_F(Usage, EscapeSequencesInFileNamesDoNotReachTheTerminal) {
  const Outcome outcome = run({"dump", "evil\x1b[31m.txt"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.err.find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace guifan::cli_test
