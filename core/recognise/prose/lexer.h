// SPDX-License-Identifier: Apache-2.0
// One sentence as tokens: words of the vocabulary, numbers with their counter and their doubts,
// punctuation. Spaces and quotation marks leave no token.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "layout/prose_rules.h"

namespace guifan::prose {

struct Token {
  enum class Kind : std::uint8_t { Word, Unknown, Number, Date, Comma, Colon, Pause, Open, Close };
  Kind kind = Kind::Unknown;
  std::uint32_t begin = 0, end = 0;  ///< code points of the sentence
  ClassSet classes;
  const Word* word = nullptr;  ///< Word
  bool space_before = false;
  // Number
  std::string value;            ///< canonical decimal
  std::u32string_view counter;  ///< what follows directly and is a known counter, of the rules
  bool exact = false;           ///< no hedge, no 万, no range, no percentage, no leading zero
  bool hedged = false;  ///< 约, 近, 余, 多, 以上, 左右, 万: would be exact but for that
  // Date
  int year = 0, month = 0, day = 0;  ///< what is named; 0: not named

  bool boundary() const {
    return kind == Kind::Comma || kind == Kind::Colon || kind == Kind::Open || kind == Kind::Close;
  }
};

/// Tokens of one normalised sentence. REQUIRES: `rules` outlive them.
std::vector<Token> tokenise(std::u32string_view sentence, const ProseRules& rules);

/// A sentence as a range of code points of its text.
struct SentenceRange {
  std::size_t begin = 0, end = 0;
};
/// Splits at 。；！？ and line breaks; blank sentences are left out. The same marks are used on the
/// original and on the normalised text, so that the n-th sentence of both is the same one.
std::vector<SentenceRange> split_sentences(std::u32string_view text);

}  // namespace guifan::prose
