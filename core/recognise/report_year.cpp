// SPDX-License-Identifier: Apache-2.0
// Which year a report is about.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "recognise/report_evidence.h"
#include "recognise/title_votes.h"
#include "recognise/word_table.h"

namespace guifan {
namespace {

int to_int(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// 自2011年1月1日起至2011年12月31日; 截至2017年12月31日. 0 where the text names no period, or the
/// dates lost digits.
int statistic_period(std::string_view normalised) {
  static const auto ends = words_of_kind(report_words(), "period-end");
  static const auto to = words_of_kind(report_words(), "period-to");
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
      const auto stands_before = [&](std::string_view word) { return before.ends_with(word); };
      if (std::any_of(ends.begin(), ends.end(), stands_before) ||
          (before.find(first_day) != std::string::npos &&
           std::any_of(to.begin(), to.end(), stands_before)))
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

}  // namespace

Finding decide_year(const SourceDocument& document, const std::vector<TitleVote>& votes) {
  YearVotes years;
  for (const TitleVote& vote : votes) years.add(vote.phrase.year, vote.weight, vote.source);
  std::size_t seen = 0;
  for_each_normalised(document, [&](const Text& text, std::size_t, const Paragraph*) {
    if (const int year = text.normalised.size() >= 20 ? statistic_period(text.normalised) : 0;
        year != 0 && ++seen <= 3)
      years.add(year, 3, "统计期限 statistic period");
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
                 fmt::format("没有标题，正文 {1} 次提到 {0} 年 the text speaks of {0} {1} times",
                             year, most)};
    else
      finding.reason = "标题和统计期限都没有年份 no title and no statistic period names a year";
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

}  // namespace guifan
