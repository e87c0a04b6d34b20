// SPDX-License-Identifier: Apache-2.0
// The crosswalk once more, written by hand and apart from formats/*.xml, so that a mistake there is
// seen here.
#include <array>

#include "model.h"

namespace guifan::generator {
namespace {

struct Rule {
  std::string_view layout, target;
  std::array<std::string_view, 2> sources;  ///< summed; the second may be empty
};

/// Only what holds without any condition on other figures.
constexpr std::array kRules = std::to_array<Rule>({
    {"shanghai-35", "requests.new.total", {"10", ""}},
    {"shanghai-35", "requests.total.total", {"17", ""}},
    {"shanghai-35", "requests.granted.total", {"18", ""}},
    {"shanghai-35", "requests.partly_granted.total", {"19", ""}},
    {"shanghai-35", "requests.refused.state_secret.total", {"25", ""}},
    {"shanghai-35", "requests.refused.third_party.total", {"26", "27"}},
    {"shanghai-35", "review.total", {"32", ""}},
    {"shanghai-54", "requests.new.total", {"12", ""}},
    {"shanghai-54", "requests.total.total", {"19", ""}},
    {"shanghai-54", "requests.granted.total", {"20", ""}},
    {"shanghai-54", "requests.partly_granted.total", {"21", ""}},
    {"shanghai-54", "requests.not_processed.repeated.total", {"26", ""}},
    {"shanghai-54", "requests.refused.state_secret.total", {"28", ""}},
    {"shanghai-54", "requests.refused.third_party.total", {"29", "30"}},
    {"shanghai-54", "requests.refused.security_stability.total", {"32", ""}},
    {"shanghai-54", "review.total", {"34", ""}},
    {"scope-1-7", "requests.new.total", {"10", ""}},
    {"scope-1-7", "requests.total.total", {"17", ""}},
    {"scope-1-7", "requests.granted.total", {"18", ""}},
    {"scope-1-7", "requests.partly_granted.total", {"19", ""}},
    {"scope-1-7", "requests.refused.state_secret.total", {"25", ""}},
    {"scope-1-7", "requests.refused.third_party.total", {"26", "27"}},
    {"scope-1-7", "review.total", {"review", ""}},
    {"national-2014", "requests.new.total", {"3.1", ""}},
    {"national-2014", "requests.partly_granted.total", {"3.3.3", ""}},
    {"national-2014", "requests.refused.state_secret.total", {"3.3.4.1", ""}},
    {"national-2014", "requests.refused.third_party.total", {"3.3.4.2", "3.3.4.3"}},
    {"national-2014", "requests.refused.security_stability.total", {"3.3.4.4", ""}},
    {"national-2014", "review.total", {"4", ""}},
    {"national-2014", "review.upheld", {"4.1", ""}},
    {"national-2014", "review.corrected", {"4.2", ""}},
    {"fujian-2009", "requests.new.total", {"received", ""}},
    {"fujian-2009", "requests.total.total", {"replied", ""}},
    {"fujian-2009", "requests.granted.total", {"replied.granted", ""}},
    {"fujian-2009", "requests.partly_granted.total", {"replied.partly", ""}},
    {"fujian-2009", "review.total", {"review", ""}},
    {"fujian-2014", "requests.new.total", {"received", ""}},
    {"fujian-2014", "requests.total.total", {"replied", ""}},
    {"fujian-2014", "requests.granted.total", {"replied.granted", ""}},
    {"fujian-2014", "requests.partly_granted.total", {"replied.partly", ""}},
    {"fujian-2014", "review.total", {"review", ""}},
});

constexpr std::array<std::string_view, 6> kApplicants = {"natural", "business",      "research",
                                                         "welfare", "legal_service", "other_org"};
constexpr std::array<std::string_view, 4> kOutcomes = {"upheld", "corrected", "other", "pending"};

std::string print(std::int64_t value) {
  return std::to_string(value);
}

}  // namespace

Truth truth_of(const Model& model) {
  Truth truth;
  truth.template_id = "standard-2021";
  for (const auto& [cell, value] : model.stated) truth.certain[cell] = value;
  if (model.layout == nullptr) return truth;
  if (model.layout->is_template) {
    truth.template_id = model.layout->id;
    for (const auto& [indicator, value] : model.figures) truth.certain[indicator] = print(value);
    return truth;
  }
  const auto figure = [&](std::string_view id) { return model.figures.at(std::string(id)); };
  for (const Rule& rule : kRules) {
    if (rule.layout != model.layout->id) continue;
    const std::int64_t value =
        figure(rule.sources[0]) + (rule.sources[1].empty() ? 0 : figure(rule.sources[1]));
    truth.certain[std::string(rule.target)] = print(value);
  }
  // 同意公开答复 alone is what was granted only where nothing was 属于已主动公开范围; 办结 and 答复
  // must agree to be the total.
  if (model.layout->id == "national-2014") {
    if (figure("3.3.1") == 0) truth.certain["requests.granted.total"] = print(figure("3.3.2"));
    if (figure("3.2") == figure("3.3"))
      truth.certain["requests.total.total"] = print(figure("3.2"));
    if (figure("4.3") == 0 && figure("4") == figure("4.1") + figure("4.2"))
      truth.possible["review.other"] = truth.possible["review.pending"] = "0";
  }
  const std::string lawsuits = model.layout->id == "national-2014" ? "5"
                               : model.layout->id == "shanghai-35" ? "33"
                               : model.layout->id == "shanghai-54" ? "35"
                                                                   : "litigation";
  // A printed 0 whose parts are not 0 proves nothing; the converter says so and leaves it.
  const bool contradicted =
      model.layout->id == "national-2014" && figure("5.1") + figure("5.2") + figure("5.3") > 0;
  if (model.figures.contains(lawsuits) && figure(lawsuits) == 0 && !contradicted)
    for (const char* kind : {"litigation.direct.", "litigation.after_review."}) {
      for (const std::string_view outcome : kOutcomes)
        truth.certain[kind + std::string(outcome)] = "0";
      truth.certain[kind + std::string("total")] = "0";
    }
  if (truth.certain.contains("review.total") && truth.certain["review.total"] == "0")
    for (const std::string_view outcome : kOutcomes)
      truth.possible["review." + std::string(outcome)] = "0";
  // A printed total of 0 forces its parts, also where this table does not say so itself.
  const std::map<std::string, std::string> totals = truth.certain;
  for (const auto& [cell, value] : totals) {
    if (value != "0" || !cell.starts_with("requests.") || !cell.ends_with(".total")) continue;
    for (const std::string_view applicant : kApplicants)
      truth.possible[cell.substr(0, cell.size() - 5) + std::string(applicant)] = "0";
  }
  // Nothing answered at all: every result row is 0.
  if (truth.certain.contains("requests.total.total") &&
      truth.certain["requests.total.total"] == "0" && model.layout != nullptr) {
    static constexpr std::array<std::string_view, 21> kResults = {"granted",
                                                                  "partly_granted",
                                                                  "refused.state_secret",
                                                                  "refused.law_prohibits",
                                                                  "refused.security_stability",
                                                                  "refused.third_party",
                                                                  "refused.internal_affairs",
                                                                  "refused.process_information",
                                                                  "refused.enforcement_file",
                                                                  "refused.administrative_inquiry",
                                                                  "unable.not_held",
                                                                  "unable.needs_creation",
                                                                  "unable.unclear_after_correction",
                                                                  "not_processed.complaint",
                                                                  "not_processed.repeated",
                                                                  "not_processed.publication",
                                                                  "not_processed.excessive",
                                                                  "not_processed.reconfirm",
                                                                  "other.not_corrected",
                                                                  "other.fee_unpaid",
                                                                  "other.misc"};
    for (const std::string_view result : kResults) {
      for (const std::string_view applicant : kApplicants)
        truth.possible["requests." + std::string(result) + "." + std::string(applicant)] = "0";
      truth.possible["requests." + std::string(result) + ".total"] = "0";
    }
  }
  return truth;
}

}  // namespace guifan::generator
