// SPDX-License-Identifier: Apache-2.0
// Which year a report is about.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "recognise/identity/confidence.h"
#include "recognise/identity/decisions.h"
#include "recognise/identity/report_evidence.h"
#include "recognise/words/word_table.h"

namespace guifan {
namespace {

int to_int(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 &&
         std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

/// 自2011年1月1日起至12月31日: the year is printed once. `text` holds no spaces.
int period_of_one_year(std::string_view text) {
  static const auto to = words_of_kind(report_words(), "period-to");
  constexpr std::string_view kFirstDay = "年1月1日";
  for (std::size_t at = text.find(kFirstDay); at != std::string_view::npos;
       at = text.find(kFirstDay, at + 1)) {
    if (at < 4 || !is_year(text.substr(at - 4, 4))) continue;
    std::string_view rest = text.substr(at + kFirstDay.size());
    if (rest.starts_with("起")) rest.remove_prefix(std::string_view("起").size());
    const auto word =
        std::ranges::find_if(to, [&](std::string_view known) { return rest.starts_with(known); });
    if (word == to.end()) continue;
    rest.remove_prefix(word->size());
    if (rest.starts_with("12月31日") || rest.starts_with("12月底"))
      return to_int(text.substr(at - 4, 4));
  }
  return 0;
}

/// 自2011年1月1日起至2011年12月31日; 截至2017年12月31日. 0 where the text names no period, or the
/// dates lost digits.
int statistic_period(std::string_view normalised) {
  if (normalised.find('1') == std::string_view::npos) return 0;  // 12月31日, 1月1日
  static const auto ends = words_of_kind(report_words(), "period-end");
  static const auto to = words_of_kind(report_words(), "period-to");
  const std::string text = without_spaces(normalised);
  for (const std::string_view end_day : {"年12月31日", "年12月底"}) {
    for (std::size_t at = text.find(end_day); at != std::string::npos;
         at = text.find(end_day, at + 1)) {
      if (at < 4) continue;
      const std::string_view digits = std::string_view(text).substr(at - 4, 4);
      if (!is_year(digits)) continue;
      const std::string_view before = std::string_view(text).substr(0, at - 4);
      const std::string first_day = std::string(digits) + "年1月1日";
      const auto stands_before = [&](std::string_view word) { return before.ends_with(word); };
      if (std::any_of(ends.begin(), ends.end(), stands_before) ||
          (before.find(first_day) != std::string::npos &&
           std::any_of(to.begin(), to.end(), stands_before)))
        return to_int(digits);
    }
  }
  return period_of_one_year(text);
}

constexpr double kTextYearWeight = 2;
constexpr double kTextYearConfidence = 0.5;

struct YearVotes {
  std::map<int, double> weights;
  std::map<int, Words> sources;
  void add(int year, double weight, const Words& source) {
    if (year == 0) return;
    weights[year] += weight;
    sources[year].add(source);
  }
  double strongest() const {
    double most = 0;
    for (const auto& [year, weight] : weights) most = std::max(most, weight);
    return most;
  }
};

/// The years that the running text speaks of, "2017年"; for reports that lost their title.
/// `sentences`: lists and titles of other reports left out.
std::map<int, std::size_t> years_in_text(const SourceDocument& document, bool sentences) {
  std::map<int, std::size_t> counts;
  for_each_normalised(document, [&](const Text& text, std::size_t, const Paragraph* paragraph) {
    if (paragraph == nullptr || paragraph->kind == ParagraphKind::Furniture) return true;
    const std::string& line = text.normalised;
    if (sentences && line.find("。") == std::string::npos) return true;
    for (std::size_t at = line.find("年"); at != std::string::npos; at = line.find("年", at + 1)) {
      std::size_t begin = at;
      while (begin > 0 && line[begin - 1] == ' ') --begin;
      if (begin < 4) continue;
      const std::string_view digits = std::string_view(line).substr(begin - 4, 4);
      if (!is_year(digits) || (begin > 4 && line[begin - 5] >= '0' && line[begin - 5] <= '9'))
        continue;
      const int year = to_int(digits);
      if (is_report_year(year)) ++counts[year];
    }
    return true;
  });
  return counts;
}

struct TextYear {
  int year = 0;
  std::size_t times = 0;
};

/// The year that the text speaks of three times and twice as often as of all others; 0 for none.
TextYear year_of_text(const SourceDocument& document, bool sentences) {
  TextYear most;
  std::size_t all = 0;
  for (const auto& [year, count] : years_in_text(document, sentences)) {
    all += count;
    if (count > most.times) most = {year, count};
  }
  return most.times >= 3 && most.times * 3 >= all * 2 ? most : TextYear{};
}

}  // namespace

Finding decide_year(const SourceDocument& document, const std::vector<TitleVote>& votes) {
  YearVotes years;
  for (const TitleVote& vote : votes) years.add(vote.phrase.year, vote.weight, vote.source);
  std::size_t seen = 0;
  for_each_normalised(document, [&](const Text& text, std::size_t, const Paragraph*) {
    if (const int year = text.normalised.size() >= 20 ? statistic_period(text.normalised) : 0;
        year != 0 && ++seen <= 3)
      years.add(year, 3, {"统计期限", "statistic period"});
    return seen < 3;
  });
  if (years.weights.empty()) {
    const TextYear text = year_of_text(document, false);
    if (text.year == 0)
      return {"", 0, {"标题和统计期限都没有年份", "no title and no statistic period names a year"}};
    return {std::to_string(text.year),
            kTextYearConfidence,
            {fmt::format("没有标题，正文 {} 次提到 {} 年", text.times, text.year),
             fmt::format("no title; the text speaks of {} {} times", text.year, text.times)}};
  }
  // Titles in lists are of other reports; without a better one the report's own sentences decide.
  if (years.strongest() < kOwnTitle)
    years.add(year_of_text(document, true).year, kTextYearWeight,
              {"正文多次提到", "the text speaks of it"});
  const auto best = std::max_element(
      years.weights.begin(), years.weights.end(),
      [](const auto& left, const auto& right) { return left.second < right.second; });
  double all = 0;
  for (const auto& [year, weight] : years.weights) all += weight;
  return {std::to_string(best->first), vote_confidence(best->second, all),
          years.sources[best->first]};
}

}  // namespace guifan
