// SPDX-License-Identifier: Apache-2.0
#include "characters.h"

#include <unicode/utf8.h>

#include <cstdint>

namespace guifan::pdfwriter {

std::u32string characters_of(std::string_view utf8) {
  std::u32string characters;
  characters.reserve(utf8.size() / 2);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto size = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 character = 0;
    U8_NEXT(bytes, at, size, character);
    if (character < 0 || U_IS_UNICODE_NONCHAR(character)) continue;
    if (character == '\t' || character == '\n' || character == '\r') character = ' ';
    if (character < 0x20 || (character >= 0x7F && character < 0xA0)) continue;
    characters += static_cast<char32_t>(character);
  }
  return characters;
}

}  // namespace guifan::pdfwriter
