// SPDX-License-Identifier: Apache-2.0
// Phrases in which a Traditional character has another Simplified form than alone: 答覆 is 答复,
// but 覆蓋 is 覆盖. formats/traditional-phrases.tsv holds OpenCC's, so that a page with one or two
// of them need not wait for OpenCC's dictionaries, which take longer to load than the page to
// convert.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace guifan {

struct PhraseHit {
  std::size_t begin = 0, end = 0;  ///< bytes
  std::string_view simplified;
};

/// All phrases of the list that occur in the clause, in order. nullopt: two of them share
/// characters, and which one counts is a matter of segmentation, which OpenCC decides.
std::optional<std::vector<PhraseHit>> find_traditional_phrases(std::string_view clause);

}  // namespace guifan
