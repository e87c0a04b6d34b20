// SPDX-License-Identifier: Apache-2.0
// The lists of formats/*.tsv as they are compiled in: a row a line, its columns between tabs. Lines
// that begin with # explain.
#pragma once

#include <algorithm>
#include <string_view>

namespace guifan {

/// Calls use(first column, second column) for each row of `list`, in order.
template <typename Use>
void for_each_row(std::string_view list, Use use) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find('\n', at), list.size());
    const std::string_view line = list.substr(at, end - at);
    at = end + 1;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || line.starts_with('#')) continue;
    const std::string_view rest = line.substr(tab + 1);
    use(line.substr(0, tab), rest.substr(0, rest.find('\t')));
  }
}

}  // namespace guifan
