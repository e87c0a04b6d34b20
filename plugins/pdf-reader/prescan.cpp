// SPDX-License-Identifier: Apache-2.0
#include "prescan.h"

#include <algorithm>

namespace guifan::pdf {
namespace {

/// Counts every << and >> wherever they stand, also in strings and pictures; stray pairs in binary
/// data cancel out. Cheap: most bytes are skipped by the search for '<'.
bool rough_depth_exceeds(std::string_view bytes, std::size_t limit) {
  std::size_t depth = 0, closed_until = 0;
  for (std::size_t at = bytes.find("<<"); at != std::string_view::npos;
       at = bytes.find("<<", at + 2)) {
    for (std::size_t close = bytes.find(">>", closed_until);
         close != std::string_view::npos && close < at; close = bytes.find(">>", closed_until)) {
      depth -= depth > 0 ? 1 : 0;
      closed_until = close + 2;
    }
    closed_until = std::max(closed_until, at);
    if (++depth > limit) return true;
  }
  return false;
}

/// The same with the syntax looked at: strings, comments and streams hold no dictionaries.
std::size_t exact_depth(std::string_view bytes, std::size_t limit) {
  std::size_t depth = 0, deepest = 0, parentheses = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (parentheses > 0) {
      if (c == '\\')
        ++i;
      else if (c == '(')
        ++parentheses;
      else if (c == ')')
        --parentheses;
      else if (c == 'e' && bytes.compare(i, 6, "endobj") == 0)
        parentheses = depth = 0;
      continue;
    }
    const bool doubled = i + 1 < bytes.size() && bytes[i + 1] == c;
    if (c == '(') {
      parentheses = 1;
    } else if (c == '%') {
      i = std::min(bytes.find_first_of("\r\n", i), bytes.size());
    } else if (c == '<' && doubled) {
      deepest = std::max(deepest, ++depth);
      if (deepest > limit) return deepest;
      ++i;
    } else if (c == '>' && doubled) {
      depth -= depth > 0 ? 1 : 0;
      ++i;
    } else if (c == 'e' && bytes.compare(i, 6, "endobj") == 0) {
      depth = 0;
    } else if (c == 's' && bytes.compare(i, 6, "stream") == 0) {
      i = std::min(bytes.find("endstream", i), bytes.size());
      i += 8;
      depth = 0;
    }
  }
  return deepest;
}

}  // namespace

std::size_t dictionary_depth(std::string_view bytes, std::size_t limit) {
  return rough_depth_exceeds(bytes, limit) ? exact_depth(bytes, limit) : 0;
}

}  // namespace guifan::pdf
