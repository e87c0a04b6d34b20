// SPDX-License-Identifier: Apache-2.0
// Amounts that were rounded before they were printed need not add up to the last digit.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace guifan {

/// Digits behind the point of a canonical decimal: 0 for "7", 2 for "449.33".
std::size_t fraction_digits(std::string_view value);

/// `difference` is no greater than half the last printed digit of each of `terms` together. Only
/// terms with decimals count as rounded: whole things are counted, not rounded.
bool explained_by_rounding(std::string_view difference, std::span<const std::string> terms);

}  // namespace guifan
