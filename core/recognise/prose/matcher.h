// SPDX-License-Identifier: Apache-2.0
// Patterns of prose.xml against the tokens of one sentence.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "layout/prose_rules.h"
#include "recognise/prose/lexer.h"

namespace guifan::prose {

/// A run of tokens that names something, and what it names.
struct NounPhrase {
  std::size_t begin = 0, end = 0;
  std::vector<std::size_t> topics;  ///< indices into ProseRules::topics, in order, each once
  std::size_t unknown = 0;          ///< code points of words that the vocabulary does not know
  std::size_t tail = 0;  ///< unknown code points behind the last topic: the head may be another
  bool qualified = false;  ///< 关于征地的, 境外人员提出的: it speaks of one kind, others may be
  bool weak =
      false;  ///< the request is named by 申请 alone, nothing says that it is for information
};

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

  /// The first way in which the pattern fits at token `start`.
  std::optional<Match> match(const Rule& rule, const Pattern& pattern, std::size_t start) const;

  /// What a range of tokens speaks of, taken as one noun phrase.
  NounPhrase topics_of(std::size_t begin, std::size_t end) const;

  bool is_filler(std::size_t i) const;

 private:
  struct Search;
  bool step(Search& search, std::size_t element, std::size_t at) const;
  std::optional<NounPhrase> noun_phrase(std::size_t at) const;
  bool in_noun_phrase(std::size_t i) const;
  bool count_fits(const Rule& rule, std::size_t i) const;
  bool clause_begins(std::size_t i) const;
  bool counts_follow(std::size_t i) const;
  bool number_first(std::size_t begin) const;
  bool qualifies(std::size_t begin, std::size_t i, std::size_t end) const;

  const ProseRules& rules_;
  std::span<const Token> tokens_;
  std::size_t filler_, conjunction_, subset_, reason_, disclosure_, apply_, partof_, allways_,
      fault_, negation_, occur_, about_, poser_, recipient_;
};

}  // namespace guifan::prose
