// SPDX-License-Identifier: Apache-2.0
// Where fonts are: Debian's places first, then what fontconfig knows.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "font_face.h"

namespace guifan::pdfwriter {

/// What a text is set in: 宋体, for headings heavy 宋体; 黑体 has what these lack.
enum class FontRole { Text, Strong, Sans };

struct FontFile {
  std::filesystem::path file;
  std::optional<unsigned> index;
};

/// The font of a role: Noto CJK for simplified Chinese. Debian's places are looked at first, which
/// makes the same file everywhere and costs nothing; fontconfig takes milliseconds.
/// With a `folder` this and nothing else is looked into.
std::optional<FontFile> find_font(FontRole role, const std::filesystem::path& folder = {});

/// Fonts for what the first ones lack, nearest in look first; only those that are there.
std::vector<FontFile> fallback_fonts();

/// Any font that has the character, or nothing.
std::optional<FontFile> find_font_with(char32_t character);

/// "FILE" or "FILE#FACE", as a user writes it.
FontFile parse_font_option(std::string_view option);

}  // namespace guifan::pdfwriter
