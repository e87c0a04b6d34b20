// SPDX-License-Identifier: Apache-2.0
// A font as text extraction needs it: codes out of strings, their text, their advance. Glyph
// outlines are never looked at.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "font_codes.h"
#include "glyph.h"
#include "objects.h"

namespace guifan::pdf {

class Font {
 public:
  /// Reads a font dictionary. Always gives a font; one without any mapping gives unmapped glyphs.
  Font(const ObjectStore& store, const Object* dictionary);
  /// Stands in for a font that is not there: it says nothing about any code.
  Font();

  /// Takes the next code off the front of `text`. REQUIRES: text is not empty. `code` and `bytes`
  /// are set.
  const Glyph& next(std::string_view& text, std::uint32_t& code, std::uint32_t& bytes);

  const std::string& name() const { return name_; }
  bool bold() const { return bold_; }
  bool vertical() const { return vertical_; }
  /// The height of an em in units of the font size; below 0 where glyphs hang from the baseline.
  double em() const { return em_; }

 private:
  std::string name_;
  bool bold_ = false, vertical_ = false;
  double em_ = 1;
  std::unique_ptr<const FontCodes> codes_;

  // Glyphs already made, found by their code's bytes.
  std::deque<Glyph> glyphs_;
  std::array<const Glyph*, 256> one_byte_{};
  std::array<std::unique_ptr<std::array<const Glyph*, 256>>, 256> two_bytes_;
  std::unordered_map<std::uint32_t, const Glyph*> more_bytes_;
};

}  // namespace guifan::pdf
