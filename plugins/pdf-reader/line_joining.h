// SPDX-License-Identifier: Apache-2.0
// What stands between two lines that are one text: nothing between ideographs, a space between
// words.
#pragma once

#include <string>
#include <string_view>

namespace guifan::pdf {

/// Appends to `text` what belongs between it and `next`. `space_seen`: white space was set at the
/// end of the line. `between_digits` is used where the line breaks between two digits and no white
/// space was seen (0: nothing).
void append_joint(std::u32string& text, std::u32string_view next, bool space_seen,
                  char32_t between_digits);

/// A number, a dash, a slash: what stands in the value cells of a report's tables. Full-width forms
/// count.
bool is_figure(std::u32string_view text);

bool is_digit(char32_t c);

}  // namespace guifan::pdf
