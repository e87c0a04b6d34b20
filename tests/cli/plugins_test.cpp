// SPDX-License-Identifier: Apache-2.0
// guifan plugins list | check | new, on the modules of tests/plugins.
#include <fstream>

#include "process.h"

namespace guifan::cli_test {
namespace {

namespace fs = std::filesystem;

class Plugins : public CommandLine {
 protected:
  void add(const std::string& module) {
    fs::create_directories(folder_ / "mods");
    fs::copy_file(fs::path(TEST_MODULES) / (module + ".so"), folder_ / "mods" / (module + ".so"));
  }
};

TEST_F(Plugins, ListShowsEachCandidateWithReasonAndCure) {
  for (const char* module : {"good", "old-abi", "undefined-symbol", "throwing-constructor"})
    add(module);
  write("mods/garbage.so", "garbage");
  const Outcome outcome = run({"plugins", "list", "--json", "--plugin-dir", "mods"});
  EXPECT_EQ(outcome.code, 3) << outcome.err;
  const auto answer = outcome.json();
  ASSERT_TRUE(answer.is_object()) << outcome.out;
  std::map<std::string, std::string> found;
  for (const auto& plugin : answer["plugins"])
    if (plugin["file"].get<std::string>().find("/mods/") != std::string::npos) {
      found[fs::path(plugin["file"].get<std::string>()).filename().string()] =
          plugin["loaded"] ? "loaded" : plugin["id"].get<std::string>();
      if (!plugin["loaded"]) {
        EXPECT_FALSE(plugin["reason"].get<std::string>().empty());
        EXPECT_FALSE(plugin["help"].get<std::string>().empty());
      }
    }
  EXPECT_EQ(found, (std::map<std::string, std::string>{{"good.so", "loaded"},
                                                       {"garbage.so", "PLG-001"},
                                                       {"old-abi.so", "PLG-008"},
                                                       {"throwing-constructor.so", "PLG-013"},
                                                       {"undefined-symbol.so", "PLG-005"}}));
  const Outcome text = run({"plugins", "list", "--plugin-dir", "mods", "--lang", "zh"});
  EXPECT_NE(text.out.find("已拒绝"), std::string::npos);
}

TEST_F(Plugins, BuiltInOnesAllLoadAndCarryGuifansVersion) {
  const Outcome outcome = run({"plugins", "list", "--json"});
  EXPECT_EQ(outcome.code, 0) << outcome.out;
  const auto version = run({"--version", "--json"}).json()["version"];
  const auto listed = outcome.json();
  for (const auto& plugin : listed["plugins"]) EXPECT_EQ(plugin["version"], version) << plugin;
}

TEST_F(Plugins, TheirFormatsAreListedAsTheyDescribeThem) {
  const auto listed = run({"plugins", "list", "--json"}).json();
  const auto reader = std::ranges::find_if(
      listed["plugins"], [](const auto& plugin) { return plugin["name"] == "pdf-reader"; });
  ASSERT_NE(reader, listed["plugins"].end());
  const auto& format = (*reader)["formats"][0];
  EXPECT_EQ(format["id"], "pdf");
  EXPECT_EQ(format["extensions"][0], "pdf");
  EXPECT_EQ(format["media_types"][0], "application/pdf");
  EXPECT_EQ(format["pronom"][0].get<std::string>().substr(0, 4), "fmt/");
}

TEST_F(Plugins, OneWithoutItsEngineIsSaidWithTheCure) {
  const auto listed = run({"plugins", "list", "--json"}).json();
  fs::create_directories(folder_ / "mods");
  for (const auto& plugin : listed["plugins"])
    if (plugin["name"] == "docx-reader" || plugin["name"] == "xlsx-writer")
      fs::copy(plugin["file"].get<std::string>(), folder_ / "mods");
  write("page.html",
        "<h1>云溪县2016年政府信息公开工作年度报告</h1><p>共收到政府信息公开申请3件。</p>");
  const Outcome written = run({"convert", "page.html", "-o", "page.xlsx", "--plugin-dir", "mods"});
  EXPECT_EQ(written.code, 2);
  EXPECT_NE(written.err.find("PLG-037"), std::string::npos) << written.err;
  EXPECT_NE(written.err.find("guifan-xlsx-writer-engine.so"), std::string::npos) << written.err;
  EXPECT_FALSE(fs::exists(folder_ / "page.xlsx"));

  ASSERT_NE(run({"convert", "page.html", "-o", "page.docx"}).code, 2);
  const Outcome read = run({"dump", "page.docx", "--plugin-dir", "mods"});
  EXPECT_EQ(read.code, 2);
  EXPECT_NE(read.err.find("guifan-docx-reader-engine.so"), std::string::npos) << read.err;
}

TEST_F(Plugins, EnvironmentNamesFoldersButNeverTheWorkingDirectory) {
  add("good");
  const auto names = [&](const std::string& path, const fs::path& from) {
    return run(Invocation{.arguments = {"plugins", "list"},
                          .variables = {{"GUIFAN_PLUGIN_PATH", path}},
                          .folder = from})
        .out;
  };
  EXPECT_NE(names((folder_ / "mods").string(), {}).find("good.so"), std::string::npos);
  EXPECT_EQ(names(":.", folder_ / "mods").find("good.so"), std::string::npos);
}

TEST_F(Plugins, CheckVetsOneFile) {
  add("good");
  add("no-entry");
  EXPECT_EQ(run({"plugins", "check", "mods/good.so"}).code, 0);
  const Outcome bad = run({"plugins", "check", "mods/no-entry.so"});
  EXPECT_EQ(bad.code, 2);
  EXPECT_NE(bad.out.find("PLG-007"), std::string::npos);
  EXPECT_EQ(run({"plugins", "check", "mods/missing.so"}).code, 2);
}

TEST_F(Plugins, AReaderOfTheFolderReads) {
  add("good");
  write("x.good", "GOODDOC\nhello\n");
  const Outcome outcome = run({"dump", "x.good", "--json", "--plugin-dir", "mods"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.json()["reader"], "good");
  EXPECT_EQ(outcome.json()["blocks"][1]["text"], "hello");
}

TEST_F(Plugins, TheReadersMessageHasFilePlaceAndId) {
  add("good");
  write("x.good", "GOODDOC\nFAIL\n");
  const Outcome outcome = run({"dump", "x.good", "--plugin-dir", "mods"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.err, "x.good:2: error[GOOD-1]: line says FAIL\n");
  write("y.good", "GOODDOC\nWARN\n");
  const Outcome warned = run({"dump", "y.good", "--plugin-dir", "mods"});
  EXPECT_EQ(warned.code, 3);
  EXPECT_EQ(warned.err, "y.good:2: warning[GOOD-2]: line says WARN\n");
  EXPECT_EQ(run({"dump", "y.good", "--plugin-dir", "mods", "--quiet"}).err, "");
}

TEST_F(Plugins, OptionsReachThePlugin) {
  add("good");
  write("x.good", "GOODDOC\nOPTION\n");
  EXPECT_NE(
      run({"dump", "x.good", "--plugin-dir", "mods", "--option", "colour=red"}).out.find("\tred\n"),
      std::string::npos);
}

TEST_F(Plugins, RejectedOnesAreMentionedWhenAReaderIsMissing) {
  add("old-abi");
  write("x.bin", "x");
  const Outcome outcome = run({"dump", "x.bin", "--plugin-dir", "mods", "--reader", "descriptor"});
  EXPECT_EQ(outcome.code, 64);
  EXPECT_NE(outcome.err.find("note[CLI-016]"), std::string::npos) << outcome.err;
}

TEST_F(Plugins, MissingPluginFolderIsSaid) {
  const Outcome outcome = run({"plugins", "list", "--plugin-dir", "nowhere"});
  EXPECT_NE(outcome.err.find("nowhere: warning[CLI-014]"), std::string::npos) << outcome.err;
}

// A new plugin goes from nothing to a read document with the commands of its own README.
TEST_F(Plugins, TheSkeletonCompilesLoadsAndReads) {
  const Outcome made = run({"plugins", "new", "my-format"});
  EXPECT_EQ(made.code, 0) << made.err;
  EXPECT_NE(made.err.find("note[CLI-042]"), std::string::npos) << made.err;
  EXPECT_EQ(listing("my-format"),
            (std::vector<std::string>{"CMakeLists.txt", "README.md", "my-format.cpp"}));
  const std::string build =
      std::string(CXX_COMPILER) +
      " -std=c++20 -Wall -Wextra -Werror -shared -fPIC -Wl,-z,defs -I '" SOURCE_INCLUDE "' '" +
      (folder_ / "my-format" / "my-format.cpp").string() + "' -o '" +
      (folder_ / "my-format" / "guifan-my-format.so").string() + "'";
  ASSERT_EQ(std::system(build.c_str()), 0);
  EXPECT_EQ(run({"plugins", "check", "my-format/guifan-my-format.so"}).code, 0);
  write("example.my-format", "my-format\nhello\n");
  const Outcome read = run({"dump", "example.my-format", "--json", "--plugin-dir", "my-format"});
  EXPECT_EQ(read.json()["blocks"][0]["text"], "hello") << read.out << read.err;
  EXPECT_NE(content("my-format/CMakeLists.txt").find("guifan-my-format"), std::string::npos);
}

}  // namespace
}  // namespace guifan::cli_test
