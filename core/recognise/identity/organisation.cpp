// SPDX-License-Identifier: Apache-2.0
// Whose report it is.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "recognise/identity/confidence.h"
#include "recognise/identity/decisions.h"
#include "recognise/identity/report_evidence.h"
#include "recognise/words/printed_date.h"
#include "recognise/words/word_table.h"

namespace guifan {
namespace {

constexpr double kSignatureWeight = 2;
constexpr double kSignatureConfidence = 0.5;
constexpr double kOtherYear = 0.3;        // what a title of another year weighs
constexpr std::size_t kNameBytes = 120;   // no line of a name alone is longer
constexpr std::size_t kShortestArea = 9;  // 3 characters: 云溪县
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
    previous = text.normalised.size() <= kNameBytes ? text.normalised : std::string();
    return true;
  });
  return signature;
}

/// 云溪市青石区云溪市青石区教育局: forms that put the area before a full name say it twice.
std::string without_doubled_area(const std::string& name) {
  static const auto areas = words_of_kind(report_words(), "area-end");
  for (const std::string_view area : areas) {
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
    weights[vote.phrase.organisation] += vote.weight * (this_year ? 1.0 : kOtherYear);
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

}  // namespace guifan
