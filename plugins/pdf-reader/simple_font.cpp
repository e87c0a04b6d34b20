// SPDX-License-Identifier: Apache-2.0
#include "simple_font.h"

#include <cmath>

#include "glyph_names.h"
#include "glyph_text.h"
#include "simple_encoding.h"

namespace guifan::pdf {

SimpleWidths read_simple_widths(const ObjectStore& store, const Object* dictionary,
                                const std::string& font_name) {
  double scale = 0.001;
  if (store.name(store.get(dictionary, "Subtype")) == "Type3")
    if (const auto matrix = store.matrix(store.get(dictionary, "FontMatrix")))
      scale = std::abs(matrix->a);
  const Object* widths = store.get(dictionary, "Widths");
  const long first = store.integer(store.get(dictionary, "FirstChar"), 0);
  const double missing =
      store.number(store.get(store.get(dictionary, "FontDescriptor"), "MissingWidth"), 0);
  SimpleWidths list{};
  for (long code = 0; code < 256; ++code) {
    double width = missing;
    if (!store.is_array(widths))
      width = standard_width(font_name, static_cast<std::uint8_t>(code));
    else if (code >= first)
      width = store.number(store.at(widths, static_cast<std::size_t>(code - first)), missing);
    list[static_cast<std::size_t>(code)] = width * scale;
  }
  return list;
}

SimpleFont::SimpleFont(const ObjectStore& store, const Object* dictionary, const std::string& name)
    : to_unicode_(read_to_unicode(store, dictionary)),
      encoding_(read_simple_encoding(store, dictionary, name, to_unicode_.has_value())),
      widths_(read_simple_widths(store, dictionary, name)) {}

std::uint32_t SimpleFont::next_code(std::string_view text, std::uint32_t& code) const {
  code = static_cast<unsigned char>(text.front());
  return 1;
}

Glyph SimpleFont::make_glyph(std::uint32_t code, std::uint32_t /*bytes*/) const {
  Glyph glyph;
  glyph.advance = widths_[code & 0xff];
  std::optional<std::u32string> text;
  if (to_unicode_) text = to_unicode_->text(code);
  const bool declared = text.has_value();
  const std::u32string& encoded = encoding_[code & 0xff];
  if (!declared || (says_nothing(*text) && !text->empty()) ||
      (is_control(*text) && !encoded.empty()))
    text = encoded;
  glyph.mapped = !text->empty() || declared;
  glyph.text = folded_text(std::move(*text));
  return glyph;
}

}  // namespace guifan::pdf
