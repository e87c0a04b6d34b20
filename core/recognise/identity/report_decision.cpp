// SPDX-License-Identifier: Apache-2.0
// Whether a document is an annual report at all.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "recognise/identity/decisions.h"
#include "recognise/identity/report_evidence.h"

namespace guifan {
namespace {

constexpr double kTitleWeight = 2;             ///< what a title of the page or the text weighs
constexpr double kOwnLine = 3;                 ///< and one in a line of its own at least
constexpr std::size_t kFormLabels = 3;         ///< so many labels of a form are a form
constexpr std::size_t kReportChapters = 3;     ///< so many chapters are a report without a title,
constexpr std::size_t kFewestChapters = 2;     ///< and so many under a title
constexpr std::size_t kSampleWords = 3;        ///< of pages that offer texts to copy,
constexpr std::size_t kFewestSampleWords = 2;  ///< where no title speaks for a report
constexpr std::size_t kArticles = 8;           ///< a regulation has so many, a third of its text
constexpr std::size_t kOpenings = 3;           ///< a report begins once
constexpr std::size_t kListedTitles = 3;       ///< so many titles and no text are a list

/// What the titles say of the document.
struct TitleEvidence {
  const TitleVote* strong = nullptr;  ///< the strongest that a report of its own may have
  std::size_t different = 0;          ///< titles of different bodies or years
  bool other_period = false;
  bool announced = false;  ///< one names its year, in a line or in a sentence
};

TitleEvidence look_at_titles(const std::vector<TitleVote>& votes, const ReportEvidence& evidence) {
  TitleEvidence found;
  std::set<std::pair<std::string, int>> titles;
  for (const TitleVote& vote : votes) {
    const TitlePhrase& phrase = vote.phrase;
    if (phrase.annual && phrase.year != 0 && !phrase.other_period && vote.weight >= kTitleWeight)
      found.announced = true;
    if (phrase.year == 0 && phrase.organisation.empty()) continue;
    if (phrase.other_period) {
      found.other_period = found.other_period || vote.weight >= kOwnLine;
      continue;
    }
    titles.emplace(phrase.organisation, phrase.year);
    // A summary may be anything; it is a report's title only with a report's chapters below it.
    const bool summary = !phrase.annual && phrase.text.ends_with("总结");
    if (summary && evidence.chapters.size() < kFewestChapters && evidence.table_labels.empty())
      continue;
    if (vote.line && vote.weight >= kTitleWeight &&
        (found.strong == nullptr || vote.weight > found.strong->weight))
      found.strong = &vote;
  }
  found.different = titles.size();
  return found;
}

/// Why the document is another kind of text; empty where nothing says so.
Words another_kind(const ReportEvidence& evidence, const TitleEvidence& titles) {
  const bool titled = titles.strong != nullptr;
  const bool form = evidence.table_labels.size() >= kFormLabels;
  if (evidence.sample_words.size() >= (titled ? kSampleWords : kFewestSampleWords))
    return {fmt::format("范文汇编（{}）", fmt::join(evidence.sample_words, "、")),
            fmt::format("a collection of sample texts (it says {})",
                        fmt::join(evidence.sample_words, ", "))};
  if (evidence.articles >= kArticles && evidence.articles * 3 >= evidence.paragraphs)
    return {fmt::format("法规，共 {} 条", evidence.articles),
            fmt::format("a regulation of {} articles", evidence.articles)};
  if (evidence.openings >= kOpenings && titles.different >= 2)
    return {fmt::format("{} 篇文字的汇编", evidence.openings),
            fmt::format("a collection of {} texts", evidence.openings)};
  if (!titled && !evidence.other_document.empty() &&
      (evidence.other_document_on_top || (!form && evidence.chapters.size() < kReportChapters)))
    return {"另一种文件：" + evidence.other_document,
            "another document: " + evidence.other_document};
  if ((titles.other_period || evidence.other_period) && !titled)
    return {"不足一年的统计", "statistics of a part of a year"};
  if (titles.different >= kListedTitles && evidence.paragraphs == 0 && !form &&
      evidence.chapters.size() < kFewestChapters)
    return {fmt::format("年报目录，共 {} 篇", titles.different),
            fmt::format("a list of {} reports", titles.different)};
  return {};
}

bool is_a_report(const ReportEvidence& evidence, const TitleEvidence& titles) {
  if (titles.strong != nullptr || evidence.table_labels.size() >= kFormLabels ||
      evidence.chapters.size() >= kReportChapters)
    return true;
  // A page that lost its title, and perhaps its end, still says what it is.
  if (evidence.preface && !evidence.chapters.empty()) return true;
  return titles.announced &&
         (evidence.chapters.size() >= kFewestChapters || !evidence.table_labels.empty());
}

}  // namespace

void decide_report(Identification& identity, const SourceDocument& document,
                   const std::vector<TitleVote>& votes) {
  const ReportEvidence evidence = gather_evidence(document);
  const TitleEvidence titles = look_at_titles(votes, evidence);
  Words reason = another_kind(evidence, titles);
  if (reason.empty() && !is_a_report(evidence, titles))
    reason = {"没有年度报告的标题、章节或表格", "no title, chapters or tables of an annual report"};
  if (reason.empty()) return;
  identity.is_report = false;
  identity.not_report_reason = std::move(reason);
}

}  // namespace guifan
