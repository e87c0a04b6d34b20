// SPDX-License-Identifier: Apache-2.0
// Compact Font Format (Adobe technical note 5176), as far as codes have names in it.
#include <algorithm>
#include <vector>

#include "big_endian.h"
#include "font_program.h"
#include "glyph_names.h"

namespace guifan::pdf {
namespace {

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

}  // namespace

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

}  // namespace guifan::pdf
