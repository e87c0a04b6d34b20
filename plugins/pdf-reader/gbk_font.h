// SPDX-License-Identifier: Apache-2.0
// Old Chinese producers write GBK text through a simple font that is not embedded: its name is GBK
// too (宋体), its encoding claims WinAnsi, and viewers on a Chinese system show what was meant.
#pragma once

#include <optional>
#include <string>

#include "font_codes.h"
#include "objects.h"
#include "predefined_cmaps.h"
#include "simple_font.h"

namespace guifan::pdf {

/// Whether the strings of a simple font are GBK text, two bytes an ideograph.
bool speaks_gbk(const ObjectStore& store, const Object* dictionary, const Object* descriptor,
                const std::string& name);

class GbkFont : public FontCodes {
 public:
  GbkFont(const ObjectStore& store, const Object* dictionary, const std::string& name);

  std::uint32_t next_code(std::string_view text, std::uint32_t& code) const override;
  Glyph make_glyph(std::uint32_t code, std::uint32_t bytes) const override;

 private:
  std::optional<PredefinedCMap> codes_;
  SimpleWidths widths_;  ///< of single bytes; an ideograph is as wide as its two
};

}  // namespace guifan::pdf
