// SPDX-License-Identifier: Apache-2.0
// Composite fonts (Type 0): codes of one to four bytes, turned into CIDs by a CMap.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "cid_metrics.h"
#include "cmap.h"
#include "font_codes.h"
#include "objects.h"
#include "predefined_cmaps.h"

namespace guifan::pdf {

class CompositeFont : public FontCodes {
 public:
  /// `descendant`: its CIDFont.
  CompositeFont(const ObjectStore& store, const Object* dictionary, const Object* descendant);

  std::uint32_t next_code(std::string_view text, std::uint32_t& code) const override;
  Glyph make_glyph(std::uint32_t code, std::uint32_t bytes) const override;
  bool vertical() const override { return vertical_; }

 private:
  void load_encoding(const ObjectStore& store, const Object* encoding);
  void load_named_encoding(const std::string& name);
  bool declares_unicode(const ObjectStore& store, const Object* dictionary,
                        const Object* descendant) const;
  std::uint32_t cid_of(std::uint32_t code, std::uint32_t bytes) const;
  bool text_of(std::uint32_t code, std::uint32_t bytes, std::uint32_t cid,
               std::u32string& text) const;
  std::u32string direct_text(std::uint32_t code, std::uint32_t bytes) const;

  enum class Unicode : std::uint8_t { No, Ucs2, Utf16, Utf32, Utf8 };
  bool vertical_ = false;
  bool identity_ = false;                  ///< two bytes are the CID
  Unicode code_is_unicode_ = Unicode::No;  ///< UniGB-UCS2-H and its kin: the code is the character
  bool codes_declared_unicode_ = false;    ///< by /ToUnicode /Identity-H: the weakest source
  std::optional<CMap> to_unicode_;
  std::optional<PredefinedCMap> predefined_;
  std::optional<CMap> embedded_;
  std::string collection_;                                      ///< "GB1", ... ; empty for Identity
  std::unordered_map<std::uint32_t, char32_t> cid_characters_;  ///< from an embedded font program
  CidMetrics metrics_;
};

}  // namespace guifan::pdf
