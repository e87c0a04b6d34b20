// SPDX-License-Identifier: Apache-2.0
#include "guifan/locator.h"

#include <fmt/format.h>

namespace guifan {

std::string to_string(const Locator& place) {
  if (place.line != 0) return fmt::format("line {}", place.line);
  std::string text;
  const auto add = [&text](char letter, std::uint32_t number) {
    if (number == 0) return;
    if (!text.empty()) text += ' ';
    text += fmt::format("{}{}", letter, number);
  };
  add('p', place.page);
  if (place.table == 0 && place.paragraph != 0)
    text += fmt::format("{}¶{}", text.empty() ? "" : " ", place.paragraph);
  add('t', place.table);
  add('r', place.row);
  add('c', place.column);
  return text;
}

}  // namespace guifan
