// SPDX-License-Identifier: Apache-2.0
// Who, which year, which title, published when; and whether the document is an annual report at
// all.
//
// Everything votes: title lines most, the page's own title, the announcing sentence, the statistic
// period, the file name. Sidebars list the reports of other years, so a list votes little.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "guifan/recognise.h"
#include "guifan/text.h"
#include "recognise/page_furniture.h"
#include "recognise/printed_date.h"
#include "recognise/report_evidence.h"
#include "recognise/title_line.h"
#include "recognise/word_table.h"

namespace guifan {
namespace {

constexpr std::size_t kLineBytes = 240;       // no title line is longer
constexpr std::size_t kBlocksToSearch = 400;  // titles and announcements stand near the top
constexpr std::size_t kLongTextBytes = 400;   // of a long paragraph only the beginning announces
constexpr std::size_t kListLength = 3;        // so many titles of other years in a row are a list

struct Vote {
  TitlePhrase phrase;
  double weight = 0;
  bool line = false;   ///< the phrase is a line of its own
  std::string source;  ///< for the reason, in words
  std::size_t block = static_cast<std::size_t>(-1);
};

/// The phrase is nearly all of the line.
bool covers(const TitlePhrase& phrase, std::string_view line) {
  return without_spaces(phrase.text).size() * 10 >= without_spaces(line).size() * 6;
}

void vote_from_line(std::vector<Vote>& votes, std::string_view text, double weight,
                    std::string_view source) {
  for (TitlePhrase& phrase : find_title_phrases(text))
    votes.push_back(
        {std::move(phrase), weight, true, std::string(source), static_cast<std::size_t>(-1)});
}

double weight_of(ParagraphKind kind) {
  switch (kind) {
    case ParagraphKind::Heading:
      return 6;
    case ParagraphKind::Body:
      return 5;
    case ParagraphKind::ListItem:
      return 1;
    case ParagraphKind::Furniture:
      return 0.1;
    case ParagraphKind::Note:
      return 1;
  }
  return 1;
}

/// Titles of the document's text. A title that is broken over two lines is read joined.
void vote_from_text(std::vector<Vote>& votes, const SourceDocument& document) {
  std::string previous;
  for_each_normalised(document, [&](const Text& text, std::size_t block,
                                    const Paragraph* paragraph) {
    if (block >= kBlocksToSearch) return false;
    const std::string_view whole = text.normalised;
    if (whole.empty()) return true;
    const bool short_line = whole.size() <= kLineBytes;
    const double weight = paragraph == nullptr ? 3 : weight_of(paragraph->kind);
    // Lines inside one paragraph (line breaks of the source) are lines too, but a broken title is
    // read whole first.
    std::vector<TitlePhrase> phrases =
        find_title_phrases(short_line ? whole : whole.substr(0, whole.find("。", kLongTextBytes)));
    if (short_line && phrases.empty() && !previous.empty()) {
      const std::string joined = previous + std::string(whole);
      phrases = find_title_phrases(joined);
      std::erase_if(phrases, [&](const TitlePhrase& phrase) {
        return phrase.end <= previous.size() || !covers(phrase, joined);
      });
      for (TitlePhrase& phrase : phrases)
        votes.push_back({std::move(phrase), weight, true, "title over two lines", block});
      phrases.clear();
    }
    for (TitlePhrase& phrase : phrases) {
      const bool line = short_line && covers(phrase, whole);
      const bool opens =
          !line && phrase.begin <= 6 && phrase.year != 0;  // the whole report in one paragraph
      const double share = line || opens ? 1.0 : 0.6;
      votes.push_back({std::move(phrase), weight * share, line || opens,
                       line ? (paragraph != nullptr && paragraph->kind == ParagraphKind::Heading
                                   ? "title heading"
                                   : "title line")
                            : "announcing sentence",
                       block});
    }
    previous = short_line ? std::string(whole) : std::string();
    return true;
  });
}

/// Runs of title lines of different years are a list of reports.
void discount_lists(std::vector<Vote>& votes) {
  for (std::size_t begin = 0; begin < votes.size();) {
    std::size_t end = begin;
    std::size_t years = 0;
    while (end < votes.size() && votes[end].line &&
           votes[end].block != static_cast<std::size_t>(-1) &&
           (end == begin || (votes[end].block - votes[end - 1].block <= 1 &&
                             votes[end].phrase.year != votes[end - 1].phrase.year &&
                             votes[end].weight == votes[begin].weight))) {
      ++years;
      ++end;
    }
    if (years >= kListLength)
      for (std::size_t i = begin; i < end; ++i) votes[i].weight = std::min(votes[i].weight, 0.1);
    begin = std::max(end, begin + 1);
  }
}

int to_int(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// 自2011年1月1日起至2011年12月31日; 截至2017年12月31日. 0 where the text names no period, or the
/// dates lost digits.
int statistic_period(std::string_view normalised) {
  const std::string text = without_spaces(normalised);
  for (const std::string_view end_day : {"年12月31日", "年12月底"}) {
    for (std::size_t at = text.find(end_day); at != std::string::npos;
         at = text.find(end_day, at + 1)) {
      if (at < 4) continue;
      const std::string_view digits = std::string_view(text).substr(at - 4, 4);
      if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        continue;
      const std::string_view before = std::string_view(text).substr(0, at - 4);
      const std::string first_day = std::string(digits) + "年1月1日";
      for (const std::string_view word : {"截至", "截止", "截止到", "至", "到", "—", "-", "~"})
        if (before.ends_with(word) && (word == "截至" || word == "截止" || word == "截止到" ||
                                       before.find(first_day) != std::string::npos))
          return to_int(digits);
    }
  }
  return 0;
}

struct YearVotes {
  std::map<int, double> weights;
  std::map<int, std::string> sources;
  void add(int year, double weight, const std::string& source) {
    if (year == 0) return;
    weights[year] += weight;
    std::string& all = sources[year];
    if (all.find(source) == std::string::npos) all += (all.empty() ? "" : ", ") + source;
  }
};

/// The years that the running text speaks of, "2017年"; for reports that lost their title.
std::map<int, std::size_t> years_in_text(const SourceDocument& document) {
  std::map<int, std::size_t> counts;
  for_each_normalised(document, [&](const Text& text, std::size_t, const Paragraph* paragraph) {
    if (paragraph == nullptr || paragraph->kind == ParagraphKind::Furniture) return true;
    const std::string& line = text.normalised;
    for (std::size_t at = line.find("年"); at != std::string::npos; at = line.find("年", at + 1)) {
      std::size_t begin = at;
      while (begin > 0 && line[begin - 1] == ' ') --begin;
      if (begin < 4) continue;
      const std::string_view digits = std::string_view(line).substr(begin - 4, 4);
      const bool plain =
          std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (!plain || (begin > 4 && line[begin - 5] >= '0' && line[begin - 5] <= '9')) continue;
      const int year = to_int(digits);
      if (year >= 2003 && year <= 2050) ++counts[year];
    }
    return true;
  });
  return counts;
}

Finding decide_year(const SourceDocument& document, const std::vector<Vote>& votes) {
  YearVotes years;
  for (const Vote& vote : votes) years.add(vote.phrase.year, vote.weight, vote.source);
  std::size_t seen = 0;
  for_each_normalised(document, [&](const Text& text, std::size_t, const Paragraph*) {
    if (const int year = text.normalised.size() >= 20 ? statistic_period(text.normalised) : 0;
        year != 0 && ++seen <= 3)
      years.add(year, 3, "statistic period");
    return seen < 3;
  });
  Finding finding;
  if (years.weights.empty()) {
    const auto counts = years_in_text(document);
    std::size_t all = 0, most = 0;
    int year = 0;
    for (const auto& [value, count] : counts) {
      all += count;
      if (count > most) most = count, year = value;
    }
    if (most >= 3 && most * 3 >= all * 2)
      finding = {std::to_string(year), 0.5,
                 fmt::format("no title; the text speaks of {} {} times", year, most)};
    else
      finding.reason = "no title and no statistic period names a year";
    return finding;
  }
  const auto best = std::max_element(
      years.weights.begin(), years.weights.end(),
      [](const auto& left, const auto& right) { return left.second < right.second; });
  double all = 0;
  for (const auto& [year, weight] : years.weights) all += weight;
  const double share = best->second / all;
  const double strength = std::min(1.0, best->second / 5);
  return {std::to_string(best->first), 0.3 + 0.69 * share * strength, years.sources[best->first]};
}

Finding decide_organisation(const SourceDocument& document, const std::vector<Vote>& votes,
                            std::string_view year) {
  std::map<std::string, double> weights;
  std::map<std::string, std::string> sources;
  for (const Vote& vote : votes) {
    if (vote.phrase.organisation.empty()) continue;
    const bool this_year = vote.phrase.year == 0 || std::to_string(vote.phrase.year) == year;
    weights[vote.phrase.organisation] += vote.weight * (this_year ? 1.0 : 0.3);
    std::string& all = sources[vote.phrase.organisation];
    if (all.find(vote.source) == std::string::npos) all += (all.empty() ? "" : ", ") + vote.source;
  }
  if (!weights.empty()) {
    const auto best = std::max_element(
        weights.begin(), weights.end(),
        [](const auto& left, const auto& right) { return left.second < right.second; });
    double all = 0;
    for (const auto& [name, weight] : weights) all += weight;
    return {best->first, 0.3 + 0.69 * best->second / all * std::min(1.0, best->second / 5),
            sources[best->first]};
  }
  // A signature: a body's name alone on a line, a date below it.
  std::string previous;
  Finding signature{"", 0, "no title names a public body"};
  for_each_normalised(document, [&](const Text& text, std::size_t, const Paragraph* paragraph) {
    if (paragraph == nullptr || text.normalised.empty()) return true;
    const auto date = find_date(text.normalised);
    if (date && date->begin == 0 && date->end == text.normalised.size() && !previous.empty()) {
      if (is_organisation_name(previous)) signature = {without_spaces(previous), 0.5, "signature"};
    }
    previous = text.normalised.size() <= 120 ? text.normalised : std::string();
    return true;
  });
  return signature;
}

Finding decide_title(const std::vector<Vote>& votes, std::string_view year) {
  const Vote* best = nullptr;
  for (const Vote& vote : votes) {
    if (!vote.line || (vote.phrase.year == 0 && vote.phrase.organisation.empty()) ||
        (vote.phrase.year != 0 && std::to_string(vote.phrase.year) != year))
      continue;
    if (best == nullptr || vote.weight > best->weight) best = &vote;
  }
  if (best == nullptr) {
    for (const Vote& vote : votes)
      if (vote.phrase.year != 0 && std::to_string(vote.phrase.year) == year &&
          (best == nullptr || vote.weight > best->weight))
        best = &vote;
    if (best == nullptr) return {"", 0, "no title line"};
    return {best->phrase.text, 0.5, best->source};
  }
  return {best->phrase.text, std::min(0.99, 0.5 + best->weight / 12), best->source};
}

std::string lower(std::string_view text) {
  std::string result;
  for (const char c : text) result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

/// When the page was published: its metadata, a line that says so, a bare date below the title, the
/// date of the signature.
Finding decide_published(const SourceDocument& document, std::string_view year) {
  const auto plausible = [&](const PrintedDate& date) {
    return year.empty() || date.year >= to_int(year);
  };
  for (const auto& [name, value] : document.metadata) {
    const std::string key = lower(name);
    if (key.find("pubdate") == std::string::npos && key.find("publish") == std::string::npos)
      continue;
    if (const auto date = find_date(value); date && plausible(*date))
      return {date->iso(), 0.95, fmt::format("metadata {}", name)};
  }
  Finding found, signature;
  for_each_normalised(document, [&](const Text& text, std::size_t block, const Paragraph*) {
    const std::string& line = text.normalised;
    const auto date = line.size() <= 600 || block < 12 ? find_date(line) : std::nullopt;
    if (!date || !plausible(*date)) return true;
    if (block < 80 && found.value.empty()) {
      for (const std::string_view word :
           {"发布日期", "发布时间", "发文日期", "公开日期", "成文日期", "生成日期", "发文时间",
            "公开时间", "时间", "日期"}) {
        for (std::size_t at = line.find(word); at != std::string::npos;
             at = line.find(word, at + 1)) {
          if (word == "时间" || word == "日期") {  // 采集时间 and 打印日期 are others' dates
            const std::string_view before = std::string_view(line).substr(0, at);
            if (!before.empty() && !before.ends_with(' ') && !before.ends_with('\n') &&
                !before.ends_with('|'))
              continue;
          }
          const auto after = find_date(line, at);
          if (after && plausible(*after) && after->begin - at <= word.size() + 8) {
            found = {after->iso(), 0.9, fmt::format("line with {}", word)};
            return true;
          }
        }
      }
      if (furniture_of(line) == Furniture::Publication && date->begin <= 8)
        found = {date->iso(), 0.8, "date below the title"};
    }
    const std::size_t marks = date->begin + (line.size() - date->end);
    if (marks <= 2) signature = {date->iso(), 0.6, "date of the signature"};
    return true;
  });
  return found.value.empty() ? signature : found;
}

/// Fills is_report and not_report_reason.
void decide_report(Identification& identity, const SourceDocument& document,
                   const std::vector<Vote>& votes) {
  const ReportEvidence evidence = gather_evidence(document);
  const Vote* strong = nullptr;
  std::map<std::pair<std::string, int>, std::size_t> titles;
  bool other_period = false;
  for (const Vote& vote : votes) {
    const TitlePhrase& phrase = vote.phrase;
    if (phrase.year == 0 && phrase.organisation.empty()) continue;
    if (phrase.other_period) {
      other_period = other_period || vote.weight >= 3;
      continue;
    }
    ++titles[{phrase.organisation, phrase.year}];
    if (vote.line && vote.weight >= 2 && (strong == nullptr || vote.weight > strong->weight))
      strong = &vote;
  }
  const auto refuse = [&](std::string reason) {
    identity.is_report = false;
    identity.not_report_reason = std::move(reason);
  };
  const bool form = evidence.table_labels.size() >= 3;
  if (evidence.sample_words.size() >= 3 || (evidence.sample_words.size() >= 2 && strong == nullptr))
    return refuse(fmt::format("a collection of sample texts (it says {})",
                              fmt::join(evidence.sample_words, ", ")));
  if (evidence.articles >= 8 && evidence.articles * 3 >= evidence.paragraphs)
    return refuse(fmt::format("a regulation of {} articles", evidence.articles));
  if (strong == nullptr && !evidence.other_document.empty())
    return refuse(fmt::format("another document: {}", evidence.other_document));
  if (other_period && strong == nullptr) return refuse("statistics of a part of a year");
  if (titles.size() >= kListLength && evidence.paragraphs == 0 && !form &&
      evidence.chapters.size() < 2)
    return refuse(fmt::format("a list of {} reports", titles.size()));
  if (strong != nullptr || form || evidence.chapters.size() >= 3) return;
  const bool announced = std::any_of(votes.begin(), votes.end(), [](const Vote& vote) {
    return vote.phrase.annual && vote.phrase.year != 0 && !vote.phrase.other_period &&
           vote.weight >= 2;
  });
  if (announced && (evidence.chapters.size() >= 2 || !evidence.table_labels.empty())) return;
  refuse("no title, chapters or tables of an annual report");
}

std::string_view stem(std::string_view name) {
  return name.substr(0, name.rfind('.'));
}

}  // namespace

Identification identify_report(const SourceDocument& document) {
  std::vector<Vote> votes;
  vote_from_text(votes, document);
  discount_lists(votes);
  vote_from_line(votes, normalise_text(document.title), 3, "page title");
  for (const auto& [name, value] : document.metadata)
    if (lower(name).find("title") != std::string::npos)
      vote_from_line(votes, normalise_text(value), 2, "metadata " + name);
  vote_from_line(votes, normalise_text(stem(document.name)), 2, "file name");

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
