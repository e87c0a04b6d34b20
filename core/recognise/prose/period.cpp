// SPDX-License-Identifier: Apache-2.0
#include "recognise/prose/period.h"

#include <initializer_list>
#include <string_view>

namespace guifan::prose {
namespace {

constexpr int kRegulationsYear = 2008;  // in force since its 1 May

/// Follows the sentence from left to right; a year or 本年 sets the period anew.
class Follower {
 public:
  Follower(const PeriodClasses& classes, int report_year, Period start)
      : classes_(classes), report_year_(report_year), period_(start), at_clause_(start) {}

  /// `goes_on`, `to_date`: nothing but a mark (1月—12月) stands between the token and a date before
  /// and behind it.
  Period at(Token& token, const Token* before, const Token* after, bool goes_on, bool to_date) {
    if (token.kind == Token::Kind::Comma || token.kind == Token::Kind::Close ||
        token.kind == Token::Kind::Pause) {
      if (token.kind != Token::Kind::Pause) {
        if (compares_) period_ = at_clause_;
        compares_ = false;
        at_clause_ = period_;
      }
      changes_ = false;
    }
    if (token.kind == Token::Kind::Number && token.counter == U"个月")
      set(Period::Other, false);  // 前9个月
    if (has(token, classes_.turns)) turn(token, before);
    if (token.kind == Token::Kind::Comma) last_year_ = 0;
    if (token.kind == Token::Kind::Date) {
      listed_ = before && before->kind == Token::Kind::Pause;
      follow_dates(token, goes_on || (before && before->kind == Token::Kind::Date), before);
      const bool carries =
          (before && has(*before, classes_.carried)) || (after && has(*after, classes_.carried));
      const bool in_force = report_year_ == kRegulationsYear && token.month == 5 && after &&
                            after->kind == Token::Kind::Date && after->day == 1;
      date(token, carries, before && has(*before, classes_.until), in_force);
      if (!in_force && !to_date && is_month_alone(token, after)) set(Period::Other, false);
    }
    return changes_ ? Period::Change : period_;
  }

 private:
  static bool has(const Token& token, const ClassSet& mask) { return (token.classes & mask).any(); }

  /// A word that speaks of time. `before`: the token before it.
  void turn(const Token& token, const Token* before) {
    if (has(token, classes_.compare)) compares_ = true;
    if (has(token, classes_.change)) changes_ = true;
    if (has(token, classes_.this_year)) set(Period::ReportYear, true);
    if (has(token, classes_.other)) set(Period::Other, false);
    // For its first report the year begins with the regulations: 2008年5月1日条例实施以来. And
    // 2016年 以来 is the report year itself.
    const bool since_it = before && before->kind == Token::Kind::Date && dates_.year_alone;
    if (has(token, classes_.since) && !first_year_ && !since_it) set(Period::Open, false);
    if (has(token, classes_.cumulative) && !bounded_ && period_ == Period::ReportYear)
      set(Period::Open, false);
  }

  void set(Period period, bool bounded) {
    period_ = period;
    bounded_ = bounded;
  }

  /// A run of dates, 2016年12月31日, and how it begins.
  struct Dates {
    bool bare = false;  ///< at the beginning of a clause or behind 今年: not 自, not 截至
    bool year_alone = false;  ///< the report year, or its January, and nothing else so far
    unsigned months = 0;
  };
  void follow_dates(const Token& token, bool goes_on, const Token* before) {
    const bool starts = token.year > 0 && token.year == report_year_;
    if (!goes_on) {
      dates_ = {
          before == nullptr || before->boundary() || (before->classes & classes_.this_year).any(),
          starts, 0};
    } else {
      dates_.year_alone = dates_.year_alone && token.month == 1;
    }
    dates_.months += token.month > 0;
  }
  /// 12月收到1件, 2016年1月收到1件; but 1月至12月, 1月1日, 截至12月底.
  bool is_month_alone(const Token& token, const Token* after) const {
    if (!dates_.bare || dates_.months > 1 || (token.month != 1 && token.month != 12)) return false;
    if (after == nullptr) return false;
    return after->kind == Token::Kind::Comma ||
           (after->kind == Token::Kind::Word &&
            (after->classes & (classes_.until | classes_.since)).none() &&
            (after->classes & classes_.filler).none());
  }

  void date(Token& token, bool carries, bool until, bool in_force) {
    if (token.year > 0 && report_year_ > 0 && token.year != report_year_) {
      if (token.year == report_year_ - 1) token.classes |= classes_.previous_year;
      if (token.year == report_year_ + 1) token.classes |= classes_.next_year;
      if (!carries) set(Period::Other, false);
    } else if (token.year > 0 && until && period_ != Period::ReportYear) {
      set(Period::Open, false);  // 自2008年…至2016年: more than the report year
    } else if (token.year > 0) {
      set(Period::ReportYear, true);
    }
    // 2014年、2015年、2016年分别…: one sentence over several years.
    if (token.year > 0 && last_year_ > 0 && token.year != last_year_ && listed_) {
      set(Period::Other, false);
    }
    if (token.year > 0) last_year_ = token.year;
    // A month inside the year is an event or a part of the year; 1月1日至12月31日 is the year.
    first_year_ = first_year_ || in_force;
    if (in_force) return;
    if (token.month > 1 && token.month < 12) set(Period::Other, false);
  }

  const PeriodClasses& classes_;
  int report_year_;
  Period period_, at_clause_;
  Dates dates_;
  int last_year_ = 0;
  bool first_year_ = false;  ///< a count since the day the regulations came into force
  bool listed_ = false, bounded_ = false, compares_ = false, changes_ = false;
};

/// 共收到7件(2014年3件,2015年4件): what stands before a division by years is the sum over them.
/// `from`: index of the first token behind the number.
bool divided_by_years(std::span<const Token> tokens, std::size_t from, int report_year,
                      const ClassSet& carried) {
  bool this_one = false, other = false;
  for (std::size_t i = from; i + 1 < tokens.size(); ++i) {
    if ((tokens[i].classes & carried).any()) return false;  // 含2014年结转1件
    if (tokens[i].kind != Token::Kind::Date || tokens[i].year == 0 || tokens[i].month != 0)
      continue;
    const Token& next = tokens[i + 1];
    const bool number = next.kind == Token::Kind::Number ||
                        (next.kind == Token::Kind::Word && next.end - next.begin == 1 &&
                         i + 2 < tokens.size() && tokens[i + 2].kind == Token::Kind::Number);
    if (number) (tokens[i].year == report_year ? this_one : other) = true;
  }
  return this_one && other;
}

/// 累计收到45件,其中2016年收到5件: what stands before is more than the report year, even behind
/// 截至2016年底. So it is without 累计, unless a verb says what else was done with them this year
/// (其中本年度办结3件). `from`: index of the first token behind the number.
bool holds_report_year(const PeriodClasses& classes, std::span<const Token> tokens,
                       std::size_t from, int report_year) {
  const auto names_another = [&](const Token& token) {
    if (token.kind == Token::Kind::Date)
      return token.year != 0 && report_year != 0 && token.year != report_year && token.month == 0;
    return (token.classes & classes.other_year).any();
  };
  const auto names_it = [&](const Token& token) {
    if (token.kind == Token::Kind::Date)
      return token.year != 0 && token.year == report_year && token.month == 0;
    return (token.classes & classes.this_year).any();
  };
  bool divides = false;
  for (std::size_t i = from; i < tokens.size(); ++i) {
    if (tokens[i].kind == Token::Kind::Number) return false;
    divides = divides || (tokens[i].classes & classes.inside).any();
    // 收到6件(含去年1件): more than the report year's, too.
    if (divides && names_another(tokens[i])) return true;
    if (!divides || !names_it(tokens[i])) continue;
    for (++i; i < tokens.size(); ++i) {
      if (tokens[i].kind == Token::Kind::Number) return true;
      if ((tokens[i].classes & classes.counted).none() && !names_it(tokens[i])) return false;
    }
  }
  return false;
}

}  // namespace

PeriodClasses::PeriodClasses(const ProseRules& rules) {
  const auto mask = [&](std::initializer_list<std::string_view> names) {
    ClassSet set;
    for (const std::string_view name : names) {
      if (const auto index = rules.find_class(name)) set.set(*index);
    }
    return set;
  };
  compare = mask({"compare"});
  change = mask({"change"});
  this_year = mask({"thisyear"});
  other = mask({"otheryear", "partial"});
  other_year = mask({"otheryear"});
  since = mask({"since"});
  cumulative = mask({"cumulative"});
  turns = compare | change | this_year | other | since | cumulative;
  carried = mask({"carried"});
  carried_any = mask({"carried", "carriedin", "carriedout"});
  until = mask({"until"});
  filler = mask({"filler"});
  previous_year = mask({"prevyear"});
  next_year = mask({"nextyear"});
  inside = mask({"ofwhich", "include"});
  counted = mask({"filler", "receive", "newly", "apply", "byrequest", "disclosure", "evidence"});
}

std::vector<Period> periods_of(const PeriodClasses& classes, std::span<Token> tokens,
                               int report_year, Period start) {
  std::vector<Period> periods;
  periods.reserve(tokens.size());
  Follower follower(classes, report_year, start);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto is_date = [&](std::size_t at) {
      return at < tokens.size() && tokens[at].kind == Token::Kind::Date;
    };
    const auto is_mark = [&](std::size_t at) {
      return at < tokens.size() && tokens[at].kind == Token::Kind::Comma;
    };
    periods.push_back(follower.at(tokens[i], i > 0 ? &tokens[i - 1] : nullptr,
                                  i + 1 < tokens.size() ? &tokens[i + 1] : nullptr,
                                  i > 1 && is_mark(i - 1) && is_date(i - 2),
                                  is_mark(i + 1) && is_date(i + 2)));
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    // The first number that is no part of the division itself.
    if (tokens[i].kind != Token::Kind::Number || periods[i] != Period::ReportYear) continue;
    if (divided_by_years(tokens, i + 1, report_year, classes.carried_any) ||
        holds_report_year(classes, tokens, i + 1, report_year))
      periods[i] = Period::Open;
    break;
  }
  return periods;
}

Period period_of_counts(std::span<const Token> tokens, std::span<const Period> periods) {
  Period found = Period::ReportYear;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != Token::Kind::Number || periods[i] == Period::Change) continue;
    if (periods[i] == Period::ReportYear) return Period::ReportYear;
    found = periods[i];
  }
  return found;
}

}  // namespace guifan::prose
