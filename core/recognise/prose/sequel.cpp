// SPDX-License-Identifier: Apache-2.0
#include "recognise/prose/sequel.h"

#include <algorithm>
#include <string_view>

namespace guifan::prose {
namespace {

bool is_count(const Statement& statement) {
  const RuleKind kind = statement.rule->kind;
  return statement.number && !statement.indicator.empty() &&
         (kind == RuleKind::Count || kind == RuleKind::Joint || kind == RuleKind::Each);
}

/// The last count of the indicator before the sequel; null where there is none.
Statement* last_count(std::span<ReadSentence> before, std::string_view indicator) {
  for (std::size_t s = before.size(); s-- > 0;) {
    auto& statements = before[s].statements;
    for (auto statement = statements.rbegin(); statement != statements.rend(); ++statement) {
      if (is_count(*statement) && statement->indicator == indicator) return &*statement;
    }
  }
  return nullptr;
}

}  // namespace

bool is_sequel(const ProseRules& rules, std::span<const Token> tokens) {
  const auto has = [&](const Token& token, std::string_view name) {
    const auto index = rules.find_class(name);
    return index && token.classes.test(*index);
  };
  for (const Token& token : tokens) {
    if (token.kind == Token::Kind::Number || token.boundary()) return false;
    if (has(token, "ofwhich") || has(token, "include") || has(token, "partof")) return true;
    if (!has(token, "filler") && !has(token, "apply") && !has(token, "byrequest") &&
        !has(token, "disclosure") && !has(token, "receive") && !has(token, "backward"))
      return false;
  }
  return false;
}

void settle_sequel(std::span<ReadSentence> before, ReadSentence& sequel) {
  for (Statement& statement : sequel.statements) {
    if (!is_count(statement)) continue;
    // 其中办结40件,上年结转4件: what was carried in may belong to the nearer count only.
    const bool nearer = std::ranges::any_of(sequel.statements, [&](const Statement& other) {
      return is_count(other) && other.indicator == statement.rule->spoils &&
             *other.number < *statement.number;
    });
    if (!statement.rule->spoils.empty() && !nearer) {
      if (Statement* wider = last_count(before, statement.rule->spoils))
        wider->indicator = kWiderCount;
      continue;
    }
    Statement* whole = last_count(before, statement.indicator);
    if (whole != nullptr) (statement.rule->supersedes ? *whole : statement).indicator.clear();
  }
  const auto taken_back = [](const Statement& statement) { return statement.indicator.empty(); };
  for (ReadSentence& sentence : before) std::erase_if(sentence.statements, taken_back);
  std::erase_if(sequel.statements, taken_back);
}

}  // namespace guifan::prose
