// SPDX-License-Identifier: Apache-2.0
// Characters that PDF producers put in place of the one that was meant. A font's glyph has one look
// and often several code points; producers pick any of them.
#pragma once

#include <string>
#include <string_view>

namespace guifan::pdf {

/// Kangxi and CJK radicals to the ideographs that they look like, vertical presentation forms to
/// the punctuation that they stand for, exotic spaces to ASCII. Anything else comes back as it is.
char32_t fold_character(char32_t c);

/// UTF-8 of code points; what is no scalar value becomes U+FFFD, control characters but the tab
/// and the line break are dropped.
void append_utf8(std::string& text, char32_t c);
std::string to_utf8(std::u32string_view text);

/// Strict UTF-8: no overlong forms, no surrogates.
bool is_utf8(std::string_view text);

/// White space that PDF files use, the ideographic and the no-break space among it.
bool is_space(char32_t c);

/// Chinese ideographs, kana, full-width forms: scripts that are written without spaces.
bool is_wide(char32_t c);

}  // namespace guifan::pdf
