// SPDX-License-Identifier: Apache-2.0
// Patterns of prose.xml against the tokens of one sentence.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "layout/prose_rules.h"
#include "recognise/prose/lexer.h"
#include "recognise/prose/noun_phrase.h"

namespace guifan::prose {

struct Match {
  std::size_t begin = 0, end = 0;
  std::optional<std::size_t> number;   ///< token index
  std::optional<std::size_t> subject;  ///< token whose word is of the rule's class `from`
  std::optional<NounPhrase> noun;
};

class Matcher {
 public:
  /// Both must outlive the matcher.
  Matcher(const ProseRules& rules, std::span<const Token> tokens);

  /// Whether the pattern's first element can be `token`: nearly all tokens are told apart here.
  static bool may_begin(const Pattern& pattern, const Token& token);

  /// The first way in which the pattern fits at token `start`.
  std::optional<Match> match(const Rule& rule, const Pattern& pattern, std::size_t start) const;

  /// What a range of tokens speaks of, taken as one noun phrase.
  NounPhrase topics_of(std::size_t begin, std::size_t end) const {
    return nouns_.topics_of(begin, end);
  }

  bool is_filler(std::size_t i) const { return nouns_.is_filler(i); }

 private:
  struct Search;
  bool step(Search& search, std::size_t element, std::size_t at) const;
  std::optional<NounPhrase> phrase_at(std::size_t i, const Element& wanted, const Rule& rule,
                                      bool leads) const;
  bool count_fits(const Rule& rule, std::size_t i) const;
  bool clause_begins(std::size_t i) const;
  bool counts_follow(std::size_t i) const;
  bool goes_on_behind(std::size_t i) const;
  bool number_first(std::size_t begin) const;

  std::span<const Token> tokens_;
  NounPhrases nouns_;
  std::size_t partof_, negation_;
};

}  // namespace guifan::prose
