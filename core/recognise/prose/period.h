// SPDX-License-Identifier: Apache-2.0
// Which period the numbers of a sentence speak of.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/prose_rules.h"
#include "recognise/prose/lexer.h"

namespace guifan::prose {

enum class Period : std::uint8_t {
  ReportYear,
  Open,    ///< 累计, 历年来, 以来: includes the report year and more
  Other,   ///< another year, a half-year, a single month
  Change,  ///< no quantity at all but a difference: 增加5件
};

/// The word classes that say something of the period, looked up once for many sentences.
struct PeriodClasses {
  explicit PeriodClasses(const ProseRules& rules);
  ClassSet compare, change, this_year, other, other_year, since, cumulative, carried, carried_any,
      until, filler, previous_year, next_year, inside, counted;
  ClassSet turns;  ///< those of them that can turn the period by themselves
};

/// The period at each token. `report_year` 0: unknown, then every year counts as the report's.
/// Marks the years before and after the report year with the classes prevyear and nextyear.
/// `start` is the period before the sentence names one.
std::vector<Period> periods_of(const PeriodClasses& classes, std::span<Token> tokens,
                               int report_year, Period start = Period::ReportYear);

/// The period of a sentence's counts: another one than the report year's only where all of them are
/// of another (去年收到20件), so that what divides them (其中办结18件) is, too.
Period period_of_counts(std::span<const Token> tokens, std::span<const Period> periods);

}  // namespace guifan::prose
