// SPDX-License-Identifier: Apache-2.0
// A font as text extraction needs it: codes out of strings, their text, their advance. Glyph
// outlines are never looked at.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cmap.h"
#include "glyph_names.h"
#include "objects.h"
#include "predefined_cmaps.h"

namespace guifan::pdf {

struct Glyph {
  std::u32string
      text;  ///< what it stands for; empty for marks without text (soft hyphen) and unmapped codes
  bool mapped = true;  ///< false: the font does not say what the code means
  double advance = 0;  ///< horizontal, in units of the font size
  /// Vertical writing: from the horizontal to the vertical origin, and the advance downwards
  /// (negative).
  double origin_x = 0, origin_y = 0, vertical_advance = -1;
};

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

 private:
  struct Metrics {
    double origin_x, origin_y, advance;
  };

  void load_simple(const ObjectStore& store, const Object* dictionary);
  bool load_gbk_bytes(const ObjectStore& store, const Object* descriptor);
  void load_composite(const ObjectStore& store, const Object* dictionary);
  void load_encoding(const ObjectStore& store, const Object* dictionary, const Object* descriptor,
                     bool type3);
  bool declares_unicode(const ObjectStore& store, const Object* dictionary,
                        const Object* descendant, const Object* descriptor) const;
  void load_widths(const ObjectStore& store, const Object* array);
  void load_vertical_metrics(const ObjectStore& store, const Object* array);
  Glyph make_glyph(std::uint32_t code, std::uint32_t bytes) const;
  Glyph make_simple_glyph(std::uint8_t code) const;
  bool composite_text(std::uint32_t code, std::uint32_t bytes, std::uint32_t cid,
                      std::u32string& text) const;
  std::u32string direct_text(std::uint32_t code, std::uint32_t bytes) const;
  std::uint32_t next_code(std::string_view text, std::uint32_t& code) const;
  std::uint32_t cid_of(std::uint32_t code, std::uint32_t bytes) const;

  std::string name_;
  bool bold_ = false, vertical_ = false, composite_ = false;
  std::optional<CMap> to_unicode_;

  // Simple fonts.
  std::array<std::u32string, 256> encoding_;
  std::array<double, 256> simple_widths_{};

  bool gbk_bytes_ = false;  ///< a simple font whose strings are GBK text, two bytes an ideograph

  // Composite fonts.
  enum class Unicode : std::uint8_t { No, Ucs2, Utf16, Utf32, Utf8 };
  bool identity_ = false;                  ///< two bytes are the CID
  Unicode code_is_unicode_ = Unicode::No;  ///< UniGB-UCS2-H and its kin: the code is the character
  bool codes_declared_unicode_ = false;    ///< by /ToUnicode /Identity-H: the weakest source
  std::optional<PredefinedCMap> predefined_;
  std::optional<CMap> embedded_;
  std::string collection_;                                      ///< "GB1", ... ; empty for Identity
  std::unordered_map<std::uint32_t, char32_t> cid_characters_;  ///< from an embedded font program
  struct WidthRange {
    std::uint32_t low, high;
    double width;
  };
  std::vector<WidthRange> widths_;  ///< ordered by low
  double default_width_ = 1000;
  std::vector<std::pair<WidthRange, Metrics>> vertical_metrics_;
  double default_origin_y_ = 880, default_vertical_advance_ = -1000;

  // Glyphs already made, found by their code's bytes.
  std::deque<Glyph> glyphs_;
  std::array<const Glyph*, 256> one_byte_{};
  std::array<std::unique_ptr<std::array<const Glyph*, 256>>, 256> two_bytes_;
  std::unordered_map<std::uint32_t, const Glyph*> more_bytes_;
};

}  // namespace guifan::pdf
