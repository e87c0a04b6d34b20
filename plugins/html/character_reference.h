// SPDX-License-Identifier: Apache-2.0
// Character references (&nbsp; &#26292; &copy2017) as browsers read them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace guifan::html {

struct CharacterReference {
  char32_t code = 0;
  std::size_t length =
      0;  ///< bytes of the reference including '&'; 0: no reference, the '&' is text
};

/// Reads the reference at the start of `text`, which begins with '&'. Old entities need no
/// semicolon; numbers 128..159 are Windows-1252 (HTML standard, numeric character reference end
/// state).
CharacterReference read_character_reference(std::string_view text);

/// Appends a code point as UTF-8. Surrogates, NUL and values past U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t code);

/// The text with its references replaced.
std::string decode_references(std::string_view text);

}  // namespace guifan::html
