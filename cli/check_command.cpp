// SPDX-License-Identifier: Apache-2.0
// guifan check IN...: what does not agree inside a report, and between reports of one body in
// successive years. Messages go to standard error like all messages; standard output holds one
// summary line a report, or with --json the findings.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "commands.h"
#include "display_width.h"
#include "guifan/cross_year.h"
#include "input_list.h"
#include "json_output.h"
#include "session.h"

namespace guifan::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Checked;

/// A finding beside an earlier report, and whose report that is; nullptr for none.
struct YearFinding {
  CrossYearFinding finding;
  const Checked* earlier = nullptr;
};

/// What is kept of one input once its report is checked.
struct Checked {
  std::string path;
  YearReport across_years;
  std::size_t figures = 0;
  std::vector<Diagnostic> diagnostics;  ///< of this report alone
  std::vector<YearFinding> years;       ///< beside an earlier one
  std::optional<Error> error;

  std::vector<Diagnostic> all() const {
    std::vector<Diagnostic> both = diagnostics;
    for (const YearFinding& each : years) both.push_back(each.finding.diagnostic);
    return both;
  }
  std::size_t to_look_at() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        all(), [](const Diagnostic& each) { return each.severity != Severity::Note; }));
  }
};

Checked check_one(Session& session, const std::string& path) {
  Checked checked;
  checked.path = path;
  const auto failed = [&](const Error& error) {
    checked.error = error;
    return checked;
  };
  const Result<const LayoutLibrary*> layouts = session.layouts();
  if (!layouts) return failed(layouts.error());
  const Result<Source> source = session.load(path);
  if (!source) return failed(source.error());
  const Result<Recognised> recognised = session.recognise(*source);
  if (!recognised) return failed(recognised.error());
  const Report& report = recognised->report;
  checked.diagnostics = report.diagnostics;  // those of the reader included
  const std::vector<Diagnostic> found = check_report(report, **layouts);
  checked.diagnostics.insert(checked.diagnostics.end(), found.begin(), found.end());
  checked.figures = report.figures.size();
  checked.across_years = year_report(printable(path), report, **layouts);
  return checked;
}

/// Adds what the reports say about each other. Inputs that could not be read take no part.
void check_years(Session& session, std::vector<Checked>& inputs) {
  const Result<const LayoutLibrary*> layouts = session.layouts();
  if (!layouts) return;
  std::vector<YearReport> reports;
  std::vector<Checked*> owners;
  for (Checked& input : inputs) {
    if (input.error) continue;
    reports.push_back(std::move(input.across_years));
    owners.push_back(&input);
  }
  for (CrossYearFinding& finding : check_across_years(reports, **layouts)) {
    const Checked* earlier = finding.earlier ? owners[*finding.earlier] : nullptr;
    Checked& later = *owners[finding.report];
    later.years.push_back({std::move(finding), earlier});
  }
  for (std::size_t i = 0; i < reports.size(); ++i) owners[i]->across_years = std::move(reports[i]);
}

std::string summary(const Checked& checked, Language language) {
  const YearReport& report = checked.across_years;
  const std::string who = fmt::format("{} {}", report.organisation,
                                      report.year == 0 ? "" : fmt::to_string(report.year));
  return language == Language::Chinese
             ? fmt::format("{}: {}：{} 项数字，{} 处需要查看\n", printable(checked.path), who,
                           checked.figures, checked.to_look_at())
             : fmt::format("{}: {}: {} figures, {} to look at\n", printable(checked.path), who,
                           checked.figures, checked.to_look_at());
}

/// The finding, and "earlier": which report it was compared with, and where in it.
Json with_earlier_report(const YearFinding& each, Language language) {
  Json json = to_json(each.finding.diagnostic, language);
  if (each.earlier == nullptr) return json;
  json["earlier"] = {{"input", each.earlier->path}, {"year", each.earlier->across_years.year}};
  if (std::string place = to_string(each.finding.earlier_place); !place.empty())
    json["earlier"]["place"] = std::move(place);
  return json;
}

}  // namespace

int run_check(Session& session) {
  const Language language = session.arguments().language;
  const Result<std::vector<Input>> listed = list_inputs(session.arguments().inputs, {});
  if (!listed) return session.fail(session.arguments().inputs.front(), listed.error());
  std::vector<Checked> inputs;
  for (const Input& input : *listed) inputs.push_back(check_one(session, input.path));
  check_years(session, inputs);

  ExitCode code = kDone;
  std::string text;
  Json results = Json::array();
  for (const Checked& input : inputs) {
    Json result{{"input", input.path}};
    const YearReport& report = input.across_years;
    result["organisation"] = report.organisation.empty() ? Json() : Json(report.organisation);
    result["year"] = report.year == 0 ? Json() : Json(report.year);
    result["diagnostics"] = Json::array();
    if (input.error) {
      result["diagnostics"].push_back(to_json(*input.error, language));
      code = worse(code, session.fail(input.path, *input.error));
    } else {
      code = worse(code, session.report(input.path, input.all()));
      text += summary(input, language);
      for (const Diagnostic& diagnostic : input.diagnostics)
        result["diagnostics"].push_back(to_json(diagnostic, language));
      for (const YearFinding& each : input.years)
        result["diagnostics"].push_back(with_earlier_report(each, language));
    }
    results.push_back(std::move(result));
  }
  return session.arguments().json ? print_json(session, results, code)
                                  : print_text(session, text, code);
}

}  // namespace guifan::cli
