// SPDX-License-Identifier: Apache-2.0
// What sentences fill and force, beside tables and against each other.
#include <gtest/gtest.h>

#include "crosswalk_source.h"

namespace guifan {
namespace {

using namespace test;

TEST(CrossWalkStatements, StatementsFillAndForce) {
  ReportBuilder source;
  source.prose("requests.new.total", "0").zero_statement = true;
  source.report.figures.back().tokens.clear();
  source.prose("review.total", "2");
  source.prose("ind.proactive_total", "138", "条");
  const StandardReport standard = source.walk();
  EXPECT_EQ(value(standard, "requests.new.total"), "0 stated");
  EXPECT_EQ(value(standard, "requests.new.legal_service"), "0 zero");
  EXPECT_EQ(value(standard, "review.total"), "2 stated");
  EXPECT_EQ(value(standard, "review.upheld"), "not-collected");
  EXPECT_EQ(residue(standard), "ind.proactive_total=138条:no-counterpart ");
}

TEST(CrossWalkStatements, AJointFigureOfZeroForcesItsParts) {
  ReportBuilder source;
  source.prose("litigation.total", "0");
  source.prose("requests.new.organisations", "0");
  source.prose("requests.not_processed.total", "3");
  const StandardReport standard = source.walk();
  EXPECT_EQ(filled(standard), 15U);
  EXPECT_EQ(value(standard, "litigation.after_review.pending"), "0 zero");
  EXPECT_EQ(value(standard, "requests.new.welfare"), "0 zero");
  EXPECT_EQ(residue(standard), "requests.not_processed.total=3件:not-derivable ");

  source.table("standard-2021", "litigation.direct.total", "2");
  EXPECT_EQ(value(source.walk(), "litigation.direct.total"), "2 printed")
      << "what is printed stays";
  EXPECT_EQ(value(source.walk(), "litigation.after_review.total"), "lost")
      << "the statement is not trusted";
}

TEST(CrossWalkStatements, ATermIsDerivedWhenAllOthersAreStated) {
  ReportBuilder source;
  source.prose("requests.new.total", "70");
  source.prose("requests.total.total", "69");
  source.prose("requests.carried_out.total", "3");
  EXPECT_EQ(value(source.walk(), "requests.carried_in.total"), "2 derived");
  EXPECT_EQ(source.walk().find("requests.carried_in.total")->sources.size(), 3U);

  ReportBuilder short_of_one;
  short_of_one.prose("requests.new.total", "70");
  short_of_one.prose("requests.total.total", "70");
  EXPECT_EQ(value(short_of_one.walk(), "requests.carried_in.total"), "not-collected");

  ReportBuilder negative;
  negative.prose("requests.new.total", "70");
  negative.prose("requests.total.total", "60");
  negative.prose("requests.carried_out.total", "3");
  EXPECT_EQ(value(negative.walk(), "requests.carried_in.total"), "not-collected");
  EXPECT_TRUE(says(negative.walk(), "XWK-003"));

  ReportBuilder mixed;  // table and text may speak of different scopes
  mixed.table("standard-2021", "requests.new.total", "70");
  mixed.prose("requests.total.total", "69");
  mixed.prose("requests.carried_out.total", "3");
  EXPECT_NE(value(mixed.walk(), "requests.carried_in.total"), "2 derived");
}

TEST(CrossWalkStatements, StatementsThatAgreeWithTheTableAreSourcesToo) {
  ReportBuilder source;
  source.table("shanghai-35", "10", "7", "条");
  source.prose("requests.new.total", "7", "例");
  const StandardReport standard = source.walk();
  EXPECT_EQ(value(standard, "requests.new.total"), "7 exact");
  EXPECT_EQ(standard.find("requests.new.total")->sources.size(), 2U);
  EXPECT_TRUE(standard.residue.empty());
}

TEST(CrossWalkStatements, TheTableDecidesUnlessTheTextNamesAnotherScope) {
  ReportBuilder source;
  source.table("shanghai-35", "10", "95", "条");
  source.prose("requests.new.total", "17");
  EXPECT_EQ(value(source.walk(), "requests.new.total"), "95 exact");
  EXPECT_EQ(residue(source.walk()), "requests.new.total=17件:conflict ");
  source.report.figures.back().scope = Scope::OwnBody;
  EXPECT_EQ(value(source.walk(), "requests.new.total"), "conflict");
  EXPECT_TRUE(says(source.walk(), "XWK-001"));
  EXPECT_EQ(residue(source.walk()), "10=95条:conflict requests.new.total=17件:conflict ");
  source.report.figures.front().layout = "standard-2021";
  source.report.figures.front().indicator = "requests.new.total";
  EXPECT_EQ(value(source.walk(), "requests.new.total"), "95条 printed") << "what is printed stays";
}

TEST(CrossWalkStatements, ContradictoryStatementsLeaveTheCellBlank) {
  ReportBuilder source;
  source.prose("requests.new.total", "5");
  source.prose("requests.new.total", "6");
  const StandardReport standard = source.walk();
  EXPECT_EQ(value(standard, "requests.new.total"), "conflict");
  EXPECT_EQ(standard.find("requests.new.total")->blank_detail, "5件 / 6件");
  EXPECT_TRUE(says(standard, "XWK-001"));
  EXPECT_EQ(standard.residue.size(), 2U);
  source.table("fujian-2014", "received", "6", "条");
  EXPECT_EQ(value(source.walk(), "requests.new.total"), "6 exact") << "a table decides";
}

TEST(CrossWalkStatements, LowConfidenceZerosYield) {
  ReportBuilder source;
  Figure& zero = source.prose("requests.new.total", "0");
  zero.caveat = "low-confidence";
  zero.zero_statement = true;
  EXPECT_EQ(value(source.walk(), "requests.new.total"), "0 stated");
  EXPECT_EQ(source.walk().find("requests.new.total")->caveat, "low-confidence");
  source.prose("requests.granted.total", "3");
  EXPECT_EQ(value(source.walk(), "requests.new.total"), "not-collected");
}

}  // namespace
}  // namespace guifan
