// SPDX-License-Identifier: Apache-2.0
// Who, which year, which title, published when; and whether the document is an annual report at
// all.
//
// Everything votes: title lines most, the page's own title, the announcing sentence, the statistic
// period, the file name. Sidebars list the reports of other years, so a list votes little.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/recognise.h"
#include "recognise/identity/decisions.h"

namespace guifan {
namespace {

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

}  // namespace

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
