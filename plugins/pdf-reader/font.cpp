// SPDX-License-Identifier: Apache-2.0
#include "font.h"

#include <algorithm>

#include "font_program.h"
#include "reader_limits.h"
#include "unicode_folding.h"

namespace guifan::pdf {
namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// Weight by name: there is no other trustworthy sign. 黑体 counts: it is what Chinese headings are
/// set in.
bool looks_bold(std::string_view name) {
  for (const std::string_view part : {"Bold", "bold", "BOLD", "Black", "Heavy", "SimHei", "黑体",
                                      "Heiti", "-Hei", "XiaoBiaoSong", "小标宋", "大标宋", "XBS"})
    if (contains(name, part)) return true;
  return false;
}

/// Folds every character, and writes Latin ligatures (U+FB00..FB06) as the letters they join.
std::u32string folded(std::u32string text) {
  static constexpr std::u32string_view kLigatures[] = {U"ff",  U"fi", U"fl", U"ffi",
                                                       U"ffl", U"st", U"st"};
  for (char32_t& c : text) c = fold_character(c);
  for (std::size_t i = text.size(); i-- > 0;)
    if (text[i] >= 0xfb00 && text[i] <= 0xfb06) text.replace(i, 1, kLigatures[text[i] - 0xfb00]);
  return text;
}

/// Codes at which the encoding of TeX's text fonts is ASCII.
bool is_tex_ascii(long code) {
  static const std::string_view kMarks = "!#$%&'()*+,-./:;=?@[]";
  return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
         (code >= 'A' && code <= 'Z') ||
         (code > 0 && code < 128 && kMarks.find(static_cast<char>(code)) != std::string_view::npos);
}

/// GBK bytes as text; nothing where they are not wholly GBK, or plain ASCII.
std::u32string gbk_text(std::string_view bytes) {
  static const auto gbk = PredefinedCMap::find("GBK-EUC-H");
  std::u32string text;
  bool ideographs = false;
  while (gbk && !bytes.empty()) {
    std::uint32_t code = 0;
    const std::uint32_t size = gbk->next(bytes, code);
    const auto cid = size == 0 ? std::nullopt : gbk->cid(code, size);
    const auto character = cid ? unicode_of_cid("GB1", *cid) : std::nullopt;
    if (!character) return {};
    ideographs = ideographs || size == 2;
    text += *character;
    bytes.remove_prefix(size);
  }
  return ideographs ? text : std::u32string();
}

/// A name that messages can print: UTF-8 and GBK stay readable, other bytes become Latin-1.
std::string printable(const std::string& name) {
  if (std::all_of(name.begin(), name.end(), [](char c) { return c >= 0x20 && c < 0x7f; }))
    return name;
  if (is_utf8(name)) return name;
  const std::u32string gbk = gbk_text(name);
  if (!gbk.empty()) return to_utf8(gbk);
  std::string text;
  for (const char c : name) append_utf8(text, static_cast<unsigned char>(c));
  return text;
}

/// A mapping that says nothing: NUL, the replacement character, or one of the private use
/// characters that symbol fonts use.
bool meaningless(const std::u32string& text) {
  return std::all_of(text.begin(), text.end(),
                     [](char32_t c) { return c == 0 || c == 0xfffd || c > 0x10ffff; });
}

}  // namespace

Font::Font() {
  simple_widths_.fill(0.5);
}

Font::Font(const ObjectStore& store, const Object* dictionary) {
  name_ = store.name(store.get(dictionary, "BaseFont"));
  if (const Object* stream = store.get(dictionary, "ToUnicode"); store.is_stream(stream)) {
    to_unicode_ = parse_cmap(store.stream(stream));
    if (to_unicode_->unicode.empty()) to_unicode_.reset();
  }
  composite_ = store.name(store.get(dictionary, "Subtype")) == "Type0";
  if (composite_)
    load_composite(store, dictionary);
  else
    load_simple(store, dictionary);
  bold_ = bold_ || looks_bold(name_);
  name_ = printable(name_);
}

// ---- simple fonts ----

/// Old Chinese producers write GBK text through a simple font that is not embedded: its name is GBK
/// too (宋体), its encoding claims WinAnsi, and viewers on a Chinese system show what was meant.
bool Font::load_gbk_bytes(const ObjectStore& store, const Object* descriptor) {
  for (const char* key : {"FontFile", "FontFile2", "FontFile3"})
    if (store.get(descriptor, key) != nullptr) return false;
  const std::u32string name = gbk_text(name_);
  if (name.empty() || to_unicode_) return false;
  name_ = to_utf8(name);
  gbk_bytes_ = composite_ = true;
  predefined_ = PredefinedCMap::find("GBK-EUC-H");
  collection_ = "GB1";
  return true;
}

void Font::load_simple(const ObjectStore& store, const Object* dictionary) {
  const bool type3 = store.name(store.get(dictionary, "Subtype")) == "Type3";
  const Object* descriptor = store.get(dictionary, "FontDescriptor");
  if (name_.empty())
    name_ = store.name(store.get(type3 ? descriptor : dictionary, type3 ? "FontName" : "Name"));
  bold_ = store.number(store.get(descriptor, "FontWeight"), 0) >= 600 ||
          (store.integer(store.get(descriptor, "Flags"), 0) >> 18 & 1) != 0;
  if (type3 || !load_gbk_bytes(store, descriptor))
    load_encoding(store, dictionary, descriptor, type3);

  double scale = 0.001;
  if (type3)
    if (const auto matrix = store.matrix(store.get(dictionary, "FontMatrix")))
      scale = std::abs(matrix->a);
  const Object* widths = store.get(dictionary, "Widths");
  const long first = store.integer(store.get(dictionary, "FirstChar"), 0);
  const double missing = store.number(store.get(descriptor, "MissingWidth"), 0);
  for (long code = 0; code < 256; ++code) {
    double width = missing;
    if (!store.is_array(widths))
      width = standard_width(name_, static_cast<std::uint8_t>(code));
    else if (code >= first)
      width = store.number(store.at(widths, static_cast<std::size_t>(code - first)), missing);
    simple_widths_[static_cast<std::size_t>(code)] = width * scale;
  }
}

void Font::load_encoding(const ObjectStore& store, const Object* dictionary,
                         const Object* descriptor, bool type3) {
  const Object* encoding = store.get(dictionary, "Encoding");
  BaseEncoding base = base_encoding(store.name(encoding));
  if (store.is_dictionary(encoding))
    base = base_encoding(store.name(store.get(encoding, "BaseEncoding")));
  const bool symbolic = (store.integer(store.get(descriptor, "Flags"), 0) & 4) != 0;
  if (base == BaseEncoding::None && !type3) {
    if (contains(name_, "ZapfDingbats"))
      base = BaseEncoding::ZapfDingbats;
    else if (name_ == "Symbol" || contains(name_, "+Symbol") || name_.rfind("Symbol,", 0) == 0)
      base = BaseEncoding::Symbol;
    else {
      const BuiltInEncoding own = read_built_in_encoding(store, descriptor);
      for (std::size_t code = 0; code < 256; ++code) encoding_[code] = own[code];
      const bool none =
          std::all_of(own.begin(), own.end(), [](const auto& text) { return text.empty(); });
      if (none && !(symbolic && to_unicode_)) base = BaseEncoding::Standard;
    }
  }
  if (base != BaseEncoding::None)
    for (std::size_t code = 0; code < 256; ++code)
      if (const char32_t c = character_of(base, static_cast<std::uint8_t>(code)))
        encoding_[code] = std::u32string(1, c);
  const Object* differences = store.get(encoding, "Differences");
  long code = 0;
  for (std::size_t i = 0, size = store.size(differences); i < size; ++i) {
    const Object* item = store.at(differences, i);
    if (store.number(item)) {
      code = store.integer(item, -1);
    } else if (code >= 0 && code < 256) {
      const std::string glyph = store.name(item);
      std::u32string text = text_of_glyph_name(glyph);
      // dvips names the glyphs of TeX's bitmap fonts after their codes, which are ASCII for letters
      // and digits.
      if (text.empty() && type3 && is_tex_ascii(code) && glyph == "a" + std::to_string(code))
        text = static_cast<char32_t>(code);
      encoding_[static_cast<std::size_t>(code)] = std::move(text);
      ++code;
    }
  }
}

Glyph Font::make_simple_glyph(std::uint8_t code) const {
  Glyph glyph;
  glyph.advance = simple_widths_[code];
  std::optional<std::u32string> text;
  if (to_unicode_) text = to_unicode_->text(code);
  if (!text || (meaningless(*text) && !text->empty())) text = encoding_[code];
  glyph.mapped = !text->empty() || (to_unicode_ && to_unicode_->text(code));
  glyph.text = folded(std::move(*text));
  return glyph;
}

// ---- composite fonts ----

void Font::load_composite(const ObjectStore& store, const Object* dictionary) {
  const Object* encoding = store.get(dictionary, "Encoding");
  const Object* descendant = store.at(store.get(dictionary, "DescendantFonts"), 0);
  const Object* descriptor = store.get(descendant, "FontDescriptor");
  bold_ = store.number(store.get(descriptor, "FontWeight"), 0) >= 600;
  collection_ = store.string(store.get(store.get(descendant, "CIDSystemInfo"), "Ordering"));
  if (collection_ == "Identity") collection_.clear();

  const std::string encoding_name = store.name(encoding);
  if (store.is_stream(encoding)) {
    embedded_ = parse_cmap(store.stream(encoding));
    const Object* base = store.get(encoding, "UseCMap");
    const std::string base_name = embedded_->base.empty() ? store.name(base) : embedded_->base;
    predefined_ = PredefinedCMap::find(base_name);
    vertical_ = embedded_->vertical || store.integer(store.get(encoding, "WMode"), 0) == 1 ||
                (predefined_ && predefined_->vertical());
    identity_ = base_name.rfind("Identity", 0) == 0;
    if (embedded_->codespaces.empty() && embedded_->cids.empty() && !predefined_) identity_ = true;
  } else if (encoding_name.rfind("Identity", 0) == 0 || encoding_name.empty()) {
    identity_ = true;
    vertical_ = encoding_name == "Identity-V";
  } else {
    predefined_ = PredefinedCMap::find(encoding_name);
    vertical_ = predefined_ ? predefined_->vertical() : encoding_name.ends_with("-V");
    identity_ = !predefined_;
    if (predefined_ && collection_.empty()) collection_ = predefined_->collection();
    if (encoding_name.rfind("Uni", 0) == 0) {
      if (contains(encoding_name, "UCS2")) code_is_unicode_ = Unicode::Ucs2;
      if (contains(encoding_name, "UTF16")) code_is_unicode_ = Unicode::Utf16;
      if (contains(encoding_name, "UTF32")) code_is_unicode_ = Unicode::Utf32;
      if (contains(encoding_name, "UTF8")) code_is_unicode_ = Unicode::Utf8;
      if (!predefined_) identity_ = code_is_unicode_ == Unicode::Ucs2;
    }
  }
  default_width_ = store.number(store.get(descendant, "DW"), 1000);
  load_widths(store, store.get(descendant, "W"));
  if (vertical_) {
    const Object* defaults = store.get(descendant, "DW2");
    default_origin_y_ = store.number(store.at(defaults, 0), 880);
    default_vertical_advance_ = store.number(store.at(defaults, 1), -1000);
    load_vertical_metrics(store, store.get(descendant, "W2"));
  }
  if (!to_unicode_ && collection_.empty() && identity_)
    cid_characters_ = read_cid_characters(store, descendant, descriptor);
  if (identity_ && code_is_unicode_ == Unicode::No && cid_characters_.empty())
    codes_declared_unicode_ = declares_unicode(store, dictionary, descendant, descriptor);
}

/// /ToUnicode /Identity-H: the producer says that the codes are characters. Not so where they
/// number the glyphs of an embedded program, or where they start right behind 0, where no character
/// is.
bool Font::declares_unicode(const ObjectStore& store, const Object* dictionary,
                            const Object* descendant, const Object* descriptor) const {
  if (!store.name(store.get(dictionary, "ToUnicode")).starts_with("Identity")) return false;
  if (store.get(descriptor, "FontFile2") != nullptr &&
      !store.is_stream(store.get(descendant, "CIDToGIDMap")))
    return false;
  return std::none_of(widths_.begin(), widths_.end(), [](const WidthRange& range) {
    return range.low > 0 && range.low < U' ' && range.low != U'\t' && range.low != U'\n' &&
           range.low != U'\r';
  });
}

void Font::load_widths(const ObjectStore& store, const Object* array) {
  const std::size_t size = store.size(array);
  for (std::size_t i = 0; i + 1 < size;) {
    const auto low =
        static_cast<std::uint32_t>(std::clamp(store.number(store.at(array, i), 0), 0.0, 1e6));
    const Object* second = store.at(array, i + 1);
    if (store.is_array(second)) {
      const std::size_t count = std::min<std::size_t>(store.size(second), 65'536);
      for (std::size_t k = 0; k < count; ++k) {
        const auto cid = low + static_cast<std::uint32_t>(k);
        widths_.push_back({cid, cid, store.number(store.at(second, k), default_width_)});
      }
      i += 2;
    } else {
      const auto high = static_cast<std::uint32_t>(std::clamp(store.number(second, 0), 0.0, 1e6));
      widths_.push_back({low, high, store.number(store.at(array, i + 2), default_width_)});
      i += 3;
    }
    if (widths_.size() > limits::cmap_entries) break;
  }
  std::stable_sort(widths_.begin(), widths_.end(),
                   [](const auto& a, const auto& b) { return a.low < b.low; });
}

void Font::load_vertical_metrics(const ObjectStore& store, const Object* array) {
  const auto value = [&](const Object* list, std::size_t at) {
    return store.number(store.at(list, at), 0);
  };
  const std::size_t size = store.size(array);
  for (std::size_t i = 0; i + 1 < size && vertical_metrics_.size() < limits::cmap_entries;) {
    const auto low = static_cast<std::uint32_t>(std::clamp(value(array, i), 0.0, 1e6));
    const Object* second = store.at(array, i + 1);
    if (store.is_array(second)) {
      const std::size_t count = std::min<std::size_t>(store.size(second) / 3, 65'536);
      for (std::size_t k = 0; k < count; ++k) {
        const auto cid = low + static_cast<std::uint32_t>(k);
        vertical_metrics_.push_back(
            {{cid, cid, 0},
             {value(second, 3 * k + 1), value(second, 3 * k + 2), value(second, 3 * k)}});
      }
      i += 2;
    } else {
      const auto high = static_cast<std::uint32_t>(std::clamp(store.number(second, 0), 0.0, 1e6));
      vertical_metrics_.push_back(
          {{low, high, 0}, {value(array, i + 3), value(array, i + 4), value(array, i + 2)}});
      i += 5;
    }
  }
}

std::uint32_t Font::next_code(std::string_view text, std::uint32_t& code) const {
  if (!composite_) {
    code = static_cast<unsigned char>(text.front());
    return 1;
  }
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
    code = static_cast<unsigned char>(
        text.front());  // a byte that starts no code is a code of its own
    return 1;
  }
  code = 0;
  const std::uint32_t bytes = text.size() >= 2 ? 2 : 1;
  for (std::uint32_t i = 0; i < bytes; ++i) code = code << 8 | static_cast<unsigned char>(text[i]);
  return bytes;
}

std::uint32_t Font::cid_of(std::uint32_t code, std::uint32_t bytes) const {
  if (embedded_)
    if (const auto cid = embedded_->cid(code, bytes)) return *cid;
  if (predefined_) return predefined_->cid(code, bytes).value_or(0);
  return identity_ ? code : 0;
}

/// The character that a Unicode code stands for.
std::u32string Font::direct_text(std::uint32_t code, std::uint32_t bytes) const {
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

/// The text of a code of a composite font, from the most to the least direct source; false where
/// none knows it.
bool Font::composite_text(std::uint32_t code, std::uint32_t bytes, std::uint32_t cid,
                          std::u32string& text) const {
  if (to_unicode_) {
    if (auto mapped = to_unicode_->text(code);
        mapped && (mapped->empty() || !meaningless(*mapped))) {
      text = folded(std::move(*mapped));
      return true;
    }
  }
  if (code_is_unicode_ != Unicode::No) {
    text = folded(direct_text(code, bytes));
    if (!meaningless(text)) return true;
  }
  text.clear();
  if (codes_declared_unicode_ && bytes == 2 && code >= U' ') {
    text = folded(direct_text(code, bytes));
    if (!meaningless(text)) return true;
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

Glyph Font::make_glyph(std::uint32_t code, std::uint32_t bytes) const {
  if (!composite_) return make_simple_glyph(static_cast<std::uint8_t>(code));
  Glyph glyph;
  const std::uint32_t cid = cid_of(code, bytes);
  double width = default_width_;
  auto after =
      std::upper_bound(widths_.begin(), widths_.end(), cid,
                       [](std::uint32_t key, const WidthRange& range) { return key < range.low; });
  if (after != widths_.begin() && cid <= (--after)->high) width = after->width;
  glyph.advance = width / 1000;
  if (gbk_bytes_) {
    glyph.advance = simple_widths_[code & 0xff];
    if (bytes == 2) glyph.advance += simple_widths_[code >> 8 & 0xff];
  }
  glyph.origin_x = width / 2000;
  glyph.origin_y = default_origin_y_ / 1000;
  glyph.vertical_advance = default_vertical_advance_ / 1000;
  for (const auto& [range, metrics] : vertical_metrics_) {
    if (cid < range.low || cid > range.high) continue;
    glyph.origin_x = metrics.origin_x / 1000;
    glyph.origin_y = metrics.origin_y / 1000;
    glyph.vertical_advance = metrics.advance / 1000;
    break;
  }

  glyph.mapped = composite_text(code, bytes, cid, glyph.text);
  return glyph;
}

const Glyph& Font::next(std::string_view& text, std::uint32_t& code, std::uint32_t& bytes) {
  bytes = next_code(text, code);
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
    glyphs_.push_back(make_glyph(code, bytes));
    *slot = &glyphs_.back();
  }
  return **slot;
}

}  // namespace guifan::pdf
