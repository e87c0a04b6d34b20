// SPDX-License-Identifier: Apache-2.0
// Characters of symbol fonts (Wingdings, Symbol...) as Unicode. Files store them in the private use
// area U+F020..U+F0FF.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guifan::docx {

/// A font whose glyphs are symbols whatever the character code says.
bool is_symbol_font(std::string_view font);

/// The Unicode character that `code` (0x20..0xFF, or 0xF020..0xF0FF) prints in `font`; nullopt
/// where it is not known.
std::optional<char32_t> symbol_character(std::string_view font, char32_t code);

/// A bullet's level text as printed: private characters become "•".
std::string printable_bullet(std::string_view level_text);

}  // namespace guifan::docx
