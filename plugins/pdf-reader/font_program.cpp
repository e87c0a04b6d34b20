// SPDX-License-Identifier: Apache-2.0
#include "font_program.h"

#include <algorithm>
#include <vector>

#include "content_lexer.h"
#include "glyph_names.h"
#include "unicode_folding.h"

namespace guifan::pdf {
namespace {

/// Big-endian numbers with bounds: reading past the end gives 0 and sets `failed`.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes, std::size_t position = 0)
      : bytes_(bytes), position_(position) {}
  std::uint32_t take(std::size_t bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) {
      if (position_ >= bytes_.size()) {
        failed = true;
        return 0;
      }
      value = value << 8 | static_cast<unsigned char>(bytes_[position_++]);
    }
    return value;
  }
  std::size_t position() const { return position_; }
  bool failed = false;

 private:
  std::string_view bytes_;
  std::size_t position_;
};

std::string_view slice(std::string_view bytes, std::size_t from, std::size_t size) {
  return from >= bytes.size() ? std::string_view() : bytes.substr(from, size);
}

// ---- CFF (Adobe technical note 5176) ----

/// The items of an INDEX; `position` moves behind it.
std::vector<std::string_view> read_index(std::string_view bytes, std::size_t& position) {
  std::vector<std::string_view> items;
  Cursor cursor(bytes, position);
  const std::uint32_t count = cursor.take(2);
  position += 2;
  if (cursor.failed || count == 0) return items;
  const std::uint32_t size = cursor.take(1);
  if (size < 1 || size > 4) return items;
  const std::size_t data = cursor.position() + (count + 1) * std::size_t{size} - 1;
  std::uint32_t previous = cursor.take(size);
  for (std::uint32_t i = 0; i < count && !cursor.failed; ++i) {
    const std::uint32_t next = cursor.take(size);
    if (next < previous) return items;
    items.push_back(slice(bytes, data + previous, next - previous));
    previous = next;
  }
  position = data + previous;
  return items;
}

struct TopDict {
  std::uint32_t charset = 0, encoding = 0, char_strings = 0;
  bool cid_keyed = false;
};

TopDict read_top_dict(std::string_view bytes) {
  TopDict dict;
  std::int64_t operand = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto b0 = static_cast<unsigned char>(bytes[i]);
    Cursor cursor(bytes, i + 1);
    if (b0 >= 32 && b0 <= 246)
      operand = b0 - 139;
    else if (b0 >= 247 && b0 <= 250)
      operand = (b0 - 247) * 256 + std::int64_t{cursor.take(1)} + 108;
    else if (b0 >= 251 && b0 <= 254)
      operand = -(b0 - 251) * 256 - std::int64_t{cursor.take(1)} - 108;
    else if (b0 == 28)
      operand = static_cast<std::int16_t>(cursor.take(2));
    else if (b0 == 29)
      operand = static_cast<std::int32_t>(cursor.take(4));
    else if (b0 == 30) {
      while (!cursor.failed) {
        const std::uint32_t nibbles = cursor.take(1);
        if ((nibbles & 0xf) == 0xf || nibbles >> 4 == 0xf) break;
      }
    } else {
      const std::uint32_t op = b0 == 12 ? 1200 + cursor.take(1) : b0;
      const auto value = static_cast<std::uint32_t>(std::max<std::int64_t>(operand, 0));
      if (op == 15) dict.charset = value;
      if (op == 16) dict.encoding = value;
      if (op == 17) dict.char_strings = value;
      if (op == 1230) dict.cid_keyed = true;
    }
    i = std::max(cursor.position(), i + 1);
  }
  return dict;
}

constexpr std::string_view kStandardStrings150To228 =
    "onesuperior logicalnot mu trademark Eth onehalf plusminus Thorn onequarter divide brokenbar "
    "degree thorn "
    "threequarters twosuperior registered minus eth multiply threesuperior copyright Aacute "
    "Acircumflex Adieresis Agrave "
    "Aring Atilde Ccedilla Eacute Ecircumflex Edieresis Egrave Iacute Icircumflex Idieresis Igrave "
    "Ntilde Oacute "
    "Ocircumflex Odieresis Ograve Otilde Scaron Uacute Ucircumflex Udieresis Ugrave Yacute "
    "Ydieresis Zcaron aacute "
    "acircumflex adieresis agrave aring atilde ccedilla eacute ecircumflex edieresis egrave iacute "
    "icircumflex idieresis "
    "igrave ntilde oacute ocircumflex odieresis ograve otilde scaron uacute ucircumflex udieresis "
    "ugrave yacute "
    "ydieresis zcaron";

/// Text of the standard strings 0..228. 1..149 are the glyphs of StandardEncoding in code order.
const std::vector<std::u32string>& standard_strings() {
  static const std::vector<std::u32string> strings = [] {
    std::vector<std::u32string> list{U""};
    for (unsigned code = 0; code < 256; ++code)
      if (const char32_t c = character_of(BaseEncoding::Standard, static_cast<std::uint8_t>(code)))
        list.emplace_back(1, c);
    list.resize(150);
    for (std::string_view rest = kStandardStrings150To228; !rest.empty();) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      list.push_back(text_of_glyph_name(word));
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    return list;
  }();
  return strings;
}

std::u32string text_of_sid(std::uint32_t sid, const std::vector<std::string_view>& strings) {
  if (sid < standard_strings().size()) return standard_strings()[sid];
  if (sid >= 391 && sid - 391 < strings.size()) return text_of_glyph_name(strings[sid - 391]);
  return {};
}

/// String id of every glyph.
std::vector<std::uint32_t> read_charset(std::string_view bytes, std::uint32_t offset,
                                        std::size_t glyphs) {
  std::vector<std::uint32_t> sids{0};
  if (offset <= 2) {
    for (std::uint32_t sid = 1; sid < glyphs; ++sid) sids.push_back(sid);
    return sids;
  }
  Cursor cursor(bytes, offset);
  const std::uint32_t format = cursor.take(1);
  while (sids.size() < glyphs && !cursor.failed) {
    const std::uint32_t first = cursor.take(2);
    const std::uint32_t more = format == 0 ? 0 : cursor.take(format == 1 ? 1 : 2);
    for (std::uint32_t k = 0; k <= more && sids.size() < glyphs; ++k) sids.push_back(first + k);
  }
  return sids;
}

// ---- TrueType ----

std::string_view truetype_table(std::string_view program, std::string_view tag) {
  Cursor cursor(program, 4);
  const std::uint32_t tables = cursor.take(2);
  for (std::uint32_t i = 0; i < tables; ++i) {
    const std::size_t entry = 12 + std::size_t{16} * i;
    if (slice(program, entry, 4) != tag) continue;
    Cursor place(program, entry + 8);
    const std::uint32_t offset = place.take(4), size = place.take(4);
    return slice(program, offset, size);
  }
  return {};
}

/// Keeps the character that a person would mean where several share a glyph: no radical, no private
/// use, the lowest.
void keep_better(std::unordered_map<std::uint32_t, char32_t>& map, std::uint32_t glyph,
                 char32_t c) {
  if (glyph == 0 || (c >= 0xe000 && c <= 0xf8ff) || c == 0) return;
  const auto [found, inserted] = map.emplace(glyph, c);
  if (inserted) return;
  const auto rank = [](char32_t x) { return fold_character(x) != x ? 0x200000 + x : x; };
  if (rank(c) < rank(found->second)) found->second = c;
}

void read_format4(std::string_view table, std::unordered_map<std::uint32_t, char32_t>& map) {
  Cursor head(table, 6);
  const std::uint32_t segments = head.take(2) / 2;
  for (std::uint32_t s = 0; s < segments; ++s) {
    const auto word = [&](std::size_t at) { return Cursor(table, at).take(2); };
    const std::size_t base = 14 + std::size_t{2} * s;
    const std::uint32_t end = word(base), start = word(base + 2 * std::size_t{segments} + 2),
                        delta = word(base + 4 * std::size_t{segments} + 2);
    const std::size_t offset_at = base + 6 * std::size_t{segments} + 2;
    const std::uint32_t offset = word(offset_at);
    for (std::uint32_t c = start; c <= end && c != 0xffff; ++c) {
      std::uint32_t glyph = c;
      if (offset != 0) glyph = word(offset_at + offset + 2 * std::size_t{c - start});
      if (offset == 0 || glyph != 0) glyph = (glyph + delta) & 0xffff;
      keep_better(map, glyph, c);
    }
  }
}

void read_format12(std::string_view table, std::unordered_map<std::uint32_t, char32_t>& map) {
  Cursor cursor(table, 12);
  const std::uint32_t groups = cursor.take(4);
  std::size_t total = 0;
  for (std::uint32_t g = 0; g < groups && !cursor.failed; ++g) {
    const std::uint32_t start = cursor.take(4), end = cursor.take(4), glyph = cursor.take(4);
    if (end < start || end > 0x10ffff) continue;
    total += end - start;
    if (total > 0x20000) return;
    for (std::uint32_t c = start; c <= end; ++c) keep_better(map, glyph + (c - start), c);
  }
}

}  // namespace

BuiltInEncoding type1_encoding(std::string_view program) {
  BuiltInEncoding encoding;
  const std::size_t begin = program.find("/Encoding");
  if (begin == std::string_view::npos) return encoding;
  const std::size_t end = std::min(program.find("eexec"), program.size());
  if (begin >= end) return encoding;
  ContentLexer lexer(program.substr(begin, end - begin));
  lexer.next();
  double code = -1;
  for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
    if (token.kind == TokenKind::Operator && (token.text == "def" || token.text == "readonly"))
      break;
    if (token.kind == TokenKind::Number) code = token.number;
    if (token.kind == TokenKind::Name && code >= 0 && code < 256)
      encoding[static_cast<std::size_t>(code)] = text_of_glyph_name(token.text);
    lexer.forget_strings();
  }
  return encoding;
}

BuiltInEncoding cff_encoding(std::string_view program) {
  BuiltInEncoding encoding;
  std::size_t position = Cursor(program, 2).take(1);
  read_index(program, position);
  const auto dicts = read_index(program, position);
  const auto strings = read_index(program, position);
  if (dicts.empty()) return encoding;
  const TopDict top = read_top_dict(dicts.front());
  if (top.cid_keyed || top.encoding <= 1) return encoding;
  std::size_t glyph_position = top.char_strings;
  const std::size_t glyphs = Cursor(program, glyph_position).take(2);
  const auto sids = read_charset(program, top.charset, glyphs);
  Cursor cursor(program, top.encoding);
  const std::uint32_t format = cursor.take(1);
  const std::uint32_t count = cursor.take(1);
  std::size_t glyph = 1;
  const auto assign = [&](std::uint32_t code) {
    if (code < 256 && glyph < sids.size()) encoding[code] = text_of_sid(sids[glyph], strings);
    ++glyph;
  };
  for (std::uint32_t i = 0; i < count && !cursor.failed; ++i) {
    const std::uint32_t first = cursor.take(1);
    const std::uint32_t more = (format & 0x7f) == 0 ? 0 : cursor.take(1);
    for (std::uint32_t k = 0; k <= more; ++k) assign(first + k);
  }
  if ((format & 0x80) != 0) {
    const std::uint32_t supplements = cursor.take(1);
    for (std::uint32_t i = 0; i < supplements && !cursor.failed; ++i) {
      const std::uint32_t code = cursor.take(1);
      encoding[code & 0xff] = text_of_sid(cursor.take(2), strings);
    }
  }
  return encoding;
}

std::unordered_map<std::uint32_t, char32_t> truetype_characters(std::string_view program) {
  std::unordered_map<std::uint32_t, char32_t> map;
  const std::string_view cmap = truetype_table(program, "cmap");
  Cursor cursor(cmap, 2);
  const std::uint32_t count = cursor.take(2);
  for (std::uint32_t i = 0; i < count && !cursor.failed; ++i) {
    const std::uint32_t platform = cursor.take(2), encoding = cursor.take(2),
                        offset = cursor.take(4);
    const bool unicode = platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
    if (!unicode) continue;
    const std::string_view table = slice(cmap, offset, cmap.size());
    const std::uint32_t format = Cursor(table).take(2);
    if (format == 4) read_format4(table, map);
    if (format == 12) read_format12(table, map);
  }
  return map;
}

BuiltInEncoding read_built_in_encoding(const ObjectStore& store, const Object* descriptor) {
  if (const Object* type1 = store.get(descriptor, "FontFile"))
    return type1_encoding(store.stream(type1));
  const Object* file = store.get(descriptor, "FontFile3");
  if (store.name(store.get(file, "Subtype")) == "Type1C") return cff_encoding(store.stream(file));
  return {};
}

std::unordered_map<std::uint32_t, char32_t> read_cid_characters(const ObjectStore& store,
                                                                const Object* descendant,
                                                                const Object* descriptor) {
  const Object* file = store.get(descriptor, "FontFile2");
  if (file == nullptr) return {};
  auto glyphs = truetype_characters(store.stream(file));
  const Object* map = store.get(descendant, "CIDToGIDMap");
  if (!store.is_stream(map)) return glyphs;
  const std::string bytes = store.stream(map);
  std::unordered_map<std::uint32_t, char32_t> characters;
  for (std::size_t cid = 0; 2 * cid + 1 < bytes.size() && cid < 65'536; ++cid) {
    const auto found = glyphs.find(Cursor(bytes, 2 * cid).take(2));
    if (found != glyphs.end()) characters.emplace(static_cast<std::uint32_t>(cid), found->second);
  }
  return characters;
}

}  // namespace guifan::pdf
