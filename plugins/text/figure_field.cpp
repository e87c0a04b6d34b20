// SPDX-License-Identifier: Apache-2.0
#include "text/figure_field.h"

namespace guifan::text {

bool is_figure(std::string_view field) {
  if (field.empty()) return false;
  bool digit_or_dash = false;
  for (std::size_t i = 0; i < field.size(); ++i) {
    const char c = field[i];
    const std::string_view three = field.substr(i, 3);
    const bool wide_digit = three >= "\uFF10" && three <= "\uFF19";
    if ((c >= '0' && c <= '9') || c == '-' || c == '/') {
      digit_or_dash = true;
    } else if (wide_digit || three == "\u2014") {
      digit_or_dash = true;
      i += 2;
    } else if (c != '.' && c != ',' && c != ' ') {
      return false;
    }
  }
  return digit_or_dash;
}

}  // namespace guifan::text
