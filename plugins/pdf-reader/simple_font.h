// SPDX-License-Identifier: Apache-2.0
// Simple fonts (Type 1, TrueType, Type 3): one byte a code, one code a glyph.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "cmap.h"
#include "font_codes.h"
#include "objects.h"

namespace guifan::pdf {

/// Advance of each code, in units of the font size.
using SimpleWidths = std::array<double, 256>;
SimpleWidths read_simple_widths(const ObjectStore& store, const Object* dictionary,
                                const std::string& font_name);

class SimpleFont : public FontCodes {
 public:
  SimpleFont(const ObjectStore& store, const Object* dictionary, const std::string& name);
  /// A font that says nothing about any code.
  SimpleFont() { widths_.fill(0.5); }

  std::uint32_t next_code(std::string_view text, std::uint32_t& code) const override;
  Glyph make_glyph(std::uint32_t code, std::uint32_t bytes) const override;

 private:
  std::optional<CMap> to_unicode_;
  std::array<std::u32string, 256> encoding_;
  SimpleWidths widths_{};
};

}  // namespace guifan::pdf
