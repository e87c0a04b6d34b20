// SPDX-License-Identifier: Apache-2.0
#include "composite_font.h"

#include "font_program.h"
#include "glyph_text.h"
#include "unicode_folding.h"

namespace guifan::pdf {

CompositeFont::CompositeFont(const ObjectStore& store, const Object* dictionary,
                             const Object* descendant)
    : to_unicode_(read_to_unicode(store, dictionary)) {
  collection_ = store.string(store.get(store.get(descendant, "CIDSystemInfo"), "Ordering"));
  if (collection_ == "Identity") collection_.clear();
  load_encoding(store, store.get(dictionary, "Encoding"));
  metrics_ = CidMetrics(store, descendant, vertical_);
  if (!to_unicode_ && collection_.empty() && identity_)
    cid_characters_ =
        read_cid_characters(store, descendant, store.get(descendant, "FontDescriptor"));
  if (identity_ && code_is_unicode_ == Unicode::No && cid_characters_.empty())
    codes_declared_unicode_ = declares_unicode(store, dictionary, descendant);
}

void CompositeFont::load_encoding(const ObjectStore& store, const Object* encoding) {
  if (!store.is_stream(encoding)) return load_named_encoding(store.name(encoding));
  embedded_ = parse_cmap(store.stream(encoding));
  const std::string base =
      embedded_->base.empty() ? store.name(store.get(encoding, "UseCMap")) : embedded_->base;
  predefined_ = PredefinedCMap::find(base);
  vertical_ = embedded_->vertical || store.integer(store.get(encoding, "WMode"), 0) == 1 ||
              (predefined_ && predefined_->vertical());
  identity_ = base.starts_with("Identity") ||
              (embedded_->codespaces.empty() && embedded_->cids.empty() && !predefined_);
}

void CompositeFont::load_named_encoding(const std::string& name) {
  if (name.starts_with("Identity") || name.empty()) {
    identity_ = true;
    vertical_ = name == "Identity-V";
    return;
  }
  predefined_ = PredefinedCMap::find(name);
  vertical_ = predefined_ ? predefined_->vertical() : name.ends_with("-V");
  identity_ = !predefined_;
  if (predefined_ && collection_.empty()) collection_ = predefined_->collection();
  if (!name.starts_with("Uni")) return;
  const auto contains = [&](const char* part) { return name.find(part) != std::string::npos; };
  if (contains("UCS2")) code_is_unicode_ = Unicode::Ucs2;
  if (contains("UTF16")) code_is_unicode_ = Unicode::Utf16;
  if (contains("UTF32")) code_is_unicode_ = Unicode::Utf32;
  if (contains("UTF8")) code_is_unicode_ = Unicode::Utf8;
  if (!predefined_) identity_ = code_is_unicode_ == Unicode::Ucs2;
}

/// /ToUnicode /Identity-H: the producer says that the codes are characters. Not so where they
/// number the glyphs of an embedded program, or where they start right behind 0, where no character
/// is.
bool CompositeFont::declares_unicode(const ObjectStore& store, const Object* dictionary,
                                     const Object* descendant) const {
  if (!store.name(store.get(dictionary, "ToUnicode")).starts_with("Identity")) return false;
  if (store.get(store.get(descendant, "FontDescriptor"), "FontFile2") != nullptr &&
      !store.is_stream(store.get(descendant, "CIDToGIDMap")))
    return false;
  return !metrics_.widths_for_control_characters();
}

std::uint32_t CompositeFont::next_code(std::string_view text, std::uint32_t& code) const {
  if (embedded_ && !embedded_->codespaces.empty()) {
    code = 0;
    for (std::uint32_t bytes = 1; bytes <= 4 && bytes <= text.size(); ++bytes) {
      code = code << 8 | static_cast<unsigned char>(text[bytes - 1]);
      for (const Codespace& space : embedded_->codespaces)
        if (space.bytes == bytes && space.contains(code)) return bytes;
    }
  }
  if (predefined_) {
    if (const std::uint32_t bytes = predefined_->next(text, code)) return bytes;
    // A byte that starts no code is a code of its own.
    code = static_cast<unsigned char>(text.front());
    return 1;
  }
  code = 0;
  const std::uint32_t bytes = text.size() >= 2 ? 2 : 1;
  for (std::uint32_t i = 0; i < bytes; ++i) code = code << 8 | static_cast<unsigned char>(text[i]);
  return bytes;
}

std::uint32_t CompositeFont::cid_of(std::uint32_t code, std::uint32_t bytes) const {
  if (embedded_)
    if (const auto cid = embedded_->cid(code, bytes)) return *cid;
  if (predefined_) return predefined_->cid(code, bytes).value_or(0);
  return identity_ ? code : 0;
}

/// The character that a Unicode code stands for.
std::u32string CompositeFont::direct_text(std::uint32_t code, std::uint32_t bytes) const {
  if (code_is_unicode_ == Unicode::Utf8) {
    if (bytes == 1) return std::u32string(1, code);
    const std::uint32_t lead = code >> (8 * (bytes - 1)) & 0xff;
    char32_t c = lead & (0xffU >> (bytes + 1));
    for (std::uint32_t i = 1; i < bytes; ++i) c = c << 6 | (code >> (8 * (bytes - 1 - i)) & 0x3f);
    return std::u32string(1, c);
  }
  if (code_is_unicode_ == Unicode::Utf32 || bytes <= 2) return std::u32string(1, code);
  const std::uint32_t high = code >> 16, low = code & 0xffff;
  if (high < 0xd800 || high >= 0xdc00 || low < 0xdc00 || low >= 0xe000) return {};
  return std::u32string(1, 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
}

/// The text of a code, from the most to the least direct source; false where none knows it.
bool CompositeFont::text_of(std::uint32_t code, std::uint32_t bytes, std::uint32_t cid,
                            std::u32string& text) const {
  if (to_unicode_) {
    if (auto mapped = to_unicode_->text(code);
        mapped && (mapped->empty() || !says_nothing(*mapped))) {
      text = folded_text(std::move(*mapped));
      return true;
    }
  }
  if (code_is_unicode_ != Unicode::No || (codes_declared_unicode_ && bytes == 2 && code >= U' ')) {
    text = folded_text(direct_text(code, bytes));
    if (!says_nothing(text)) return true;
    text.clear();
  }
  if (!collection_.empty()) {
    if (const auto c = unicode_of_cid(collection_, cid)) text = fold_character(*c);
  }
  if (text.empty()) {
    if (const auto found = cid_characters_.find(cid); found != cid_characters_.end())
      text = fold_character(found->second);
  }
  return !text.empty();
}

Glyph CompositeFont::make_glyph(std::uint32_t code, std::uint32_t bytes) const {
  Glyph glyph;
  const std::uint32_t cid = cid_of(code, bytes);
  metrics_.apply(cid, glyph);
  glyph.mapped = text_of(code, bytes, cid, glyph.text);
  return glyph;
}

}  // namespace guifan::pdf
