// SPDX-License-Identifier: Apache-2.0
// Words for people at the terminal, in the language they asked for. Messages with an id stand in
// the catalogue instead.
#pragma once

#include "guifan/diagnostic.h"

namespace guifan::cli {

/// Takes one of two wordings: `const Pick pick{language}; pick("规则", "rule")`.
struct Pick {
  Language language;
  constexpr const char* operator()(const char* chinese, const char* english) const {
    return language == Language::Chinese ? chinese : english;
  }
};

}  // namespace guifan::cli
