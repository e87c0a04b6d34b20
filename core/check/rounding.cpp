// SPDX-License-Identifier: Apache-2.0
#include "check/rounding.h"

#include "guifan/text.h"

namespace guifan {

std::size_t fraction_digits(std::string_view value) {
  const std::size_t point = value.find('.');
  return point == std::string_view::npos ? 0 : value.size() - point - 1;
}

bool explained_by_rounding(std::string_view difference, std::span<const std::string> terms) {
  // Half of its last digit for each term; doubled on both sides of the comparison.
  std::string allowed = "0";
  for (const std::string& term : terms) {
    if (const std::size_t digits = fraction_digits(term); digits > 0)
      allowed = add_decimals(allowed, shift_decimal("1", -static_cast<int>(digits)));
  }
  if (difference.starts_with('-')) difference.remove_prefix(1);
  return compare_decimals(allowed, "0") > 0 &&
         compare_decimals(add_decimals(difference, difference), allowed) <= 0;
}

}  // namespace guifan
