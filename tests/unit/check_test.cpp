// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "guifan/convert.h"
#include "shipped_layouts.h"

namespace guifan {
namespace {

Figure& add(Report& report, const std::string& layout, const std::string& indicator,
            const std::string& value, const std::string& unit = "") {
  Figure figure;
  figure.layout = layout;
  figure.indicator = indicator;
  figure.label = indicator;
  figure.value = value;
  figure.unit = unit;
  figure.evidence = layout == "prose" ? Evidence::Prose : Evidence::Table;
  figure.place.line = static_cast<std::uint32_t>(report.figures.size() + 1);
  figure.tokens = {report.tokens.size()};
  report.tokens.push_back({value, figure.place});
  report.figures.push_back(figure);
  return report.figures.back();
}

/// "ID arguments" of each finding.
std::vector<std::string> findings(const Report& report) {
  std::vector<std::string> found;
  for (const Diagnostic& diagnostic : check_report(report, shipped_layouts())) {
    std::string text = diagnostic.id;
    for (const std::string& argument : diagnostic.arguments) text += " " + argument;
    found.push_back(text);
  }
  return found;
}

using Found = std::vector<std::string>;

TEST(CheckReport, OfficialBalance) {
  Report report;
  add(report, "standard-2021", "requests.new.natural", "5");
  add(report, "standard-2021", "requests.carried_in.natural", "1");
  add(report, "standard-2021", "requests.total.natural", "5");
  add(report, "standard-2021", "requests.carried_out.natural", "1");
  EXPECT_EQ(findings(report), Found{});
  report.figures[0].value = "7";
  const auto found = findings(report);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(
      found[0],
      "CHK-001 一、本年新收政府信息公开申请数量·自然人＋二、上年结转政府信息公开申请数量·自然人＝"
      "（七）总计·自然人＋四、结转下年度继续办理·自然人 8 6");
  const auto diagnostics = check_report(report, shipped_layouts());
  EXPECT_EQ(diagnostics[0].place.line, 1U);
  EXPECT_EQ(diagnostics[0].cells.size(), 4U);
  EXPECT_EQ(diagnostics[0].severity, Severity::Warning);
  EXPECT_TRUE(diagnostics[0].tokens.empty()) << "a check accounts for no token";
}

TEST(CheckReport, UnknownTermsOnlyBound) {
  Report report;
  add(report, "standard-2021", "review.total", "5");
  add(report, "standard-2021", "review.upheld", "3");
  EXPECT_EQ(findings(report), Found{}) << "3 of 5: the other results are unknown";
  add(report, "standard-2021", "review.corrected", "4");
  EXPECT_EQ(findings(report), (Found{"CHK-010 行政复议·总计＝行政复议·结果维持＋行政复议·结果纠正＋"
                                     "行政复议·其他结果＋行政复议·尚未审结 5 7"}));
}

TEST(CheckReport, DashesAreUnknown) {
  Report report;
  add(report, "standard-2021", "review.total", "5");
  add(report, "standard-2021", "review.upheld", "3");
  add(report, "standard-2021", "review.corrected", "1");
  add(report, "standard-2021", "review.other", "—").printed = Printed::Dash;
  add(report, "standard-2021", "review.pending", "0");
  EXPECT_EQ(findings(report), Found{});
}

TEST(CheckReport, EachCheckOfTheLayoutsHasACase) {
  Report report;
  add(report, "standard-2019", "requests.granted.total", "9");
  for (const char* column :
       {"natural", "business", "research", "welfare", "legal_service", "other_org"}) {
    add(report, "standard-2019", std::string("requests.granted.") + column, "1");
  }
  add(report, "shanghai-35", "01", "5");
  add(report, "shanghai-35", "02", "6");
  add(report, "shanghai-35", "17", "3");
  add(report, "shanghai-35", "18", "1");
  add(report, "shanghai-35", "19", "1");
  add(report, "shanghai-35", "20", "0");
  add(report, "shanghai-35", "10", "2");
  const auto found = findings(report);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_TRUE(found[0].starts_with("CHK-005 对申请的答复总数＝")) << found[0];
  EXPECT_EQ(found[1], "CHK-006 其中：全文电子化的主动公开信息数≤主动公开信息数 6 5");
  EXPECT_TRUE(found[2].starts_with("CHK-007 ")) << found[2];
  EXPECT_TRUE(found[3].starts_with("CHK-003 （一）予以公开·总计＝")) << found[3];
  EXPECT_EQ(check_report(report, shipped_layouts())[2].severity, Severity::Note);
}

TEST(CheckReport, TableFourAndResults) {
  Report report;
  for (const char* result : {"upheld", "corrected", "other", "pending"}) {
    add(report, "standard-2021", std::string("litigation.direct.") + result, "1");
  }
  add(report, "standard-2021", "litigation.direct.total", "0");
  auto found = findings(report);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].starts_with("CHK-004 ")) << found[0];

  Report results;
  for (const Identity& identity : shipped_layouts().find("standard-2021")->identities) {
    if (identity.id != "requests.results.total") continue;
    for (const std::string& row : identity.right) add(results, "standard-2021", row, "1");
  }
  add(results, "standard-2021", "requests.total.total", "27");
  found = findings(results);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0], "CHK-002 （七）总计·总计＝各分项（21） 27 21");
}

TEST(CheckReport, TextAgainstTable) {
  Report report;
  add(report, "prose", "requests.new.total", "17", "件");
  add(report, "shanghai-35", "10", "95", "条");
  EXPECT_EQ(findings(report), (Found{"CHK-008 一、本年新收政府信息公开申请数量·总计 17 95"}));
  report.figures[1].value = "17";
  EXPECT_EQ(findings(report), Found{});
}

TEST(CheckReport, StatementsMustFitOneAnother) {
  Report report;
  add(report, "prose", "review.total", "2", "件");
  add(report, "prose", "review.upheld", "3", "件");
  const auto found = findings(report);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].starts_with("CHK-010 ")) << found[0];
}

TEST(CheckReport, JointStatementsMustFitTheirParts) {
  Report report;
  add(report, "prose", "litigation.total", "2", "件");
  add(report, "prose", "litigation.direct.total", "1", "件");
  EXPECT_EQ(findings(report), Found{});
  add(report, "prose", "litigation.after_review.total", "3", "件");
  const auto found = findings(report);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].starts_with("CHK-005 行政诉讼（合计）＝")) << found[0];
}

TEST(CheckReport, SingleFigures) {
  Report report;
  add(report, "standard-2019", "proactive.licences.items_change", "-6");
  add(report, "standard-2019", "proactive.licences.decisions", "-2");
  add(report, "standard-2019", "proactive.penalties.decisions", "1.5");
  add(report, "standard-2019", "proactive.procurement.amount", "449.33", "万元");
  add(report, "standard-2019", "proactive.procurement.items", "4");
  add(report, "standard-2019", "proactive.procurement.items", "5");
  EXPECT_EQ(findings(report),
            (Found{"CHK-009 行政许可·处理决定数量 -2", "CHK-012 行政处罚·处理决定数量 1.5件",
                   "CHK-011 政府集中采购·采购项目数量 4 / 5"}));
}

TEST(CheckReport, RoundedAmountsAreANote) {
  Report report;
  add(report, "prose", "proactive.fees.amount", "25", "万元");
  add(report, "standard-2021", "proactive.fees.amount", "250400", "元");
  EXPECT_EQ(findings(report),
            (Found{"CHK-013 行政事业性收费·本年收费金额（单位：万元） 25 25.04"}));
  report.figures[1].value = "250000";
  EXPECT_EQ(findings(report), Found{}) << "the same amount in another unit";
  report.figures[1].value = "260000";
  EXPECT_EQ(findings(report), (Found{"CHK-008 行政事业性收费·本年收费金额（单位：万元） 25 26"}));
}

TEST(CheckReport, JointStatementsAgainstTheTable) {
  Report report;
  add(report, "prose", "litigation.total", "3", "件");
  add(report, "standard-2021", "litigation.direct.total", "1");
  EXPECT_EQ(findings(report), Found{}) << "one part is unknown";
  add(report, "standard-2021", "litigation.after_review.total", "1");
  EXPECT_EQ(findings(report), (Found{"CHK-008 行政诉讼（合计） 3 2"}));
}

TEST(CheckReport, FiguresWithoutACellAreNotCompared) {
  Report report;
  add(report, "prose", "ind.proactive_total", "425", "条");
  add(report, "prose", "ind.proactive_total", "303", "条");
  EXPECT_EQ(findings(report), Found{});
}

TEST(CheckReport, TextAndTableSayABrokenSumOnce) {
  Report report;
  for (const char* layout : {"standard-2021", "prose"}) {
    add(report, layout, "review.total", "5", "件");
    add(report, layout, "review.upheld", "3", "件");
    add(report, layout, "review.corrected", "4", "件");
  }
  EXPECT_EQ(findings(report).size(), 1U);
  EXPECT_EQ(check_report(report, shipped_layouts())[0].place.line, 1U) << "the table's place";
}

class Conservation : public testing::Test {
 protected:
  void SetUp() override {
    report.chapters.resize(6);
    paragraph("一、总体情况", 1);
    paragraph("首页", 0);
    add(report, "shanghai-35", "10", "7", "条");
    add(report, "shanghai-35", "11", "4", "条");
    add(report, "shanghai-35", "33", "0", "件");
  }
  void paragraph(const std::string& text, std::size_t chapter) {
    Paragraph block;
    block.text.original = text;
    document.blocks.emplace_back(block);
    ReportBlock printed;
    printed.text = text;
    printed.source_block = document.blocks.size() - 1;
    if (chapter == 0) {
      report.removed.push_back({text, "page-furniture", {}});
    } else {
      report.chapters[chapter - 1].blocks.push_back(printed);
    }
  }
  std::string verify(const StandardReport& standard) const {
    const auto kept = verify_conservation(document, report, standard);
    if (kept) return "kept";
    EXPECT_EQ(kept.error().id, "INT-002");
    return kept.error().message;
  }
  StandardReport converted() const {
    const auto standard = convert(document, report, shipped_layouts(), {});
    EXPECT_TRUE(standard) << standard.error().message;
    return *standard;
  }

  SourceDocument document;
  Report report;
};

TEST_F(Conservation, HoldsForAConversion) {
  report.diagnostics.push_back(make_diagnostic("INT-001", {"first"}));
  add(report, "prose", "requests.new.total", "9", "件");
  const StandardReport standard = converted();
  EXPECT_EQ(standard.residue.size(), 2U);
  ASSERT_EQ(standard.diagnostics.size(), 2U);
  EXPECT_EQ(standard.diagnostics[0].id, "INT-001");
  EXPECT_EQ(standard.diagnostics[1].id, "CHK-008");
}

TEST_F(Conservation, NamesTheFirstLostFigure) {
  StandardReport standard = converted();
  standard.residue.clear();
  EXPECT_EQ(verify(standard), "the figure 4 was lost (line 2)");
}

TEST_F(Conservation, NamesAFigureInTwoPlaces) {
  StandardReport standard = converted();
  standard.residue.push_back(standard.residue.front());
  EXPECT_EQ(verify(standard), "the figure 4 stands in two places (line 2)");
  standard.residue.pop_back();
  standard.residue.front().tokens.push_back(0);
  EXPECT_EQ(verify(standard), "the figure 7 stands in two places (line 1)");
  standard.residue.front().tokens.back() = 99;
  EXPECT_EQ(verify(standard), "token 99 does not exist");
}

TEST_F(Conservation, NamesALostParagraph) {
  const StandardReport standard = converted();
  report.removed.clear();
  EXPECT_EQ(verify(standard), "a paragraph was lost");
  report.removed.push_back({"首页", "page-furniture", {}});
  EXPECT_EQ(verify(standard), "kept");
  report.chapters[2].blocks.push_back(report.chapters[0].blocks.front());
  EXPECT_EQ(verify(standard), "a paragraph stands in two chapters");
}

TEST_F(Conservation, NamesALostTable) {
  const StandardReport standard = converted();
  Table table;
  table.place.line = 40;
  document.blocks.emplace_back(table);
  EXPECT_EQ(verify(standard), "a table was lost (line 40)");
  report.removed.push_back({"", "empty", table.place});
  EXPECT_EQ(verify(standard), "kept");
}

TEST_F(Conservation, ConvertRefusesUnknownTemplates) {
  const auto standard = convert(document, report, shipped_layouts(), {"standard-1999", false});
  ASSERT_FALSE(standard);
  EXPECT_EQ(standard.error().kind, ErrorKind::Usage);
}

}  // namespace
}  // namespace guifan
