// SPDX-License-Identifier: Apache-2.0
// A layout of one's own, dropped into a folder: the file of docs/layouts.md, a broken one, and what
// happens to a table that no layout describes.
#include "process.h"

namespace guifan::cli_test {
namespace {

const std::string kFixtures = std::string(GUIFAN_SOURCE_DIR) + "/fixtures/layouts";

class Layouts : public CommandLine {
 protected:
  void SetUp() override {
    CommandLine::SetUp();
    write("county.html", content(kFixtures + "/county.html"));
    write("mine/my-county.xml", content(kFixtures + "/my-county.xml"));
  }

  Outcome run_with_layouts(std::vector<std::string> arguments) const {
    return run({.arguments = std::move(arguments),
                .variables = {{"GUIFAN_FORMATS_PATH", (folder_ / "mine").string()}}});
  }
  std::vector<std::string> convert() const {
    return {"convert", "county.html", "--to", "json", "-o", "-", "--lang", "en"};
  }

  /// "LABEL = VALUE UNIT (REASON)" of each supplementary figure.
  static std::vector<std::string> residue(const nlohmann::json& report) {
    std::vector<std::string> all;
    for (const auto& each : report["residue"]) {
      all.push_back(each["label"].get<std::string>() + " = " + each["value"].get<std::string>() +
                    each.value("unit", "") + " (" + each["reason"].get<std::string>() + ")");
    }
    return all;
  }
  static bool has(const std::vector<std::string>& all, const std::string& wanted) {
    return std::find(all.begin(), all.end(), wanted) != all.end();
  }
};

TEST_F(Layouts, AFileInAFolderIsAllItTakes) {
  const Outcome outcome = run_with_layouts(convert());
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  const auto report = outcome.json();
  EXPECT_EQ(report["source"]["layout"], "my-county");
  ASSERT_EQ(report["cells"].size(), 2u);
  EXPECT_EQ(report["cells"]["requests.new.total"]["value"], "7");
  EXPECT_EQ(report["cells"]["requests.total.total"]["value"], "6");
  EXPECT_EQ(report["cells"]["requests.total.total"]["caveat"], "All results, classed differently.");
  const auto all = residue(report);
  EXPECT_EQ(all.size(), 10u);
  EXPECT_TRUE(has(all, "窗口登记申请 历年累计 = 19件 (cumulative)"));
  EXPECT_TRUE(has(all, "窗口登记申请/其中：网上提交 本年度 = 3件 (no-counterpart)"));
  EXPECT_TRUE(has(all, "查阅室支出/纸张印刷 本年度 = 6.25万元 (no-counterpart)"));
  EXPECT_EQ(report["diagnostics"].size(), 0u);
}

TEST_F(Layouts, ItsSumsAreChecked) {
  std::string page = content(kFixtures + "/county.html");
  page.replace(page.find("10.49"), 5, "11.49");
  write("county.html", page);
  const Outcome outcome = run_with_layouts({"check", "county.html"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.err.find("county.html:14: warning[CHK-005]"), std::string::npos) << outcome.err;
}

TEST_F(Layouts, ABrokenFileIsNamedWithItsLineAndTheOthersLoad) {
  std::string xml = content(kFixtures + "/my-county.xml");
  const std::size_t at = xml.find("right=\"received\"");
  ASSERT_NE(at, std::string::npos);
  const auto line =
      std::to_string(std::count(xml.begin(), xml.begin() + static_cast<long>(at), '\n') + 1);
  xml.replace(at, 16, "right=\"recieved\"");
  write("mine/my-county.xml", xml);
  const Outcome vetted = run({"formats", "check", "mine/my-county.xml", "--lang", "en"});
  EXPECT_EQ(vetted.code, 2);
  EXPECT_NE(vetted.err.find("mine/my-county.xml:" + line + ": error[LAY-005]"), std::string::npos)
      << vetted.err;
  EXPECT_NE(vetted.err.find("no value has the id 'recieved'"), std::string::npos);
  const Outcome outcome = run_with_layouts(convert());
  EXPECT_EQ(outcome.code, 3) << "the report is converted all the same, without that layout";
  EXPECT_NE(outcome.err.find("my-county.xml:" + line), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("REC-004"), std::string::npos);

  write("mine/my-county.xml", "<layout id='my-county' nmae='x'/>\n");
  EXPECT_NE(
      run({"formats", "check", "mine/my-county.xml"}).err.find("my-county.xml:1: error[LAY-004]"),
      std::string::npos);
  write("mine/my-county.xml", "<layout>\n<table>\n");
  EXPECT_NE(run({"formats", "check", "mine/my-county.xml"}).err.find("error[LAY-003]"),
            std::string::npos);
}

TEST_F(Layouts, ThePageForStrangersShowsExactlyThisFile) {
  const std::string page = content(std::string(GUIFAN_SOURCE_DIR) + "/docs/layouts.md");
  EXPECT_NE(page.find("```xml\n" + content(kFixtures + "/my-county.xml") + "```"),
            std::string::npos);
  const Outcome shown = run_with_layouts({"formats", "show", "my-county", "--lang", "en"});
  EXPECT_EQ(shown.code, 0) << shown.err;
  EXPECT_NE(shown.out.find("received -> requests.new.total  [exact;"), std::string::npos);
}

TEST_F(Layouts, AnUnknownTableLosesNothing) {
  const Outcome outcome = run(convert());
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.err.find("county.html:9: warning[REC-004]"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("header: 指标 | 单位 | 2012年度 | 历年累计"), std::string::npos);
  EXPECT_NE(outcome.err.find("docs/layouts.md"), std::string::npos);
  const auto report = outcome.json();
  EXPECT_TRUE(report["cells"].empty()) << report["cells"];
  const std::vector<std::string> figures{"7",     "19",   "3",    "8",    "6",    "18",
                                         "10.49", "31.2", "4.24", "12.9", "6.25", "18.3"};
  ASSERT_EQ(report["residue"].size(), figures.size());
  for (std::size_t i = 0; i < figures.size(); ++i) {
    EXPECT_EQ(report["residue"][i]["value"], figures[i]);
    EXPECT_EQ(report["residue"][i]["reason"], "unrecognised-table");
    EXPECT_NE(
        report["residue"][i]["label"].get<std::string>().find(i % 2 == 0 ? "2012年度" : "历年累计"),
        std::string::npos);
  }
  EXPECT_TRUE(report["residue"][0]["label"].get<std::string>().starts_with("窗口登记申请"));
  EXPECT_TRUE(report["residue"][4]["label"].get<std::string>().starts_with("书面回复"));
}

}  // namespace
}  // namespace guifan::cli_test
