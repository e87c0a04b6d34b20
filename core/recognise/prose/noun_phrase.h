// SPDX-License-Identifier: Apache-2.0
// What a run of words speaks of: the grammar of Chinese noun phrases, as far as reports need it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "layout/prose_rules.h"
#include "recognise/prose/lexer.h"

namespace guifan::prose {

/// The index of a class that no word has: the loader allows fewer classes.
inline constexpr std::size_t kNoClass = max_classes - 1;

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

/// The noun phrases of one sentence.
class NounPhrases {
 public:
  /// Both must outlive it.
  NounPhrases(const ProseRules& rules, std::span<const Token> tokens);

  /// The longest phrase that begins at token `at`; nullopt for none.
  std::optional<NounPhrase> phrase_at(std::size_t at) const;
  /// What a range of tokens speaks of, taken as one noun phrase.
  NounPhrase topics_of(std::size_t begin, std::size_t end) const;
  /// A noun phrase may hold the token.
  bool may_hold(std::size_t i) const;
  bool is_filler(std::size_t i) const;

 private:
  struct Found;
  class Members;
  bool qualifies(std::size_t begin, std::size_t i, std::size_t end) const;

  const ProseRules& rules_;
  std::span<const Token> tokens_;
  std::size_t filler_, conjunction_, subset_, reason_, disclosure_, apply_, allways_, fault_,
      occur_, about_, poser_, recipient_;
};

}  // namespace guifan::prose
