// SPDX-License-Identifier: Apache-2.0
#include "font.h"

#include "composite_font.h"
#include "font_name.h"
#include "gbk_font.h"
#include "simple_font.h"
#include "type3_size.h"

namespace guifan::pdf {
namespace {

/// Fonts that are not composite carry their weight as a flag as well.
bool declared_bold(const ObjectStore& store, const Object* descriptor, bool composite) {
  constexpr long kForceBold = 1L << 18;
  return store.number(store.get(descriptor, "FontWeight"), 0) >= 600 ||
         (!composite && (store.integer(store.get(descriptor, "Flags"), 0) & kForceBold) != 0);
}

}  // namespace

Font::Font() : codes_(std::make_unique<SimpleFont>()) {}

Font::Font(const ObjectStore& store, const Object* dictionary) {
  const std::string subtype = store.name(store.get(dictionary, "Subtype"));
  const bool composite = subtype == "Type0", type3 = subtype == "Type3";
  const Object* descendant =
      composite ? store.at(store.get(dictionary, "DescendantFonts"), 0) : dictionary;
  const Object* descriptor = store.get(descendant, "FontDescriptor");
  name_ = store.name(store.get(dictionary, "BaseFont"));
  if (name_.empty() && !composite)
    name_ = store.name(type3 ? store.get(descriptor, "FontName") : store.get(dictionary, "Name"));
  if (composite)
    codes_ = std::make_unique<CompositeFont>(store, dictionary, descendant);
  else if (speaks_gbk(store, dictionary, descriptor, name_))
    codes_ = std::make_unique<GbkFont>(store, dictionary, name_);
  else
    codes_ = std::make_unique<SimpleFont>(store, dictionary, name_);
  vertical_ = codes_->vertical();
  if (type3) em_ = type3_em(store, dictionary);
  name_ = printable_font_name(name_);
  bold_ = declared_bold(store, descriptor, composite) || looks_bold(name_);
}

const Glyph& Font::next(std::string_view& text, std::uint32_t& code, std::uint32_t& bytes) {
  bytes = codes_->next_code(text, code);
  text.remove_prefix(bytes);
  const Glyph** slot = nullptr;
  if (bytes == 1) {
    slot = &one_byte_[code & 0xff];
  } else if (bytes == 2) {
    auto& row = two_bytes_[code >> 8 & 0xff];
    if (!row) row = std::make_unique<std::array<const Glyph*, 256>>();
    slot = &(*row)[code & 0xff];
  } else {
    slot = &more_bytes_[code];
  }
  if (*slot == nullptr) {
    glyphs_.push_back(codes_->make_glyph(code, bytes));
    *slot = &glyphs_.back();
  }
  return **slot;
}

}  // namespace guifan::pdf
