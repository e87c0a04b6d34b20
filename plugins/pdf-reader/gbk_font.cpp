// SPDX-License-Identifier: Apache-2.0
#include "gbk_font.h"

#include "font_name.h"
#include "glyph_text.h"
#include "unicode_folding.h"

namespace guifan::pdf {

bool speaks_gbk(const ObjectStore& store, const Object* dictionary, const Object* descriptor,
                const std::string& name) {
  if (store.name(store.get(dictionary, "Subtype")) == "Type3") return false;
  for (const char* key : {"FontFile", "FontFile2", "FontFile3"})
    if (store.get(descriptor, key) != nullptr) return false;
  return !gbk_text(name).empty() && !read_to_unicode(store, dictionary);
}

GbkFont::GbkFont(const ObjectStore& store, const Object* dictionary, const std::string& name)
    : codes_(PredefinedCMap::find("GBK-EUC-H")),
      widths_(read_simple_widths(store, dictionary, name)) {}

std::uint32_t GbkFont::next_code(std::string_view text, std::uint32_t& code) const {
  if (codes_)
    if (const std::uint32_t bytes = codes_->next(text, code)) return bytes;
  code = static_cast<unsigned char>(text.front());  // a byte that starts no code is one of its own
  return 1;
}

Glyph GbkFont::make_glyph(std::uint32_t code, std::uint32_t bytes) const {
  Glyph glyph;
  glyph.advance = widths_[code & 0xff];
  if (bytes == 2) glyph.advance += widths_[code >> 8 & 0xff];
  const auto cid = codes_ ? codes_->cid(code, bytes) : std::nullopt;
  if (const auto character = unicode_of_cid("GB1", cid.value_or(0)))
    glyph.text = fold_character(*character);
  glyph.mapped = !glyph.text.empty();
  return glyph;
}

}  // namespace guifan::pdf
