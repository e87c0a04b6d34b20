// SPDX-License-Identifier: Apache-2.0
// guifan check IN...: what does not agree inside a report. Messages go to standard error like all
// messages; standard output holds one summary line a report, or with --json the findings.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "display_width.h"
#include "guifan/recognise.h"
#include "json_output.h"
#include "session.h"

namespace guifan::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Checked {
  Report report;
  std::vector<Diagnostic> diagnostics;
};

Result<Checked> check_one(Session& session, const std::string& path) {
  const Result<const LayoutLibrary*> layouts = session.layouts();
  if (!layouts) return layouts.error();
  const Result<Source> source = session.load(path);
  if (!source) return source.error();
  Result<SourceDocument> document = session.read(*source);
  if (!document) return document.error();
  Result<Report> report = recognise(*document, **layouts);
  if (!report) return report.error();
  Checked checked;
  checked.diagnostics = report->diagnostics;  // those of the reader included
  const std::vector<Diagnostic> found = check_report(*report, **layouts);
  checked.diagnostics.insert(checked.diagnostics.end(), found.begin(), found.end());
  checked.report = std::move(*report);
  return checked;
}

std::string summary(const std::string& path, const Checked& checked, std::size_t warnings,
                    Language language) {
  const Identification& identity = checked.report.identity;
  const std::string who = fmt::format("{} {}", identity.organisation.value, identity.year.value);
  return language == Language::Chinese
             ? fmt::format("{}: {}：{} 项数字，{} 处需要查看\n", printable(path), who,
                           checked.report.figures.size(), warnings)
             : fmt::format("{}: {}: {} figures, {} to look at\n", printable(path), who,
                           checked.report.figures.size(), warnings);
}

}  // namespace

int run_check(Session& session) {
  const Language language = session.arguments().language;
  ExitCode code = kDone;
  std::string text;
  Json results = Json::array();
  for (const std::string& path : session.arguments().inputs) {
    Json result{{"input", path}, {"diagnostics", Json::array()}};
    const Result<Checked> checked = check_one(session, path);
    if (checked) {
      code = worse(code, session.report(path, checked->diagnostics));
      const auto warnings = static_cast<std::size_t>(
          std::count_if(checked->diagnostics.begin(), checked->diagnostics.end(),
                        [](const Diagnostic& each) { return each.severity != Severity::Note; }));
      text += summary(path, *checked, warnings, language);
      for (const Diagnostic& diagnostic : checked->diagnostics)
        result["diagnostics"].push_back(to_json(diagnostic, language));
    } else {
      result["diagnostics"].push_back(to_json(checked.error(), language));
      code = worse(code, session.fail(path, checked.error()));
    }
    results.push_back(std::move(result));
  }
  return session.arguments().json ? print_json(session, results, code)
                                  : print_text(session, text, code);
}

}  // namespace guifan::cli
