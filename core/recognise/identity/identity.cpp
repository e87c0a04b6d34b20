// SPDX-License-Identifier: Apache-2.0
// Who, which year, which title, published when; and whether the document is an annual report at
// all.
//
// Everything votes: title lines most, the page's own title, the announcing sentence, the statistic
// period, the file name. Sidebars list the reports of other years, so a list votes little.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/recognise.h"
#include "recognise/identity/confidence.h"
#include "recognise/identity/report_evidence.h"
#include "recognise/identity/title_votes.h"
#include "recognise/words/printed_date.h"
#include "recognise/words/word_table.h"

namespace guifan {
namespace {

constexpr std::size_t kShortestArea = 9;  // 3 characters: 云溪县

Finding decide_title(const std::vector<TitleVote>& votes, std::string_view year) {
  const TitleVote* best = nullptr;
  for (const TitleVote& vote : votes) {
    if (!vote.line || (vote.phrase.year == 0 && vote.phrase.organisation.empty()) ||
        (vote.phrase.year != 0 && std::to_string(vote.phrase.year) != year))
      continue;
    if (best == nullptr || vote.weight > best->weight) best = &vote;
  }
  if (best == nullptr) {
    for (const TitleVote& vote : votes)
      if (vote.phrase.year != 0 && std::to_string(vote.phrase.year) == year &&
          (best == nullptr || vote.weight > best->weight))
        best = &vote;
    if (best == nullptr) return {"", 0, {"没有标题行", "no title line"}};
    return {best->phrase.text, 0.5, best->source};
  }
  return {best->phrase.text, std::min(0.99, 0.5 + best->weight / 12), best->source};
}

constexpr double kSignatureWeight = 2;
constexpr double kSignatureConfidence = 0.5;
const Words kSignature{"落款", "signature"};

/// A body's name alone on a line, a date below it: the last one. Empty for none.
std::string signature_of(const SourceDocument& document) {
  std::string previous, signature;
  for_each_normalised(document, [&](const Text& text, std::size_t, const Paragraph* paragraph) {
    if (paragraph == nullptr || text.normalised.empty()) return true;
    const auto date = find_date(text.normalised);
    if (date && date->begin == 0 && date->end == text.normalised.size() && !previous.empty()) {
      if (is_organisation_name(previous)) signature = without_spaces(previous);
    }
    previous = text.normalised.size() <= 120 ? text.normalised : std::string();
    return true;
  });
  return signature;
}

/// 云溪市青石区云溪市青石区教育局: forms that put the area before a full name say it twice.
std::string without_doubled_area(const std::string& name) {
  for (const std::string_view area : {"区", "县", "市", "州", "旗", "镇", "乡"}) {
    for (std::size_t at = name.find(area); at != std::string::npos; at = name.find(area, at + 1)) {
      const std::size_t length = at + area.size();
      if (length >= kShortestArea && name.compare(length, length, name, 0, length) == 0)
        return name.substr(length);
    }
  }
  return name;
}

}  // namespace

Finding decide_organisation(const SourceDocument& document, const std::vector<TitleVote>& votes,
                            std::string_view year) {
  std::map<std::string, double> weights;
  std::map<std::string, Words> sources;
  for (const TitleVote& vote : votes) {
    if (vote.phrase.organisation.empty()) continue;
    const bool this_year = vote.phrase.year == 0 || std::to_string(vote.phrase.year) == year;
    weights[vote.phrase.organisation] += vote.weight * (this_year ? 1.0 : 0.3);
    sources[vote.phrase.organisation].add(vote.source);
  }
  double strongest = 0;
  for (const auto& [name, weight] : weights) strongest = std::max(strongest, weight);
  const std::string signature = strongest < kOwnTitle ? signature_of(document) : std::string();
  if (!weights.empty()) {
    if (!signature.empty()) {  // the titles found so far may be those of other reports
      weights[signature] += kSignatureWeight;
      sources[signature].add(kSignature);
    }
    const auto best = std::max_element(
        weights.begin(), weights.end(),
        [](const auto& left, const auto& right) { return left.second < right.second; });
    double all = 0;
    for (const auto& [name, weight] : weights) all += weight;
    return {without_doubled_area(best->first), vote_confidence(best->second, all),
            sources[best->first]};
  }
  return {signature, signature.empty() ? 0 : kSignatureConfidence,
          signature.empty()
              ? Words{"标题和落款都没有单位名称", "no title and no signature names a public body"}
              : kSignature};
}

Identification identify_report(const SourceDocument& document) {
  const std::vector<TitleVote> votes = collect_title_votes(document);
  Identification identity;
  identity.year = decide_year(document, votes);
  identity.organisation = decide_organisation(document, votes, identity.year.value);
  identity.title = decide_title(votes, identity.year.value);
  identity.published = decide_published(document, identity.year.value);
  decide_report(identity, document, votes);
  if (!identity.is_report) {
    // A year or a name found in another document is no report's.
    for (Finding* finding : {&identity.organisation, &identity.year})
      *finding = {"", 0, identity.not_report_reason};
  }
  return identity;
}

}  // namespace guifan
