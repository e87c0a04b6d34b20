// SPDX-License-Identifier: Apache-2.0
// Every example of every --help page is run as printed, by a shell, in a folder that holds the
// files it names.
#include <fstream>
#include <iterator>
#include <sstream>

#include "process.h"

namespace guifan::cli_test {
namespace {

namespace fs = std::filesystem;

std::string fixture(const std::string& name) {
  std::ifstream in(fs::path(GUIFAN_SOURCE_DIR) / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The indented lines below the heading of the examples.
std::vector<std::string> examples_of(const std::string& help) {
  std::istringstream in(help);
  std::vector<std::string> examples;
  bool here = false;
  for (std::string line; std::getline(in, line);) {
    if (here && line.starts_with("  ")) examples.push_back(line.substr(2));
    if (!line.starts_with(" ")) here = line == "Examples:" || line == "示例:";
  }
  return examples;
}

class HelpExamples : public CommandLine, public testing::WithParamInterface<const char*> {
 protected:
  /// The files that the examples name, in a folder of its own for each example.
  fs::path folder_for(const std::string& example, std::size_t number) const {
    const std::string folder = std::to_string(number) + "/";
    for (const char* name :
         {"old.html", "旧报告.html", "2009.html", "2010.html", "2021.html", "2022.html"})
      write(folder + name, fixture("fixtures/shanghai-35/page.html"));
    for (const char* name : {"old.txt", "旧报告.txt", "archive/2011/a.txt", "archive/2012/a.txt",
                             "档案/2011/a.txt", "档案/2012/a.txt"})
      write(folder + name, small_report());
    write(folder + "my-layout.xml", fixture("formats/shanghai-35.xml"));
    for (const char* name : {"report.docx", "年报.docx"})
      if (example.find(name) != std::string::npos)
        run({"convert", folder + "old.html", "-o", folder + name});
    if (example.find("plugins new") == std::string::npos)
      write(folder + "my/build/guifan-my.so", fixture(std::string(TEST_MODULES) + "/good.so"));
    return folder_ / folder;
  }
};

TEST_P(HelpExamples, RunAsPrinted) {
  std::size_t number = 0;
  for (const char* command : {"", "convert", "identify", "check", "explain", "dump", "plugins",
                              "plugins list", "plugins check", "plugins new", "formats",
                              "formats list", "formats show", "formats check"}) {
    std::istringstream words(command);
    std::vector<std::string> arguments{std::istream_iterator<std::string>(words), {}};
    arguments.insert(arguments.end(), {"--help", "--lang", GetParam()});
    const std::vector<std::string> examples = examples_of(run(arguments).out);
    EXPECT_FALSE(examples.empty()) << command;
    for (const std::string& example : examples) {
      const Outcome outcome = run_shell(example, folder_for(example, ++number));
      EXPECT_TRUE(outcome.code == 0 || outcome.code == 3) << example << "\n"
                                                          << outcome.code << "\n"
                                                          << outcome.err;
    }
  }
  EXPECT_GE(number, 25u);
}

INSTANTIATE_TEST_SUITE_P(Each, HelpExamples, testing::Values("en", "zh"),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
}  // namespace guifan::cli_test
