// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "guifan/source_document.h"

namespace guifan {

Locator Text::place_at(std::size_t offset) const {
  const auto after =
      std::upper_bound(runs.begin(), runs.end(), offset,
                       [](std::size_t wanted, const Run& run) { return wanted < run.begin; });
  return after == runs.begin() ? place() : std::prev(after)->place;
}

}  // namespace guifan
