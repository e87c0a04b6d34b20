// SPDX-License-Identifier: Apache-2.0
#include "recognise/rows/equations.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace guifan {

std::vector<Equation> equations_for(std::span<const ExpectedRow> rows,
                                    std::span<const Identity> identities) {
  std::map<std::string_view, Term> terms;
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t s = 0; s < rows[r].values.size(); ++s)
      terms[rows[r].values[s]->indicator] = {r, s};
  std::vector<Equation> equations;
  for (const Identity& identity : identities) {
    if (identity.standing == Standing::Hint) continue;
    Equation equation;
    equation.relation = identity.relation;
    bool complete = true;
    const auto collect = [&](const std::vector<std::string>& names, std::vector<Term>& side) {
      for (const std::string& name : names) {
        const auto found = terms.find(name);
        if (found == terms.end())
          complete = false;
        else
          side.push_back(found->second);
      }
    };
    collect(identity.left, equation.left);
    collect(identity.right, equation.right);
    if (complete && !equation.left.empty()) equations.push_back(std::move(equation));
  }
  return equations;
}

std::optional<std::size_t> only_row(const Equation& equation) {
  const std::size_t row = equation.left.front().row;
  bool only = true;
  for_each_term(equation, [&](const Term& term) { only = only && term.row == row; });
  return only ? std::optional(row) : std::nullopt;
}

}  // namespace guifan
