// SPDX-License-Identifier: Apache-2.0
// Whose parts a sentence names: 行政复议3件,其中维持2件 gives review.upheld; 均维持 gives each
// total before it that part, and 0 to the others. A part whose total nobody can tell states
// nothing.
#pragma once

#include <span>
#include <vector>

#include "recognise/prose/period.h"
#include "recognise/prose/statements.h"

namespace guifan::prose {

/// What binding looks at; everything outlives the call.
struct SentenceOfParts {
  const ProseRules& rules;
  std::span<const Token> tokens;
  std::span<const Period> periods;      ///< one a token
  std::span<const Statement> previous;  ///< of the sentence before, for one that begins with 其中
};

/// Whether a rule of this kind counts something whole.
bool is_total(RuleKind kind);

/// Gives each part among `found`, which stand in reading order, the indicator that it has under its
/// total, and adds what a part forces. A part without a total is left without an indicator.
void bind_parts(const SentenceOfParts& sentence, std::vector<Statement>& found);

}  // namespace guifan::prose
