// SPDX-License-Identifier: Apache-2.0
// The measure words and units of formats/measure-words.tsv, compiled in.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace guifan {

/// What a measure word says of the figure before it; the file explains each.
enum class MeasureRole : unsigned { Figure = 1, Cell = 2, Case = 4, Whole = 8, Firm = 16 };

bool has_role(std::string_view word, MeasureRole role);

/// The words of a role, longer ones before the words that they begin with.
std::span<const std::string_view> words_of_role(MeasureRole role);

/// The power of ten of an amount's unit against the yuan (万元: 4), or nullopt for what is no
/// money.
std::optional<int> money_power(std::string_view unit);

/// The unit of an amount of money, known or not: 元, 万元, 欧元.
bool is_money(std::string_view unit);

/// The longest unit of money within `text` (美元 has no power but is one); empty for none.
std::string_view money_unit_in(std::string_view text);

}  // namespace guifan
