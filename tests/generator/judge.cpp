// SPDX-License-Identifier: Apache-2.0
#include "judge.h"

#include <fmt/format.h>

#include <span>
#include <string_view>

#include "guifan/convert.h"
#include "guifan/recognise.h"

namespace guifan::generator {
namespace {

/// A legacy figure printed as a dash says nothing about the cells that it would have filled.
void drop_blank(const Model& model, const std::string& indicator, Truth& truth) {
  if (model.layout->is_template) {
    truth.certain.erase(indicator);
    return;
  }
  for (auto entry = truth.certain.begin(); entry != truth.certain.end();) {
    truth.possible.insert(*entry);
    entry = entry->second == "0" ? truth.certain.erase(entry) : std::next(entry);
  }
}

Verdict failed(Verdict verdict, const Truth& truth, const Error& error) {
  verdict.missed = truth.certain.size() + 1;
  verdict.first = error.id + " " + error.message;
  return verdict;
}

void compare(const StandardCell& cell, const Truth& truth, Verdict& verdict) {
  const auto certain = truth.certain.find(cell.id);
  const auto possible = truth.possible.find(cell.id);
  const auto note = [&](std::string_view what, const std::string& wanted) {
    if (verdict.first.empty())
      verdict.first =
          fmt::format("{} {}: wanted '{}', got '{}'", what, cell.id, wanted, cell.value);
  };
  if (!cell.filled) {
    if (certain == truth.certain.end()) return;
    ++verdict.missed;
    note("missed", certain->second);
    return;
  }
  if (certain != truth.certain.end() && certain->second == cell.value) {
    ++verdict.right;
  } else if (certain == truth.certain.end() && possible != truth.possible.end() &&
             possible->second == cell.value) {
    ++verdict.right;
  } else if (certain != truth.certain.end()) {
    ++verdict.wrong;
    verdict.first =
        fmt::format("WRONG {}: wanted '{}', got '{}'", cell.id, certain->second, cell.value);
  } else {
    ++verdict.invented;
    verdict.first = fmt::format("INVENTED {}: '{}'", cell.id, cell.value);
  }
}

}  // namespace

void Verdict::add(const Verdict& other) {
  right += other.right;
  wrong += other.wrong;
  invented += other.invented;
  missed += other.missed;
}

Verdict Judge::judge(const Model& model, const Document& document) const {
  Verdict verdict;
  Truth truth = truth_of(model);
  for (const std::string& blank : document.blank) drop_blank(model, blank, truth);
  const auto bytes = std::as_bytes(std::span(document.bytes));
  Result<SourceDocument> source = registry_.read(bytes, document.name);
  if (!source) return failed(verdict, truth, source.error());
  const Result<Report> report = recognise(*source, layouts_);
  if (!report) return failed(verdict, truth, report.error());
  ConversionOptions options;
  options.template_id = truth.template_id;
  const Result<StandardReport> standard = convert(*source, *report, layouts_, options);
  if (!standard) {
    ++verdict.wrong;  // a broken promise of our own is as bad as a wrong cell
    verdict.first = standard.error().message;
    return verdict;
  }
  for (const StandardCell& cell : standard->cells) compare(cell, truth, verdict);
  return verdict;
}

}  // namespace guifan::generator
