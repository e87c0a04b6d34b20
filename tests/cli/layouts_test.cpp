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
  const std::string torn = run({"formats", "check", "mine/my-county.xml", "--lang", "en"}).err;
  EXPECT_NE(torn.find("mine/my-county.xml:3: error[LAY-003]"), std::string::npos) << torn;
  EXPECT_EQ(torn.find("my-county.xml"), torn.rfind("my-county.xml")) << "named twice: " << torn;
}

TEST_F(Layouts, ALineOfTheGrammarIsNotOneOfTheFile) {
  write(
      "mine/layout.rng",
      "<grammar xmlns='http://relaxng.org/ns/structure/1.0'>\n\n<start><ref name='gone'/></start>\n"
      "</grammar>\n");
  const Outcome vetted = run({"formats", "check", "mine/my-county.xml", "--lang", "en"});
  EXPECT_EQ(vetted.code, 2);
  EXPECT_TRUE(vetted.err.starts_with("mine/my-county.xml: error[LAY-006]")) << vetted.err;
  EXPECT_NE(vetted.err.find("mine/layout.rng:3: "), std::string::npos) << vetted.err;
  const auto answer = run({"formats", "check", "mine/my-county.xml", "--json"}).json();
  EXPECT_FALSE(answer[0]["error"].contains("place")) << answer;
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

using Grid = std::vector<std::vector<std::string>>;

/// The form's own columns in another order, or another year's beside them: a grid says which is
/// which, lines do not. Behind each table the values that the grid gives, in the order of ids.
const std::vector<std::pair<Grid, std::vector<std::string>>> kMovedColumns{
    {{{"信息内容", "现行有效件数", "本年制发件数", "本年废止件数"},
      {"规章", "9", "2", "3"},
      {"行政规范性文件", "8", "6", "7"}},
     {"8", "6", "7", "9", "2", "3"}},
    {{{"信息内容", "上年处理决定数量", "本年处理决定数量"},
      {"行政许可", "11", "12"},
      {"行政处罚", "13", "14"},
      {"行政强制", "15", "16"}},
     {"16", "12", "14"}}};

/// Tables that use the words of a known form in another way: another column in between, two years
/// side by side, offices side by side.
const std::vector<Grid> kVariants{
    {{"信息内容", "本年制发件数", "本年修订件数", "本年废止件数", "现行有效件数"},
     {"规章", "1", "2", "3", "4"},
     {"行政规范性文件", "5", "6", "7", "8"}},
    {{"信息内容", "本年制发件数", "本年修订件数", "现行有效件数"},
     {"规章", "1", "2", "4"},
     {"行政规范性文件", "5", "6", "8"}},
    {{"指标", "单位", "2010年", "2011年"},
     {"申请总数", "条", "31", "42"},
     {"其中：1.当面申请数", "条", "21", "22"},
     {"2.传真申请数", "条", "10", "20"},
     {"对申请的答复总数", "条", "30", "40"}},
    {{"", "林业局", "水务局", "财政局", "合计"},
     {"一、本年新收政府信息公开申请数量", "1", "2", "3", "6"},
     {"（一）予以公开", "1", "2", "3", "6"},
     {"（七）总计", "1", "2", "3", "6"}},
    {{"项目", "一季度", "二季度", "三季度", "四季度"},
     {"申请总数", "1", "2", "3", "6"},
     {"行政复议数", "1", "0", "3", "0"}},
    {{"", "规章", "行政规范性文件"},
     {"本年制发件数", "1", "5"},
     {"本年废止件数", "2", "6"},
     {"现行有效件数", "3", "7"}}};

class Variants : public Layouts {
 protected:
  /// Writes the table as grid.html, lines.txt and glued.txt; the number of its figures.
  std::size_t write_table(const Grid& table) {
    std::string grid, lines, glued;
    std::size_t figures = 0;
    for (const auto& row : table) {
      grid += "<tr>";
      for (const std::string& cell : row) {
        grid += "<td>" + cell + "</td>";
        lines += cell + "\n";
        glued += cell;
        figures += !cell.empty() && cell.find_first_not_of("0123456789") == std::string::npos;
      }
      grid += "</tr>\n";
      glued += "\n";
    }
    const std::string title = "云溪县林业局2022年政府信息公开工作年度报告";
    const std::string head = title + "\n一、总体情况\n信息上网。\n二、主动公开政府信息情况\n";
    write("grid.html", "<meta charset=utf-8><h1>" + title +
                           "</h1><h2>一、总体情况</h2><p>上网。</p>" +
                           "<h2>二、主动公开政府信息情况</h2><table>" + grid + "</table>");
    write("lines.txt", head + lines + "五、存在的主要问题及改进情况\n目录太细。\n");
    write("glued.txt", head + glued + "五、存在的主要问题及改进情况\n目录太细。\n");
    return figures;
  }
};

TEST_F(Variants, AGridIsReadUnderItsHeadingsAndLinesAreNot) {
  for (const auto& [table, values] : kMovedColumns) {
    SCOPED_TRACE(table.front()[1]);
    write_table(table);
    const auto report = run({"convert", "grid.html", "--to", "json", "-o", "-"}).json();
    std::vector<std::string> filled;
    for (const auto& cell : report["cells"]) filled.push_back(cell["value"]);
    EXPECT_EQ(filled, values) << report["cells"];
    for (const char* file : {"lines.txt", "glued.txt"})
      EXPECT_TRUE(run({"convert", file, "--to", "json", "-o", "-"}).json()["cells"].empty())
          << file;
  }
}

TEST_F(Variants, AnotherFormFillsNoCell) {
  for (const Grid& table : kVariants) {
    SCOPED_TRACE(table.front()[1] + " " + table.back().front());
    const std::size_t figures = write_table(table);
    for (const char* file : {"grid.html", "lines.txt", "glued.txt"}) {
      const auto report = run({"convert", file, "--to", "json", "-o", "-"}).json();
      ASSERT_TRUE(report.is_object()) << file;
      EXPECT_TRUE(report["cells"].empty()) << file << " " << report["cells"];
      // Text without a table keeps its figures in its lines.
      if (std::string_view(file) == "grid.html") {
        EXPECT_EQ(report["residue"].size(), figures) << report["residue"];
        EXPECT_FALSE(report["diagnostics"].empty());
      }
    }
  }
}

}  // namespace
}  // namespace guifan::cli_test
