// SPDX-License-Identifier: Apache-2.0
// How fold_width() reads one code point.
#pragma once

namespace guifan {

inline constexpr char32_t kDropped = 0xFFFFFFFF;  ///< the code point is invisible and goes away

/// The code point that a report means by `value`: ０ is 0, （ is (, U+3000 is a space, a soft
/// hyphen is kDropped.
char32_t fold_code_point(char32_t value);

}  // namespace guifan
