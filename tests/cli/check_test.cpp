// SPDX-License-Identifier: Apache-2.0
// guifan check, each reconciliation message twice: a report that raises it and one, as like as
// possible, that does not.
#include <set>

#include "guifan/diagnostic.h"
#include "process.h"
#include "standard_text.h"

namespace guifan::cli_test {
namespace {

using Cells = std::map<std::string, std::string>;

/// A request row whose figures stand in the column 自然人 and in the total.
Cells& row(Cells& cells, const std::string& id, const std::string& value) {
  cells["requests." + id + ".natural"] = cells["requests." + id + ".total"] = value;
  return cells;
}

std::string report(const Cells& cells, int year = 2022, const std::string& words = "") {
  return StandardText{.year = year, .words = words, .cells = cells}.text();
}

/// 5 new and 1 of last year; 4 granted, 2 carried over.
Cells sound() {
  Cells cells;
  row(cells, "new", "5");
  row(cells, "carried_in", "1");
  row(cells, "granted", "4");
  row(cells, "total", "4");
  return row(cells, "carried_out", "2");
}

Cells with(Cells cells, const Cells& changes) {
  for (const auto& [id, value] : changes) cells[id] = value;
  return cells;
}

/// The appended tables of a Shanghai-style report, made of "label unit value" lines.
std::string old_form(const std::string& organisation, int year, const std::string& lines) {
  return organisation + std::to_string(year) +
         "年政府信息公开工作年度报告\n一、概述\n信息都放在门户网站上。\n附表\n" + lines;
}

struct Case {
  std::string id;
  std::vector<std::string> fires;  ///< the texts of the inputs, in order
  std::vector<std::string> quiet;
  std::string place = {};  ///< "FILE:PLACE" of the message that fires; any where empty
};

/// The form of fixtures/layouts/my-county.xml: what a reading room cost in 万元.
std::string costs(const std::string& total, const std::string& rooms, const std::string& prints) {
  return old_form("白河县", 2012,
                  "政府信息公开申请统计表\n指标\t单位\t本年度\n窗口登记申请\t件\t7\n"
                  "其中：网上提交\t件\t3\n书面回复\t件\t6\n查阅室支出\t万元\t" +
                      total + "\n其中：场地设备\t万元\t" + rooms + "\n纸张印刷\t万元\t" + prints +
                      "\n");
}

/// The 35-code form: items published, of them in full text; requests in total and face to face.
std::string items(const std::string& total, const std::string& full_text,
                  const std::string& requests, const std::string& face_to_face) {
  return old_form("云溪县", 2012,
                  "1.主动公开情况统计\n指标\t单位\t数量\n"
                  "主动公开信息数\t条\t" +
                      total +
                      "\n"
                      "其中：全文电子化的主动公开信息数\t条\t" +
                      full_text +
                      "\n"
                      "新增的行政规范性文件数\t条\t2\n"
                      "2.依申请公开情况统计\n指标\t单位\t数量\n"
                      "申请总数\t条\t" +
                      requests +
                      "\n"
                      "其中：1.当面申请数\t条\t" +
                      face_to_face +
                      "\n"
                      "2.传真申请数\t条\t0\n3.电子邮件申请数\t条\t0\n"
                      "4.网上申请数\t条\t2\n5.信函申请数\t条\t0\n6.其他形式申请数\t条\t0\n"
                      "对申请的答复总数\t条\t0\n");
}

std::vector<Case> cases() {
  std::string nameless = report(sound());
  nameless.erase(0, nameless.find("政府信息公开"));
  const Cells good = sound();
  Cells later = good;
  row(later, "carried_in", "2");
  row(later, "carried_out", "3");
  const std::string before = report(good, 2021), after = report(later, 2022);
  return {
      {"CHK-001", {report(with(good, {{"requests.carried_out.natural", "3"}}))}, {report(good)}},
      {"CHK-002", {report(with(good, {{"requests.granted.natural", "3"}}))}, {report(good)}},
      {"CHK-003", {report(with(good, {{"requests.new.total", "6"}}))}, {report(good)}},
      {"CHK-004",
       {report(with(good, {{"review.upheld", "10"}, {"review.corrected", "1"}}))},
       {report(with(good, {{"review.upheld", "10"}, {"review.total", "10"}}))}},
      {"CHK-005", {items("9", "9", "3", "2")}, {items("9", "9", "4", "2")}},
      {"CHK-006", {items("9", "10", "4", "2")}, {items("9", "9", "4", "2")}},
      {"CHK-007",
       {report(with(good, {{"proactive.rules.issued", "3"}, {"proactive.rules.in_force", "2"}}))},
       {report(with(good, {{"proactive.rules.issued", "3"}, {"proactive.rules.in_force", "3"}}))}},
      {"CHK-008",
       {report(good, 2022, "2022年，本机关共收到政府信息公开申请17件。")},
       {report(good, 2022, "2022年，本机关共收到政府信息公开申请5件。")}},
      {"CHK-009",
       {report(with(good, {{"proactive.licences.decisions", "-2"}}))},
       {report(with(good, {{"proactive.licences.decisions", "2"}}))}},
      {"CHK-010",
       {report({{"requests.granted.natural", "9"},
                {"requests.total.natural", "7"},
                {"requests.refused.third_party.natural", "—"}})},
       {report({{"requests.granted.natural", "7"},
                {"requests.total.natural", "7"},
                {"requests.refused.third_party.natural", "—"}})}},
      {"CHK-011",
       {report(good, 2022,
               "2022年，本机关共收到政府信息公开申请5件。本年度收到政府信息公开申请8件。")},
       {report(good, 2022,
               "2022年，本机关共收到政府信息公开申请5件。本年度收到政府信息公开申请5件。")}},
      {"CHK-012",
       {report(with(good, {{"proactive.licences.decisions", "1.5"}}))},
       {report(with(good, {{"proactive.fees.amount", "1.5"}}))}},
      {"CHK-013", {costs("10.5", "4.24", "6.25")}, {costs("10.6", "4.24", "6.25")}},
      {"CHK-014", {before, report(good, 2022)}, {before, after}, "1.txt:25"},
      {"CHK-015",
       {report(with(good, {{"proactive.rules.in_force", "9"}}), 2021),
        report(with(later, {{"proactive.rules.in_force", "7"}}), 2022)},
       {report(with(good, {{"proactive.rules.in_force", "9"}}), 2021),
        report(with(later, {{"proactive.rules.in_force", "8"}, {"proactive.rules.repealed", "1"}}),
               2022)},
       "1.txt:7"},
      {"CHK-016",
       {report(with(good, {{"proactive.fees.amount", "25.1"}}), 2021),
        report(with(later, {{"proactive.fees.amount", "251000"}}), 2022)},
       {report(with(good, {{"proactive.fees.amount", "25.1"}}), 2021),
        report(with(later, {{"proactive.fees.amount", "249.9"}}), 2022)},
       "1.txt:18"},
      {"CHK-017",
       {before, StandardText{.organisation = "青石镇人民政府", .cells = later}.text()},
       {before, after}},
      {"CHK-018", {before, report(later, 2023)}, {before, after}},
      {"CHK-019", {before, before}, {before, after}},
      {"CHK-020", {before, nameless}, {before, after}},
  };
}

class Check : public CommandLine {
 protected:
  /// Writes the texts to 0.txt, 1.txt, ... and checks them together.
  Outcome check(const std::vector<std::string>& texts, bool json = false) {
    std::vector<std::string> arguments{"check", "--lang", "en"};
    if (json) arguments.emplace_back("--json");
    for (std::size_t i = 0; i < texts.size(); ++i) {
      arguments.push_back(std::to_string(i) + ".txt");
      write(arguments.back(), texts[i]);
    }
    const std::string layouts = std::string(GUIFAN_SOURCE_DIR) + "/fixtures/layouts";
    return run(
        {.arguments = std::move(arguments), .variables = {{"GUIFAN_FORMATS_PATH", layouts}}});
  }
};

TEST_F(Check, EachMessageHasAReportThatRaisesItAndOneThatDoesNot) {
  for (const Case& each : cases()) {
    SCOPED_TRACE(each.id);
    const Outcome fires = check(each.fires);
    EXPECT_NE(fires.err.find("[" + each.id + "]"), std::string::npos) << fires.err;
    EXPECT_NE(fires.err.find("  help: "), std::string::npos) << fires.err;
    if (!each.place.empty()) {
      EXPECT_NE(fires.err.find(each.place), std::string::npos) << fires.err;
    }
    const Outcome quiet = check(each.quiet);
    EXPECT_EQ(quiet.err.find("[" + each.id + "]"), std::string::npos) << quiet.err;
    expect_done(quiet);
  }
}

TEST_F(Check, EveryReconciliationMessageHasACase) {
  std::set<std::string> covered;
  for (const Case& each : cases()) covered.insert(each.id);
  for (const CatalogueEntry& entry : catalogue()) {
    if (!entry.id.starts_with("CHK-")) continue;
    EXPECT_TRUE(covered.contains(std::string(entry.id))) << entry.id;
    EXPECT_FALSE(entry.english_cure.empty()) << entry.id << " has no cure";
    EXPECT_FALSE(entry.chinese_cure.empty()) << entry.id << " has no cure";
  }
}

TEST_F(Check, ASoundPairOfYearsSaysNothing) {
  Cells later = sound();
  row(row(later, "carried_in", "2"), "carried_out", "3");
  const Outcome outcome = check({report(sound(), 2021), report(later, 2022)});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_NE(outcome.out.find("0.txt: 云溪县水务局 2021: "), std::string::npos) << outcome.out;
}

TEST_F(Check, TheOrderOfTheInputsDoesNotMatter) {
  Cells later = sound();
  later["requests.carried_in.natural"] = "4";
  const Outcome outcome = check({report(later, 2022), report(sound(), 2021)}, true);
  EXPECT_EQ(outcome.code, 3);
  const auto results = outcome.json();
  ASSERT_EQ(results.size(), 2u) << outcome.out;
  EXPECT_EQ(results[1]["diagnostics"].size(), 0u);
  std::vector<nlohmann::json> carried;
  for (const auto& each : results[0]["diagnostics"])
    if (each["id"] == "CHK-014") carried.push_back(each);
  ASSERT_EQ(carried.size(), 2u) << "the column 自然人 and the total, each on its own";
  EXPECT_EQ(carried[0]["severity"], "warning");
  EXPECT_EQ(carried[0]["place"], "line 25");
  EXPECT_EQ(carried[0]["cells"], nlohmann::json({"requests.carried_in.natural"}));
  EXPECT_EQ(carried[0]["earlier"]["input"], results[1]["input"]);
  EXPECT_EQ(carried[0]["earlier"]["year"], 2021);
  EXPECT_EQ(carried[0]["earlier"]["place"], "line 48");
  EXPECT_EQ(results[0]["organisation"], "云溪县水务局");
  EXPECT_EQ(results[0]["year"], 2022);
  const std::string message = carried[0]["message"];
  EXPECT_NE(message.find("二、上年结转政府信息公开申请数量·自然人＝上一年的四、结转下年度继续办理·"
                         "自然人: 4 is not 2; year before: 1.txt:48"),
            std::string::npos)
      << message;
}

TEST_F(Check, AnUnreadableInputTakesNoPart) {
  const Outcome outcome = check({report(sound(), 2021), ""}, true);
  EXPECT_EQ(outcome.code, 2);
  ASSERT_EQ(outcome.json().size(), 2u);
  EXPECT_EQ(outcome.json()[0]["diagnostics"].size(), 0u);
  EXPECT_TRUE(outcome.json()[1]["year"].is_null());
}

TEST_F(Check, AYearThatIsMissingNamesTheReportBefore) {
  const auto results = check({report(sound(), 2019), report(sound(), 2022)}, true).json();
  ASSERT_EQ(results.size(), 2u);
  ASSERT_EQ(results[1]["diagnostics"].size(), 1u) << results[1];
  const auto& missing = results[1]["diagnostics"][0];
  EXPECT_EQ(missing["id"], "CHK-018");
  EXPECT_EQ(missing["earlier"]["input"], results[0]["input"]);
  EXPECT_FALSE(missing["earlier"].contains("place"));
}

TEST_F(Check, OldAndNewFormFollowOneAnother) {
  // What the crosswalk takes over is compared whatever form it was printed in.
  const Outcome outcome =
      check({old_form("云溪县水务局", 2021,
                      "全年收到政府信息公开申请9件，办结7件，结转下年度继续办理2件。\n"),
             report(sound(), 2022)});
  EXPECT_NE(outcome.err.find("总计: 1 is not 2; year before: 0.txt:5"), std::string::npos)
      << outcome.err;
}

TEST_F(Check, NothingIsSaidTwice) {
  // Text and tables break the same sums in one line, two tables say the same, years disagree.
  std::vector<std::vector<std::string>> inputs;
  for (const Case& each : cases()) inputs.push_back(each.fires);
  const std::string words =
      "2022年，本机关发生行政复议5件，其中结果维持3件，结果纠正4件，其他结果0件，尚未审结0件。";
  const Cells broken =
      with(sound(), {{"review.total", "5"}, {"review.upheld", "3"}, {"review.corrected", "4"}});
  inputs.push_back({report(broken, 2022, words + "\n" + words)});
  inputs.push_back({report(broken, 2021, words), report(broken, 2022, words),
                    report(broken, 2023, words), report(broken, 2023, words)});
  for (const auto& texts : inputs) {
    const Outcome outcome = check(texts, true);
    for (const auto& result : outcome.json()) {
      std::set<std::string> said;
      for (const auto& each : result["diagnostics"]) {
        const std::string message =
            each["id"].get<std::string>() + " " + each["message"].get<std::string>();
        EXPECT_TRUE(said.insert(message).second) << message;
      }
    }
  }
}

}  // namespace
}  // namespace guifan::cli_test
