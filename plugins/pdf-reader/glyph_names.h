// SPDX-License-Identifier: Apache-2.0
// Glyph names and the fixed single-byte encodings of PDF.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace guifan::pdf {

/// The text of a glyph name: Adobe Glyph List, uniXXXX, uXXXXXX, a_b ligatures, suffixes after a
/// dot ignored. Empty where the name says nothing (g12, .notdef).
std::u32string text_of_glyph_name(std::string_view name);

enum class BaseEncoding : std::uint8_t {
  None,
  Standard,
  WinAnsi,
  MacRoman,
  MacExpert,
  Symbol,
  ZapfDingbats
};
/// "WinAnsiEncoding" and so on; None for anything else.
BaseEncoding base_encoding(std::string_view name);
/// The character of a code in a fixed encoding; 0 for none.
char32_t character_of(BaseEncoding encoding, std::uint8_t code);

/// Width in 1/1000 of a code in the standard fonts that PDF files may leave without widths; `name`
/// is the BaseFont. Helvetica and Times for ASCII, 600 for Courier, 500 elsewhere.
double standard_width(std::string_view name, std::uint8_t code);

}  // namespace guifan::pdf
