// SPDX-License-Identifier: Apache-2.0
#include "simple_encoding.h"

#include <algorithm>

#include "glyph_names.h"

namespace guifan::pdf {
namespace {

/// Codes at which the encoding of TeX's text fonts is ASCII.
bool is_tex_ascii(long code) {
  static const std::string_view kMarks = "!#$%&'()*+,-./:;=?@[]";
  return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
         (code >= 'A' && code <= 'Z') ||
         (code > 0 && code < 128 && kMarks.find(static_cast<char>(code)) != std::string_view::npos);
}

/// dvips names the glyphs of TeX's bitmap fonts after their codes: a65, or 360 + 65 to the base 36.
bool is_dvips_name(std::string_view glyph, long code) {
  static constexpr std::string_view kDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const auto number = static_cast<std::size_t>(code) + 360;
  return glyph == "a" + std::to_string(code) ||
         (glyph.size() == 2 && glyph[0] == kDigits[number / 36] &&
          glyph[1] == kDigits[number % 36]);
}

/// The encoding that standard symbol fonts have without saying so.
BaseEncoding symbol_encoding(std::string_view font_name) {
  if (font_name.find("ZapfDingbats") != std::string_view::npos) return BaseEncoding::ZapfDingbats;
  if (font_name == "Symbol" || font_name.find("+Symbol") != std::string_view::npos ||
      font_name.starts_with("Symbol,"))
    return BaseEncoding::Symbol;
  return BaseEncoding::None;
}

void apply_base(BaseEncoding base, BuiltInEncoding& encoding) {
  for (std::size_t code = 0; code < 256; ++code)
    if (const char32_t c = character_of(base, static_cast<std::uint8_t>(code)))
      encoding[code] = std::u32string(1, c);
}

void apply_differences(const ObjectStore& store, const Object* differences, bool type3,
                       BuiltInEncoding& encoding) {
  long code = 0;
  for (std::size_t i = 0, size = store.size(differences); i < size; ++i) {
    const Object* item = store.at(differences, i);
    if (store.number(item)) {
      code = store.integer(item, -1);
    } else if (code >= 0 && code < 256) {
      const std::string glyph = store.name(item);
      std::u32string text;
      if (!type3 || !is_dvips_name(glyph, code))
        text = text_of_glyph_name(glyph);
      else if (is_tex_ascii(code))
        text = static_cast<char32_t>(code);
      encoding[static_cast<std::size_t>(code)] = std::move(text);
      ++code;
    }
  }
}

}  // namespace

BuiltInEncoding read_simple_encoding(const ObjectStore& store, const Object* dictionary,
                                     const std::string& font_name, bool has_to_unicode) {
  BuiltInEncoding encoding;
  const bool type3 = store.name(store.get(dictionary, "Subtype")) == "Type3";
  const Object* descriptor = store.get(dictionary, "FontDescriptor");
  const Object* declared = store.get(dictionary, "Encoding");
  BaseEncoding base = base_encoding(
      store.name(store.is_dictionary(declared) ? store.get(declared, "BaseEncoding") : declared));
  const bool symbolic = (store.integer(store.get(descriptor, "Flags"), 0) & 4) != 0;
  if (base == BaseEncoding::None && !type3) {
    base = symbol_encoding(font_name);
    if (base == BaseEncoding::None) {
      encoding = read_built_in_encoding(store, descriptor);
      const bool none = std::all_of(encoding.begin(), encoding.end(),
                                    [](const auto& text) { return text.empty(); });
      if (none && !(symbolic && has_to_unicode)) base = BaseEncoding::Standard;
    }
  }
  apply_base(base, encoding);
  apply_differences(store, store.get(declared, "Differences"), type3, encoding);
  return encoding;
}

}  // namespace guifan::pdf
