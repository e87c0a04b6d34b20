// SPDX-License-Identifier: Apache-2.0
#include "recognise/rows/code_column.h"

#include <algorithm>

#include "guifan/text.h"

namespace guifan {
namespace {

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The first token that is no unit, or the end.
std::vector<RowToken>::iterator first_figure(std::vector<RowToken>& tokens) {
  return std::find_if(tokens.begin(), tokens.end(),
                      [](const RowToken& token) { return token.kind != RowToken::Kind::Unit; });
}

bool begins_with_code(const RowToken& token, const ExpectedRow& row) {
  if (token.text == row.code) return true;
  const std::size_t code = row.code.size();
  const bool glued = !token.hard && token.kind == RowToken::Kind::Number && is_digits(row.code) &&
                     token.text.starts_with(row.code);
  return glued && is_digits(token.text.substr(code, 1));
}

bool codes_printed(const std::vector<ExpectedRow>& expected, TableRows& rows) {
  std::size_t with_code = 0, without = 0;
  for (std::size_t r = 0; r < expected.size(); ++r) {
    const auto token = first_figure(rows.rows[r].tokens);
    if (!is_digits(expected[r].code) || token == rows.rows[r].tokens.end()) continue;
    ++(begins_with_code(*token, expected[r]) ? with_code : without);
  }
  return with_code > without;
}

void strip_code(const ExpectedRow& row, RowTokens& source) {
  const auto token = first_figure(source.tokens);
  if (token == source.tokens.end()) return;
  if (!begins_with_code(
          *token,
          row)) {  // what stands in front of the code, or instead of it, is no figure for certain
    source.doubtful = is_digits(row.code);
    return;
  }
  if (token->text != row.code) {  // code and figure without a border: 200 is 20 and 0
    token->text.erase(0, row.code.size());
    token->begin.byte += row.code.size();
    if (const auto number = parse_number(token->text)) token->value = number->value;
    return;
  }
  source.tokens.erase(token);
  source.doubtful = is_digits(row.code) && first_figure(source.tokens) == source.tokens.end();
}

}  // namespace

void strip_codes(const std::vector<ExpectedRow>& expected, TableRows& rows) {
  if (!codes_printed(expected, rows)) return;
  for (std::size_t r = 0; r < expected.size(); ++r)
    if (expected[r].has_code) strip_code(expected[r], rows.rows[r]);
}

}  // namespace guifan
