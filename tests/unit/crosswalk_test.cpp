// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "crosswalk_source.h"

namespace guifan {
namespace {

using namespace test;

TEST(CrossWalk, GarbledWordsMayHaveHeldAnyFigure) {
  const auto blank_of = [](const ReportBuilder& builder) {
    return builder.walk("standard-2021").find("requests.new.total")->blank;
  };
  ReportBuilder words;
  EXPECT_EQ(blank_of(words), BlankReason::NotCollected);
  words.report.diagnostics.push_back(make_diagnostic("REC-005", {"1", "媚炯煲"}));
  EXPECT_EQ(blank_of(words), BlankReason::Lost);
  words.report.layouts = {"national-2014"};
  EXPECT_EQ(blank_of(words), BlankReason::NotCollected) << "the form says what was asked";
}

TEST(CrossWalk, EveryCellOfTheTemplateStandsOnceInPrintedOrder) {
  for (const auto& [target, cells] : {std::pair{"standard-2021", 200U}, {"standard-2019", 198U}}) {
    const StandardReport standard = ReportBuilder().walk(target);
    std::set<std::string> ids;
    for (const StandardCell& cell : standard.cells) ids.insert(cell.id);
    EXPECT_EQ(ids.size(), cells);
    EXPECT_EQ(standard.cells.size(), cells);
    EXPECT_EQ(filled(standard), 0U);
    EXPECT_EQ(standard.template_id, target);
  }
}

TEST(CrossWalk, TheSameTemplateIsPrintedAsItStands) {
  ReportBuilder source;
  source.table("standard-2021", "requests.new.total", "7");
  source.table("standard-2021", "review.total", "0");  // breaks its own sum: stays
  source.table("standard-2021", "review.upheld", "10");
  source.blank("standard-2021", "review.other", Printed::Dash);
  source.blank("standard-2021", "review.pending", Printed::Ambiguous);
  const StandardReport standard = source.walk();
  EXPECT_EQ(value(standard, "requests.new.total"), "7 printed");
  EXPECT_EQ(value(standard, "review.total"), "0 printed");
  EXPECT_EQ(value(standard, "review.upheld"), "10 printed");
  EXPECT_EQ(value(standard, "review.other"), "empty");
  EXPECT_EQ(value(standard, "review.pending"), "ambiguous");
  EXPECT_EQ(value(standard, "review.corrected"), "lost") << "a printed table, no trace of the cell";
  EXPECT_EQ(value(standard, "proactive.rules.issued"), "not-collected");
  EXPECT_TRUE(standard.residue.empty());
  ASSERT_EQ(standard.find("requests.new.total")->sources.size(), 1U);
  EXPECT_EQ(standard.find("requests.new.total")->sources[0].quote, "requests.new.total 7");
  EXPECT_EQ(standard.find("requests.new.total")->sources[0].place.line, 1U);
}

TEST(CrossWalk, DashBesideATotalOfZeroStaysADash) {
  ReportBuilder source;
  source.table("standard-2021", "requests.granted.total", "0");
  source.blank("standard-2021", "requests.granted.natural", Printed::Dash);
  source.blank("standard-2021", "requests.granted.business", Printed::Lost);
  const StandardReport standard = source.walk();
  EXPECT_EQ(value(standard, "requests.granted.natural"), "empty");
  EXPECT_EQ(value(standard, "requests.granted.business"), "lost");
}

TEST(CrossWalk, LegacyFormFillsByExactSumAndZero) {
  ReportBuilder source;
  const auto add = [&](const char* id, const char* number) {
    source.table("shanghai-35", id, number, "条");
  };
  add("01", "9106");
  add("03", "97");
  add("10", "1");
  add("17", "1");
  add("18", "1");
  add("19", "0");
  add("25", "0");
  add("26", "2");
  add("27", "3");
  add("28", "0");
  source.table("shanghai-35", "33", "0", "件");
  source.table("shanghai-35", "10.year_to_date", "1", "条");
  source.table("shanghai-35", "01.year_to_date", "9106", "条");
  const StandardReport standard = source.walk();
  EXPECT_EQ(value(standard, "requests.new.total"), "1 exact");
  EXPECT_EQ(value(standard, "requests.total.total"), "1 exact");
  EXPECT_FALSE(standard.find("requests.total.total")->caveat.empty()) << "flagged";
  EXPECT_EQ(value(standard, "requests.partly_granted.natural"), "0 zero");
  EXPECT_EQ(value(standard, "requests.granted.natural"), "not-collected");
  EXPECT_EQ(value(standard, "requests.refused.third_party.total"), "5 sum");
  EXPECT_EQ(standard.find("requests.refused.third_party.total")->sources.size(), 2U);
  EXPECT_EQ(value(standard, "requests.refused.process_information.total"), "approximate-only");
  EXPECT_EQ(value(standard, "litigation.direct.total"), "0 zero");
  EXPECT_EQ(value(standard, "litigation.after_review.pending"), "0 zero");
  EXPECT_EQ(value(standard, "requests.carried_in.total"), "not-collected");
  EXPECT_EQ(residue(standard),
            "01=9106条:no-counterpart 03=97条:approximate-only 28=0条:approximate-only "
            "01.year_to_date=9106条:cumulative ");
}

TEST(CrossWalk, ApproximateFiguresOnlyOnRequest) {
  ReportBuilder source;
  source.table("shanghai-35", "03", "97", "条");
  source.table("shanghai-35", "22", "4", "条");
  source.table("shanghai-35", "23", "1", "条");
  EXPECT_EQ(filled(source.walk()), 0U);
  const StandardReport standard = source.walk("standard-2021", true);
  EXPECT_EQ(value(standard, "proactive.normative_documents.issued"), "97 approximate");
  EXPECT_EQ(value(standard, "requests.unable.not_held.total"), "5 approximate");
  EXPECT_TRUE(standard.residue.empty());
}

TEST(CrossWalk, RepliesOfZeroForceEveryResult) {
  ReportBuilder source;
  source.table("shanghai-35", "17", "0", "条");
  source.table("shanghai-35", "28", "0", "条");
  const StandardReport standard = source.walk();
  EXPECT_EQ(filled(standard), 22U * 7U);
  EXPECT_EQ(value(standard, "requests.refused.process_information.research"), "0 zero");
  EXPECT_EQ(value(standard, "requests.new.total"), "not-collected");
}

TEST(CrossWalk, AZeroTotalForcesNothingBesideAPartAboveZero) {
  ReportBuilder source;
  source.table("shanghai-35", "17", "0", "条");
  source.table("shanghai-35", "18", "2", "条");
  const StandardReport standard = source.walk();
  EXPECT_EQ(value(standard, "requests.granted.total"), "2 exact");
  EXPECT_EQ(value(standard, "requests.partly_granted.total"), "not-collected");
}

TEST(CrossWalk, LitigationAboveZeroHasNoHome) {
  ReportBuilder source;
  source.table("shanghai-35", "33", "2", "件");
  const StandardReport standard = source.walk();
  EXPECT_EQ(filled(standard), 0U);
  EXPECT_EQ(residue(standard), "33=2件:not-derivable ");
}

TEST(CrossWalk, AMonthIsNotAYear) {
  ReportBuilder source;
  source.table("shanghai-35", "10", "1", "条");
  source.table("shanghai-35", "10.year_to_date", "12", "条");
  source.table("shanghai-35", "26", "1", "条");
  source.table("shanghai-35", "26.year_to_date", "1", "条");
  source.table("shanghai-35", "27", "0", "条");
  source.table("shanghai-35", "27.year_to_date", "2", "条");
  const StandardReport standard = source.walk();
  EXPECT_EQ(filled(standard), 0U);
  EXPECT_EQ(value(standard, "requests.new.total"), "conflict");
  EXPECT_EQ(value(standard, "requests.refused.third_party.total"), "conflict");
  EXPECT_TRUE(says(standard, "XWK-006"));
  EXPECT_EQ(standard.residue.size(), 6U);
}

TEST(CrossWalk, CumulativeFiguresOfAllYearsFillNothing) {
  ReportBuilder source;
  source.table("fujian-2009", "received.cumulative", "28", "条");
  const StandardReport standard = source.walk();
  EXPECT_EQ(filled(standard), 0U);
  EXPECT_EQ(residue(standard), "received.cumulative=28条:cumulative ");
}

TEST(CrossWalk, LostPartsOfASumLeaveItBlank) {
  ReportBuilder source;
  source.table("shanghai-35", "26", "2", "条");
  source.blank("shanghai-35", "27", Printed::Lost);
  const StandardReport standard = source.walk();
  EXPECT_EQ(value(standard, "requests.refused.third_party.total"), "lost");
  EXPECT_EQ(residue(standard), "26=2条:not-derivable ");
}

TEST(CrossWalk, NationalTableConditions) {
  ReportBuilder source;
  source.table("national-2014", "3.2", "6");
  source.table("national-2014", "3.3", "6");
  source.table("national-2014", "3.3.1", "1");
  source.table("national-2014", "3.3.2", "2");
  source.table("national-2014", "4", "4");
  source.table("national-2014", "4.1", "1");
  source.table("national-2014", "4.2", "3");
  source.table("national-2014", "4.3", "0");
  const StandardReport standard = source.walk();
  EXPECT_EQ(value(standard, "requests.total.total"), "6 exact");
  EXPECT_EQ(standard.find("requests.total.total")->sources.size(), 2U);
  EXPECT_EQ(value(standard, "requests.granted.total"), "approximate-only");
  EXPECT_EQ(value(standard, "review.other"), "0 zero");
  EXPECT_EQ(value(standard, "review.pending"), "0 zero");
  EXPECT_EQ(value(source.walk("standard-2021", true), "requests.granted.total"), "3 approximate");
}

TEST(CrossWalk, OtherResultsOfZeroSayNothingUnlessTheTotalIsCovered) {
  ReportBuilder source;
  source.table("national-2014", "4", "5");
  source.table("national-2014", "4.1", "1");
  source.table("national-2014", "4.2", "3");
  source.table("national-2014", "4.3", "0");
  EXPECT_EQ(value(source.walk(), "review.pending"), "not-collected");
  EXPECT_EQ(value(source.walk(), "review.other"), "approximate-only");
}

TEST(CrossWalk, FiguresThatShouldAgreeAndDoNotAreAConflict) {
  ReportBuilder source;
  source.table("national-2014", "3.2", "6");
  source.table("national-2014", "3.3", "5");
  const StandardReport standard = source.walk();
  EXPECT_EQ(value(standard, "requests.total.total"), "conflict");
  EXPECT_TRUE(says(standard, "XWK-002"));
  EXPECT_EQ(residue(standard), "3.2=6件:conflict 3.3=5件:conflict ");
}

TEST(CrossWalk, EditionsMapBothWays) {
  ReportBuilder source;
  source.table("standard-2019", "proactive.rules.made", "1");
  source.table("standard-2019", "proactive.rules.published_total", "5");
  source.table("standard-2019", "proactive.licences.decisions", "9", "件");
  source.table("standard-2019", "requests.other.natural", "0");
  source.table("standard-2019", "requests.other.total", "3");
  source.table("standard-2019", "proactive.procurement.items", "40", "项");
  const StandardReport newer = source.walk();
  EXPECT_EQ(value(newer, "proactive.rules.issued"), "1 exact");
  EXPECT_EQ(value(newer, "proactive.rules.in_force"), "not-collected");
  EXPECT_EQ(value(newer, "proactive.licences.decisions"), "9 exact");
  EXPECT_EQ(value(newer, "requests.other.misc.natural"), "0 zero");
  EXPECT_EQ(value(newer, "requests.other.misc.total"), "not-collected");
  EXPECT_EQ(residue(newer),
            "proactive.rules.published_total=5件:forbidden requests.other.total=3件:not-derivable "
            "proactive.procurement.items=40项:no-counterpart ");
  EXPECT_EQ(value(source.walk("standard-2019"), "proactive.procurement.items"), "40项 printed");

  ReportBuilder back;
  back.table("standard-2021", "requests.other.not_corrected.total", "1");
  back.table("standard-2021", "requests.other.fee_unpaid.total", "0");
  back.table("standard-2021", "requests.other.misc.total", "2");
  EXPECT_EQ(value(back.walk("standard-2019"), "requests.other.total"), "3 sum");
}

TEST(CrossWalk, FixedUnitsAreShiftedExactly) {
  ReportBuilder source;
  source.table("standard-2021", "proactive.fees.amount", "251000", "元");
  const StandardReport standard = source.walk();
  EXPECT_EQ(value(standard, "proactive.fees.amount"), "25.1 printed");
  EXPECT_EQ(standard.find("proactive.fees.amount")->caveat, "251000元 = 25.1万元");

  ReportBuilder foreign;
  foreign.table("standard-2021", "proactive.fees.amount", "3", "美元");
  EXPECT_EQ(value(foreign.walk(), "proactive.fees.amount"), "ambiguous");
  EXPECT_TRUE(says(foreign.walk(), "XWK-004"));
  EXPECT_EQ(residue(foreign.walk()), "proactive.fees.amount=3美元:not-derivable ");
}

TEST(CrossWalk, TablesThatDisagreeAreAConflict) {
  ReportBuilder source;
  source.table("standard-2021", "requests.new.total", "5");
  source.table("standard-2021", "requests.new.total", "6");
  EXPECT_EQ(value(source.walk(), "requests.new.total"), "conflict");

  ReportBuilder two;
  two.table("standard-2021", "requests.new.total", "5");
  two.table("shanghai-35", "10", "6");
  EXPECT_EQ(value(two.walk(), "requests.new.total"), "conflict");

  ReportBuilder twice;
  twice.table("standard-2021", "requests.new.total", "5");
  twice.table("standard-2021", "requests.new.total", "5");
  EXPECT_EQ(value(twice.walk(), "requests.new.total"), "5 printed");
  EXPECT_EQ(twice.walk().find("requests.new.total")->sources.size(), 2U);
}

TEST(CrossWalk, AFormPrintedTwiceWithOtherFiguresFillsOnlyWhatBothSay) {
  ReportBuilder source;
  const auto print = [&](std::size_t table, const std::string& indicator,
                         const std::string& value) {
    source.table("standard-2021", indicator, value).table = table;
  };
  print(1, "requests.new.natural", "9");
  print(2, "requests.new.natural", "4");
  print(1, "requests.new.business", "0");
  print(2, "requests.new.business", "0");
  print(1, "requests.new.research", "2");
  source.blank("standard-2021", "requests.new.research", Printed::Ambiguous).table = 2;
  const StandardReport report = source.walk();
  EXPECT_FALSE(report.find("requests.new.natural")->filled);
  EXPECT_EQ(value(report, "requests.new.business"), "0 printed");
  const StandardCell* half = report.find("requests.new.research");
  EXPECT_FALSE(half->filled) << "2 may be the other year's";
  EXPECT_EQ(half->blank, BlankReason::Ambiguous);
  EXPECT_TRUE(std::ranges::any_of(report.residue, [](const Residue& entry) {
    return entry.value == "2" && entry.reason == "ambiguous";
  }));
}

TEST(CrossWalk, AFormPrintedTwiceOfWhichOneCannotBeReadFillsNothing) {
  ReportBuilder source;
  source.blank("standard-2021", "requests.new.natural", Printed::Ambiguous).table = 1;
  source.table("standard-2021", "requests.new.natural", "4").table = 2;
  source.blank("standard-2021", "requests.new.business", Printed::Lost).table = 1;
  source.table("standard-2021", "requests.new.business", "7").table = 2;
  const StandardReport report = source.walk();
  EXPECT_FALSE(report.find("requests.new.natural")->filled);
  EXPECT_FALSE(report.find("requests.new.business")->filled);
}

TEST(CrossWalk, CaveatsStandOneALine) {
  ReportBuilder source;
  source.table("shanghai-35", "17", "5", "条").chosen_by_identities = true;
  const std::string caveat = source.walk().find("requests.total.total")->caveat;
  EXPECT_TRUE(caveat.ends_with("\nplaced-by-identities")) << caveat;
  EXPECT_EQ(std::count(caveat.begin(), caveat.end(), '\n'), 1) << caveat;
}

TEST(CrossWalk, NoTokenIsListedTwice) {
  ReportBuilder source;
  source.prose("requests.new.total", "4");
  Figure& same = source.prose("ind.app_received", "4");
  same.tokens = source.report.figures.front().tokens;
  source.report.tokens.pop_back();
  source.blank("standard-2021", "review.upheld", Printed::Ambiguous).tokens = {1, 2};
  source.blank("standard-2021", "review.other", Printed::Ambiguous).tokens = {1, 2};
  source.report.tokens.push_back({"12", {}});
  source.report.tokens.push_back({"3", {}});
  const StandardReport standard = source.walk();
  ASSERT_EQ(standard.residue.size(), 1U);
  EXPECT_EQ(standard.residue[0].value, "12 3");
  EXPECT_EQ(standard.residue[0].reason, "ambiguous");
  EXPECT_EQ(standard.residue[0].tokens, (std::vector<std::size_t>{1, 2}));
}

TEST(ChooseTemplate, FollowsTheOptions) {
  Report report;
  const auto chosen = [&](const std::string& id) {
    const auto layout = choose_template(report, shipped_layouts(), {id, false});
    return layout ? (*layout)->id : layout.error().id;
  };
  EXPECT_EQ(chosen("standard-2019"), "standard-2019");
  EXPECT_EQ(chosen("same"), "standard-2021");
  report.layouts = {"shanghai-35", "standard-2019"};
  EXPECT_EQ(chosen("same"), "standard-2019");
  EXPECT_EQ(chosen("standard-2021"), "standard-2021");
  EXPECT_EQ(chosen("shanghai-35"), "XWK-005");
  EXPECT_EQ(chosen("nonsense"), "XWK-005");
}

TEST(CrossWalk, AZeroThatItsOwnPartsContradictForcesNothing) {
  ReportBuilder source;
  source.table("scope-1-7", "17", "0");
  source.table("scope-1-7", "20", "0");
  source.blank("scope-1-7", "26", Printed::Lost);
  source.table("scope-1-7", "28", "7");  // part of 20, which is part of 17
  StandardReport standard = source.walk();
  EXPECT_EQ(value(standard, "requests.total.total"), "0 exact") << "printed, so kept";
  EXPECT_EQ(value(standard, "requests.refused.third_party.total"), "lost");
  EXPECT_EQ(value(standard, "requests.granted.total"), "not-collected");

  source.report.figures.back().value = "0";
  standard = source.walk();
  EXPECT_EQ(value(standard, "requests.granted.total"), "0 zero");
}

TEST(CrossWalk, AnAnswerToLastYearsRequestIsNoPartOfThisYears) {
  ReportBuilder source;
  source.table("shanghai-35", "10", "0");
  source.table("shanghai-35", "17", "2");  // answered: the hint 17 <= 10 does not hold
  EXPECT_EQ(value(source.walk(), "requests.new.natural"), "0 zero");
}

TEST(CrossWalk, LawsuitsOfWhichAPartIsPrintedAreNotAllZero) {
  ReportBuilder source;
  source.table("national-2014", "5", "0");
  source.table("national-2014", "5.2", "1");
  EXPECT_NE(value(source.walk(), "litigation.direct.total"), "0 zero");
}

}  // namespace
}  // namespace guifan
