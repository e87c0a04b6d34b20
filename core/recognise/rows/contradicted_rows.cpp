// SPDX-License-Identifier: Apache-2.0
#include "recognise/rows/contradicted_rows.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guifan {
namespace {

constexpr std::size_t kRowsThatTell = 3;

/// Larger ones are mistakes, and their sums could overflow.
constexpr std::int64_t kLargestCount = 1'000'000'000'000;

const SlotReading* reading_of(const ExpectedRow& row, const SolvedRow& solved,
                              const std::string& indicator) {
  for (std::size_t s = 0; s < row.values.size(); ++s)
    if (row.values[s]->indicator == indicator) return &solved.slots[s].reading;
  return nullptr;
}

/// The sum of the row's cells; nullopt where one is not in the row, blank or not read.
std::optional<std::int64_t> sum_of(const ExpectedRow& row, const SolvedRow& solved,
                                   const std::vector<std::string>& indicators) {
  std::int64_t sum = 0;
  for (const std::string& indicator : indicators) {
    const SlotReading* reading = reading_of(row, solved, indicator);
    if (reading == nullptr) return std::nullopt;
    if (reading->printed != Printed::Number || !reading->countable ||
        reading->number > kLargestCount)
      return std::nullopt;
    sum += reading->number;
  }
  return sum;
}

}  // namespace

bool no_row_adds_up(std::span<const ExpectedRow> rows, std::span<const SolvedRow> solved,
                    std::span<const Identity> identities) {
  std::size_t broken = 0;
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (const Identity& identity : identities) {
      if (identity.relation != Relation::Equal || identity.standing == Standing::Hint) continue;
      const auto left = sum_of(rows[r], solved[r], identity.left),
                 right = sum_of(rows[r], solved[r], identity.right);
      if (!left || !right || (*left == 0 && *right == 0)) continue;
      if (*left == *right) return false;
      ++broken;
    }
  return broken >= kRowsThatTell;
}

}  // namespace guifan
