// SPDX-License-Identifier: Apache-2.0
// What one kind of font knows: where a code ends, and what it is.
#pragma once

#include <cstdint>
#include <string_view>

#include "glyph.h"

namespace guifan::pdf {

class FontCodes {
 public:
  virtual ~FontCodes() = default;

  /// Bytes of the first code of `text`; `code` is set. REQUIRES: text is not empty.
  virtual std::uint32_t next_code(std::string_view text, std::uint32_t& code) const = 0;
  virtual Glyph make_glyph(std::uint32_t code, std::uint32_t bytes) const = 0;
  virtual bool vertical() const { return false; }
};

}  // namespace guifan::pdf
