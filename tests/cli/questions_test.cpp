// SPDX-License-Identifier: Apache-2.0
// The commands that answer questions about a report: identify, check, explain, dump; and formats.
#include "process.h"

namespace guifan::cli_test {
namespace {

class Questions : public CommandLine {
 protected:
  void SetUp() override {
    CommandLine::SetUp();
    write("old.txt", small_report());
  }
};

TEST_F(Questions, IdentifySaysWhoAndWhenWithConfidenceAndReason) {
  const Outcome outcome = run({"identify", "old.txt", "--json"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  const auto answer = outcome.json()[0];
  EXPECT_EQ(answer["organisation"]["value"], "云溪县水务局");
  EXPECT_EQ(answer["year"]["value"], "2022");
  EXPECT_EQ(answer["encoding"]["value"], "UTF-8");
  EXPECT_EQ(answer["container"]["value"], "text/plain");
  for (const char* key : {"container", "encoding", "layout", "organisation", "year"}) {
    EXPECT_GT(answer[key]["confidence"].get<double>(), 0.0) << key;
    EXPECT_LE(answer[key]["confidence"].get<double>(), 1.0) << key;
    EXPECT_FALSE(answer[key]["reason"].get<std::string>().empty()) << key;
  }
  const Outcome text = run({"identify", "old.txt", "--lang", "zh"});
  EXPECT_NE(text.out.find("机关"), std::string::npos);
  EXPECT_NE(text.out.find("云溪县水务局"), std::string::npos);
}

/// A byte of Chinese text: file names and values aside, an English reason has none.
bool has_chinese(const std::string& text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

TEST_F(Questions, IdentifyGivesItsReasonsInTheLanguageAskedFor) {
  write("page.html", "<!doctype html><html><body><p>" + small_report() + "</p></body></html>");
  write("letter.txt", "关于召开会议的通知\n请各单位按时参加。\n");
  for (const char* file : {"old.txt", "page.html", "letter.txt"}) {
    const auto english = run({"identify", file, "--json", "--lang", "en"});
    const auto chinese = run({"identify", file, "--json", "--lang", "zh"});
    for (const char* key :
         {"container", "encoding", "layout", "organisation", "year", "title", "published"}) {
      const std::string in_english = english.json()[0][key]["reason"];
      const std::string in_chinese = chinese.json()[0][key]["reason"];
      EXPECT_FALSE(has_chinese(in_english)) << file << " " << key << ": " << in_english;
      EXPECT_TRUE(in_chinese.empty() || has_chinese(in_chinese))
          << file << " " << key << ": " << in_chinese;
      EXPECT_EQ(in_chinese.empty(), in_english.empty()) << file << " " << key;
    }
  }
  EXPECT_FALSE(has_chinese(run({"identify", "letter.txt", "--lang", "en"}).err));
}

TEST_F(Questions, CheckPrintsDataToStandardOutputOnly) {
  const Outcome outcome = run({"check", "old.txt", "--json"});
  ASSERT_TRUE(outcome.json().is_array()) << outcome.out;
  EXPECT_EQ(outcome.json()[0]["input"], "old.txt");
  EXPECT_TRUE(outcome.json()[0]["diagnostics"].is_array());
  EXPECT_EQ(run({"check", "old.txt"}).out.find("warning["), std::string::npos);
}

TEST_F(Questions, ExplainTakesIdsBeginningsAndLabels) {
  const Outcome one = run({"explain", "old.txt", "requests.new.total", "--json"});
  ASSERT_EQ(one.json().size(), 1u) << one.out << one.err;
  EXPECT_EQ(one.json()[0]["id"], "requests.new.total");
  EXPECT_EQ(one.json()[0]["value"], "0");
  EXPECT_EQ(one.json()[0]["sources"][0]["place"], "line 7");
  EXPECT_EQ(run({"explain", "old.txt", "requests.new", "--json"}).json().size(), 7u);
  EXPECT_EQ(run({"explain", "old.txt", "本年新收政府信息公开申请数量", "--json"}).json().size(),
            7u);
  const Outcome text = run({"explain", "old.txt", "proactive.rules.issued"});
  EXPECT_NE(text.out.find("proactive.rules.issued  blank"), std::string::npos) << text.out;
}

TEST_F(Questions, ExplainWithoutCellListsTheFilledOnes) {
  const Outcome outcome = run({"explain", "old.txt", "--json"});
  ASSERT_TRUE(outcome.json().is_array());
  ASSERT_FALSE(outcome.json().empty());
  for (const auto& cell : outcome.json()) EXPECT_EQ(cell["filled"], true);
}

TEST_F(Questions, ExplainSuggestsForAMistypedCell) {
  const Outcome near = run({"explain", "old.txt", "requests.new.totl"});
  EXPECT_EQ(near.code, 64);
  EXPECT_NE(near.err.find("error[CLI-031]"), std::string::npos) << near.err;
  EXPECT_NE(near.err.find("requests.new.total"), std::string::npos);
  EXPECT_NE(run({"explain", "old.txt", "天气预报"}).err.find("error[CLI-030]"), std::string::npos);
}

TEST_F(Questions, DumpShowsBlocksWithPlaces) {
  const Outcome text = run({"dump", "old.txt"});
  EXPECT_NE(text.out.find("line 3\t"), std::string::npos) << text.out;
  const auto json = run({"dump", "old.txt", "--json"}).json();
  EXPECT_EQ(json["reader"], "text");
  EXPECT_EQ(json["sha256"].get<std::string>().size(), 64u);
  EXPECT_EQ(json["blocks"][0]["place"], "line 1");
}

TEST_F(Questions, FormatsListShowAndCheck) {
  const auto list = run({"formats", "list", "--json"}).json();
  std::vector<std::string> ids;
  for (const auto& each : list) ids.push_back(each["id"]);
  for (const char* id : {"standard-2021", "standard-2019", "shanghai-35"})
    EXPECT_NE(std::find(ids.begin(), ids.end(), id), ids.end()) << id;
  const Outcome shown = run({"formats", "show", "shanghai-35", "--lang", "zh"});
  EXPECT_EQ(shown.code, 0);
  EXPECT_NE(shown.out.find("申请总数"), std::string::npos);
  EXPECT_NE(shown.out.find("10 -> requests.new.total  [exact;"), std::string::npos) << shown.out;
  EXPECT_TRUE(run({"formats", "show", "standard-2021", "--json"}).json()["tables"].is_array());
  EXPECT_EQ(
      run({"formats", "check", std::string(GUIFAN_SOURCE_DIR) + "/formats/standard-2021.xml"}).code,
      0);
  const Outcome rules =
      run({"formats", "check", std::string(GUIFAN_SOURCE_DIR) + "/formats/prose.xml", "--json"});
  EXPECT_EQ(rules.code, 0) << rules.err;
  EXPECT_EQ(rules.json()[0]["valid"], true);
  write("prose.xml", "<prose>\n<words clas='review'>复议</words>\n</prose>\n");
  EXPECT_TRUE(
      run({"formats", "check", "prose.xml"}).err.starts_with("prose.xml:2: error[LAY-004]"));
  write("other.xml", "<glossary/>\n");
  EXPECT_NE(run({"formats", "check", "other.xml"}).err.find("LAY-005"), std::string::npos);
  write("broken.xml", "<layout><nonsense/></layout>\n");
  const Outcome broken = run({"formats", "check", "broken.xml"});
  EXPECT_EQ(broken.code, 2);
  EXPECT_NE(broken.err.find("broken.xml"), std::string::npos) << broken.err;
}

TEST_F(Questions, AFormatsFolderOfOnesOwnIsUsed) {
  std::string xml = content(std::string(GUIFAN_SOURCE_DIR) + "/formats/shanghai-35.xml");
  const std::size_t at = xml.find("\"shanghai-35\"");
  ASSERT_NE(at, std::string::npos);
  xml.replace(at, 13, "\"my-layout\"");
  write("mine/my-layout.xml", xml);
  const auto ids = [&](Invocation what) {
    std::string all;
    const auto list = run(std::move(what)).json();
    for (const auto& each : list) all += each["id"].get<std::string>() + " ";
    return all;
  };
  EXPECT_NE(
      ids({.arguments = {"formats", "list", "--json", "--formats-dir", "mine"}}).find("my-layout"),
      std::string::npos);
  EXPECT_NE(ids({.arguments = {"formats", "list", "--json"},
                 .variables = {{"GUIFAN_FORMATS_PATH", (folder_ / "mine").string()}}})
                .find("my-layout"),
            std::string::npos);
  EXPECT_EQ(ids({.arguments = {"formats", "list", "--json"}}).find("my-layout"), std::string::npos);
}

}  // namespace
}  // namespace guifan::cli_test
