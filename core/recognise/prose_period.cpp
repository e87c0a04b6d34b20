// SPDX-License-Identifier: Apache-2.0
#include "recognise/prose_period.h"

#include <string_view>

namespace guifan::prose {
namespace {

/// Follows the sentence from left to right; a year or 本年 sets the period anew.
class Follower {
 public:
  Follower(const ProseRules& rules, int report_year) : rules_(rules), report_year_(report_year) {}

  Period at(Token& token, const Token* before, const Token* after) {
    const auto has = [&](const Token& t, std::string_view name) {
      const auto index = rules_.find_class(name);
      return index && t.classes.test(*index);
    };
    if (token.kind == Token::Kind::Comma || token.kind == Token::Kind::Close ||
        token.kind == Token::Kind::Pause) {
      if (token.kind != Token::Kind::Pause) {
        if (compares_) period_ = at_clause_;
        compares_ = false;
        at_clause_ = period_;
      }
      changes_ = false;
    }
    if (has(token, "compare")) compares_ = true;
    if (has(token, "change")) changes_ = true;
    if (token.counter == U"个月") set(Period::Other, false);  // 前9个月
    if (has(token, "thisyear")) set(Period::ReportYear, true);
    if (has(token, "otheryear") || has(token, "partial")) set(Period::Other, false);
    if (has(token, "since")) set(Period::Open, false);
    if (has(token, "cumulative") && !bounded_ && period_ == Period::ReportYear)
      set(Period::Open, false);
    if (token.kind == Token::Kind::Comma) last_year_ = 0;
    if (token.kind == Token::Kind::Date) {
      listed_ = before && before->kind == Token::Kind::Pause;
      const bool carries = (before && has(*before, "carried")) || (after && has(*after, "carried"));
      date(token, carries, before && has(*before, "until"));
    }
    return changes_ ? Period::Change : period_;
  }

 private:
  void set(Period period, bool bounded) {
    period_ = period;
    bounded_ = bounded;
  }

  void date(Token& token, bool carries, bool until) {
    if (token.year > 0 && report_year_ > 0 && token.year != report_year_) {
      const auto mark = rules_.find_class(token.year < report_year_ ? "prevyear" : "nextyear");
      const int distance = token.year - report_year_;
      if (mark && (distance == 1 || distance == -1)) token.classes.set(*mark);
      if (!carries) set(Period::Other, false);
    } else if (token.year > 0) {
      set(Period::ReportYear, !until);
    }
    // 2014年、2015年、2016年分别…: one sentence over several years.
    if (token.year > 0 && last_year_ > 0 && token.year != last_year_ && listed_) {
      set(Period::Other, false);
    }
    if (token.year > 0) last_year_ = token.year;
    // A month inside the year is an event or a part of the year; 1月1日至12月31日 is the year.
    if (token.month > 1 && token.month < 12) set(Period::Other, false);
  }

  const ProseRules& rules_;
  int report_year_;
  Period period_ = Period::ReportYear, at_clause_ = Period::ReportYear;
  int last_year_ = 0;
  bool listed_ = false, bounded_ = false, compares_ = false, changes_ = false;
};

}  // namespace

std::vector<Period> periods_of(const ProseRules& rules, std::span<Token> tokens, int report_year) {
  std::vector<Period> periods;
  periods.reserve(tokens.size());
  Follower follower(rules, report_year);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    periods.push_back(follower.at(tokens[i], i > 0 ? &tokens[i - 1] : nullptr,
                                  i + 1 < tokens.size() ? &tokens[i + 1] : nullptr));
  }
  return periods;
}

}  // namespace guifan::prose
