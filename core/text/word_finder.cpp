// SPDX-License-Identifier: Apache-2.0
#include "text/word_finder.h"

#include <algorithm>

namespace guifan {

WordFinder::WordFinder(std::vector<std::string_view> words) : words_(std::move(words)) {
  std::ranges::stable_sort(words_, {}, slot_of);
  for (const std::string_view word : words_) ++first_[slot_of(word) + 1];
  for (std::size_t slot = 0; slot < kSlots; ++slot)
    first_[slot + 1] = static_cast<std::uint16_t>(first_[slot + 1] + first_[slot]);
}

}  // namespace guifan
