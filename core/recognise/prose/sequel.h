// SPDX-License-Identifier: Apache-2.0
// What a sentence takes back of the sentences before it: 共收到45件。其中上年结转4件。
#pragma once

#include <span>
#include <vector>

#include "recognise/prose/lexer.h"
#include "recognise/prose/statements.h"

namespace guifan::prose {

/// A sentence and what it states.
struct ReadSentence {
  std::vector<Token> tokens;
  std::vector<Statement> statements;
};

/// Whether the sentence divides what was counted before it: 其中…, 包括…, 上述申请中….
bool is_sequel(const ProseRules& rules, std::span<const Token> tokens);

/// Takes away the counts of `before` that `sequel` shows to be wider than they seemed, and those of
/// `sequel` that are parts of a count in `before`. REQUIRES: is_sequel(rules, sequel.tokens).
void settle_sequel(std::span<ReadSentence> before, ReadSentence& sequel);

}  // namespace guifan::prose
