// SPDX-License-Identifier: Apache-2.0
#include "glyph_text.h"

#include <algorithm>
#include <string_view>

#include "unicode_folding.h"

namespace guifan::pdf {

std::u32string folded_text(std::u32string text) {
  static constexpr std::u32string_view kLigatures[] = {U"ff",  U"fi", U"fl", U"ffi",
                                                       U"ffl", U"st", U"st"};
  for (char32_t& c : text) c = fold_character(c);
  for (std::size_t i = text.size(); i-- > 0;)
    if (text[i] >= 0xfb00 && text[i] <= 0xfb06) text.replace(i, 1, kLigatures[text[i] - 0xfb00]);
  return text;
}

bool says_nothing(const std::u32string& text) {
  return std::all_of(text.begin(), text.end(),
                     [](char32_t c) { return c == 0 || c == 0xfffd || c > 0x10ffff; });
}

bool is_control(const std::u32string& text) {
  return text.size() == 1 && text.front() < U' ';
}

std::optional<CMap> read_to_unicode(const ObjectStore& store, const Object* font) {
  const Object* stream = store.get(font, "ToUnicode");
  if (!store.is_stream(stream)) return std::nullopt;
  CMap map = parse_cmap(store.stream(stream));
  if (map.unicode.empty()) return std::nullopt;
  return map;
}

}  // namespace guifan::pdf
