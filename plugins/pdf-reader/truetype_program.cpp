// SPDX-License-Identifier: Apache-2.0
// TrueType tables, as far as glyphs have characters in them.
#include "big_endian.h"
#include "font_program.h"
#include "unicode_folding.h"

namespace guifan::pdf {
namespace {

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

}  // namespace guifan::pdf
