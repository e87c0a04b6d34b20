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

constexpr std::array<std::string_view, 21> kResults = {"granted",
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

std::int64_t figure(const Model& model, std::string_view id) {
  return model.figures.at(std::string(id));
}

std::string printed(const Model& model, std::string_view id) {
  return std::to_string(figure(model, id));
}

bool is_certain_zero(const Truth& truth, const std::string& cell) {
  const auto found = truth.certain.find(cell);
  return found != truth.certain.end() && found->second == "0";
}

/// What the rows of kRules say.
void add_rules(const Model& model, Truth& truth) {
  for (const Rule& rule : kRules) {
    if (rule.layout != model.layout->id) continue;
    const std::int64_t second = rule.sources[1].empty() ? 0 : figure(model, rule.sources[1]);
    truth.certain[std::string(rule.target)] =
        std::to_string(figure(model, rule.sources[0]) + second);
  }
}

/// 同意公开答复 alone is what was granted only where nothing was 属于已主动公开范围; 办结 and 答复
/// must agree to be the total.
void add_rules_with_conditions(const Model& model, Truth& truth) {
  if (model.layout->id != "national-2014") return;
  if (figure(model, "3.3.1") == 0)
    truth.certain["requests.granted.total"] = printed(model, "3.3.2");
  if (figure(model, "3.2") == figure(model, "3.3"))
    truth.certain["requests.total.total"] = printed(model, "3.2");
  if (figure(model, "4.3") == 0 &&
      figure(model, "4") == figure(model, "4.1") + figure(model, "4.2"))
    truth.possible["review.other"] = truth.possible["review.pending"] = "0";
}

/// No lawsuits at all: each kind and each outcome is 0.
void add_lawsuits(const Model& model, Truth& truth) {
  const std::string& layout = model.layout->id;
  const std::string lawsuits = layout == "national-2014" ? "5"
                               : layout == "shanghai-35" ? "33"
                               : layout == "shanghai-54" ? "35"
                                                         : "litigation";
  if (!model.figures.contains(lawsuits) || figure(model, lawsuits) != 0) return;
  // A printed 0 whose parts are not 0 proves nothing; the converter says so and leaves it.
  if (layout == "national-2014" &&
      figure(model, "5.1") + figure(model, "5.2") + figure(model, "5.3") > 0)
    return;
  for (const std::string kind : {"litigation.direct.", "litigation.after_review."}) {
    for (const std::string_view outcome : kOutcomes)
      truth.certain[kind + std::string(outcome)] = "0";
    truth.certain[kind + "total"] = "0";
  }
}

/// A printed total of 0 forces its parts, also where this table does not say so itself.
void add_parts_of_zeros(Truth& truth) {
  if (is_certain_zero(truth, "review.total"))
    for (const std::string_view outcome : kOutcomes)
      truth.possible["review." + std::string(outcome)] = "0";
  constexpr std::string_view kTotal = "total";
  for (const auto& [cell, value] : truth.certain) {
    if (value != "0" || !cell.starts_with("requests.") || !cell.ends_with(".total")) continue;
    for (const std::string_view applicant : kApplicants)
      truth.possible[cell.substr(0, cell.size() - kTotal.size()) + std::string(applicant)] = "0";
  }
  // Nothing answered at all: every result row is 0.
  if (!is_certain_zero(truth, "requests.total.total")) return;
  for (const std::string_view result : kResults) {
    const std::string row = "requests." + std::string(result) + ".";
    for (const std::string_view applicant : kApplicants)
      truth.possible[row + std::string(applicant)] = "0";
    truth.possible[row + "total"] = "0";
  }
}

}  // namespace

Truth truth_of(const Model& model) {
  Truth truth;
  truth.template_id = "standard-2021";
  for (const auto& [cell, value] : model.stated) truth.certain[cell] = value;
  if (model.layout == nullptr) return truth;
  if (model.layout->is_template) {
    truth.template_id = model.layout->id;
    for (const auto& [indicator, value] : model.figures)
      truth.certain[indicator] = std::to_string(value);
    return truth;
  }
  add_rules(model, truth);
  add_rules_with_conditions(model, truth);
  add_lawsuits(model, truth);
  add_parts_of_zeros(truth);
  return truth;
}

}  // namespace guifan::generator
