// SPDX-License-Identifier: Apache-2.0
// What one sentence states, after all guards: figures of the report year, each with the tokens that
// say it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/report.h"
#include "layout/prose_rules.h"
#include "recognise/prose/lexer.h"
#include "recognise/prose/matcher.h"
#include "recognise/prose/period.h"

namespace guifan::prose {

/// 收到41件(含上年结转4件): a count of more than any cell asks for. It has no cell and goes to the
/// residue, so that it does not vanish in its paragraph.
inline constexpr std::string_view kWiderCount = "ind.wider_count";

struct Statement {
  const Rule* rule = nullptr;
  std::string indicator;
  std::string value;
  std::size_t begin = 0, end = 0;     ///< tokens
  std::optional<std::size_t> number;  ///< token that prints the value; nullopt: said in words
  std::string parent;                 ///< indicator of the total that a part belongs to
  std::string caveat;
  Scope scope = Scope::Unstated;
  /// How a count names what it counts: 政府信息公开申请, or 申请 alone.
  enum class Naming : std::uint8_t { None, Short, Full } naming = Naming::None;
};

/// What stands around a sentence.
struct Surroundings {
  int report_year = 0;                 ///< 0: unknown
  Period period = Period::ReportYear;  ///< of what the sentence divides, where it begins with 其中
  std::u32string_view text;            ///< the sentence that the tokens were cut from
  std::u32string_view organisation;    ///< the body that reports; empty where unknown
  ClassSet heading;                    ///< classes of words in the headings above
  bool elsewhere = false;              ///< the heading names topics, requests not among them
  ClassSet block;                      ///< classes of words in the same block
  std::span<const Token>
      label;  ///< tokens of the heading or lead-in directly above a first sentence
  std::span<const Period> periods;  ///< of the tokens, which periods_of() has marked; else empty
  std::vector<Statement> previous;  ///< statements of the sentence before (for 其中 sentences)
};

/// Statements of one sentence in reading order.
std::vector<Statement> read_statements(const ProseRules& rules, std::span<const Token> tokens,
                                       const Surroundings& surroundings);

/// Whether a heading names topics, and requests are none of them: under 行政复议情况 a bare 申请 is
/// one for a review.
bool names_other_topics(const ProseRules& rules, std::span<const Token> heading);

/// All classes of a token sequence.
ClassSet classes_of(std::span<const Token> tokens);

}  // namespace guifan::prose
