// SPDX-License-Identifier: Apache-2.0
// The fonts of one document: a glyph for every character, and what of each font was used.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "font_face.h"
#include "font_search.h"

namespace guifan::pdfwriter {

/// A character as it is printed.
struct Glyph {
  std::uint16_t face = 0;   ///< index into FontLibrary::faces()
  std::uint16_t glyph = 0;  ///< index in the face
  std::uint16_t width = 0;  ///< in 1/1000 of the font size
  char32_t character = 0;
  char32_t mark = 0;  ///< not 0: no font has the character, this one is printed for it
};

/// A face and which characters its glyphs stand for in this document.
struct UsedFace {
  FontFace face;
  std::string resource;  ///< name in content streams: "F1"
  /// By code. A glyph shared by two characters stands for the first; the second one's text goes
  /// into the content stream (ActualText).
  std::map<std::uint16_t, char32_t> characters = {};
  std::map<std::uint16_t, std::uint16_t> glyphs = {};  ///< by code
};

class FontLibrary {
 public:
  struct Problem {
    std::string id;  ///< of the message
    std::vector<std::string> arguments = {};
  };
  struct Choice {
    std::string_view font;    ///< a file for everything; empty: the standard ones
    std::string_view folder;  ///< where those are; empty: the system's places
  };
  static std::optional<FontLibrary> open(const Choice& choice, Problem& problem);

  /// Always a glyph that the face has. Characters without a shape (joiners, selectors) give
  /// nothing.
  std::optional<Glyph> glyph(FontRole role, char32_t character);
  /// Notes that the glyph is printed. False: its code stands for another character already.
  bool use(const Glyph& glyph);

  const std::vector<UsedFace>& faces() const { return faces_; }
  /// Characters that no font has, in order of appearance.
  const std::u32string& missing() const { return missing_; }

 private:
  std::optional<std::uint16_t> load(const FontFile& file);
  std::optional<Glyph> in_face(std::uint16_t face, char32_t character) const;
  std::optional<Glyph> look_up(FontRole role, char32_t character);
  std::optional<Glyph> elsewhere(char32_t character);

  std::filesystem::path folder_;  ///< of the standard fonts; empty: the system's places
  std::vector<UsedFace> faces_;
  std::map<FontRole, std::uint16_t> by_role_;
  std::map<std::string, std::uint16_t> by_file_;
  std::optional<std::vector<std::uint16_t>> fallbacks_;  ///< loaded when the first one is needed
  std::unordered_map<std::uint64_t, std::optional<Glyph>> known_;
  std::u32string missing_;
};

}  // namespace guifan::pdfwriter
