// SPDX-License-Identifier: Apache-2.0
// Whether a document is an annual report at all.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "recognise/identity/report_evidence.h"
#include "recognise/identity/title_votes.h"

namespace guifan {

void decide_report(Identification& identity, const SourceDocument& document,
                   const std::vector<TitleVote>& votes) {
  const ReportEvidence evidence = gather_evidence(document);
  const TitleVote* strong = nullptr;
  std::map<std::pair<std::string, int>, std::size_t> titles;
  bool other_period = false;
  for (const TitleVote& vote : votes) {
    const TitlePhrase& phrase = vote.phrase;
    if (phrase.year == 0 && phrase.organisation.empty()) continue;
    if (phrase.other_period) {
      other_period = other_period || vote.weight >= 3;
      continue;
    }
    ++titles[{phrase.organisation, phrase.year}];
    // A summary may be anything; it is a report's title only with a report's chapters below it.
    const bool summary = !phrase.annual && phrase.text.ends_with("总结");
    if (summary && evidence.chapters.size() < 2 && evidence.table_labels.empty()) continue;
    if (vote.line && vote.weight >= 2 && (strong == nullptr || vote.weight > strong->weight))
      strong = &vote;
  }
  const auto refuse = [&](Words reason) {
    identity.is_report = false;
    identity.not_report_reason = std::move(reason);
  };
  const bool form = evidence.table_labels.size() >= 3;
  if (evidence.sample_words.size() >= 3 || (evidence.sample_words.size() >= 2 && strong == nullptr))
    return refuse({fmt::format("范文汇编（{}）", fmt::join(evidence.sample_words, "、")),
                   fmt::format("a collection of sample texts (it says {})",
                               fmt::join(evidence.sample_words, ", "))});
  if (evidence.articles >= 8 && evidence.articles * 3 >= evidence.paragraphs)
    return refuse({fmt::format("法规，共 {} 条", evidence.articles),
                   fmt::format("a regulation of {} articles", evidence.articles)});
  if (evidence.openings >= 3 && titles.size() >= 2)
    return refuse({fmt::format("{} 篇文字的汇编", evidence.openings),
                   fmt::format("a collection of {} texts", evidence.openings)});
  if (strong == nullptr && !evidence.other_document.empty() &&
      (evidence.other_document_on_top || (!form && evidence.chapters.size() < 3)))
    return refuse(
        {"另一种文件：" + evidence.other_document, "another document: " + evidence.other_document});
  if ((other_period || evidence.other_period) && strong == nullptr)
    return refuse({"不足一年的统计", "statistics of a part of a year"});
  if (titles.size() >= 3 && evidence.paragraphs == 0 && !form && evidence.chapters.size() < 2)
    return refuse({fmt::format("年报目录，共 {} 篇", titles.size()),
                   fmt::format("a list of {} reports", titles.size())});
  if (strong != nullptr || form || evidence.chapters.size() >= 3) return;
  // A page that lost its title, and perhaps its end, still says what it is.
  if (evidence.preface && !evidence.chapters.empty()) return;
  const bool announced = std::any_of(votes.begin(), votes.end(), [](const TitleVote& vote) {
    return vote.phrase.annual && vote.phrase.year != 0 && !vote.phrase.other_period &&
           vote.weight >= 2;
  });
  if (announced && (evidence.chapters.size() >= 2 || !evidence.table_labels.empty())) return;
  refuse({"没有年度报告的标题、章节或表格", "no title, chapters or tables of an annual report"});
}

}  // namespace guifan
