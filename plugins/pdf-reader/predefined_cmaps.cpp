// SPDX-License-Identifier: Apache-2.0
#include "predefined_cmaps.h"

#include <algorithm>

#include "reader_limits.h"

// The packed table, put into the module as it is: 2 MB of numbers would take a compiler minutes.
asm(".section .rodata\n"
    ".balign 16\n"
    "guifan_pdf_cmap_table:\n"
    ".incbin \"" GUIFAN_CMAP_TABLE
    "\"\n"
    ".previous\n");
extern "C" const std::uint32_t guifan_pdf_cmap_table[] __attribute__((visibility("hidden")));

namespace guifan::pdf {
namespace {

/// The parts of the table, located once.
struct Table {
  std::span<const PackedCMap> cmaps;
  std::span<const PackedCollection> collections;
  std::span<const PackedCodespace> codespaces;
  std::span<const PackedRange> ranges;
  std::span<const std::uint32_t> words;
  const char* names = nullptr;

  std::string_view name(std::uint32_t offset) const { return names + offset; }
};

const Table& table() {
  static const Table parts = [] {
    Table t;
    const auto* header = reinterpret_cast<const PackedHeader*>(guifan_pdf_cmap_table);
    const char* at = reinterpret_cast<const char*>(header + 1);
    const auto part = [&at]<typename T>(std::span<const T>& span, std::uint32_t count) {
      span = {reinterpret_cast<const T*>(at), count};
      at += span.size_bytes();
    };
    part(t.cmaps, header->cmaps);
    part(t.collections, header->collections);
    part(t.codespaces, header->codespaces);
    part(t.ranges, header->ranges);
    part(t.words, header->unicode_words);
    t.names = at;
    return t;
  }();
  return parts;
}

}  // namespace

std::optional<PredefinedCMap> PredefinedCMap::find(std::string_view name) {
  const auto cmaps = table().cmaps;
  const auto found = std::lower_bound(
      cmaps.begin(), cmaps.end(), name,
      [](const PackedCMap& entry, auto key) { return table().name(entry.name) < key; });
  if (found == cmaps.end() || table().name(found->name) != name) return std::nullopt;
  return PredefinedCMap(&*found);
}

std::string_view PredefinedCMap::collection() const {
  return table().name(table().collections[entry_->collection].name);
}

std::uint32_t PredefinedCMap::next(std::string_view text, std::uint32_t& code) const {
  const PackedCMap* entry = entry_;
  for (std::size_t depth = 0;
       entry->codespace_count == 0 && entry->base != 0 && depth < limits::cmap_depth; ++depth)
    entry = &table().cmaps[entry->base - 1];
  const auto spaces = table().codespaces.subspan(entry->first_codespace, entry->codespace_count);
  code = 0;
  for (std::uint32_t bytes = 1; bytes <= 4 && bytes <= text.size(); ++bytes) {
    code = code << 8 | static_cast<unsigned char>(text[bytes - 1]);
    for (const PackedCodespace& space : spaces)
      if (space.bytes == bytes && Codespace{space.low, space.high, space.bytes}.contains(code))
        return bytes;
  }
  return 0;
}

std::optional<std::uint32_t> PredefinedCMap::cid(std::uint32_t code, std::uint32_t bytes) const {
  const PackedCMap* entry = entry_;
  for (std::size_t depth = 0; depth < limits::cmap_depth; ++depth) {
    const auto ranges = table().ranges.subspan(entry->first_range, entry->range_count);
    auto after = std::upper_bound(ranges.begin(), ranges.end(), code,
                                  [bytes](std::uint32_t key, const PackedRange& r) {
                                    const std::uint32_t length = r.cid_and_bytes >> 24;
                                    return bytes != length ? bytes < length : key < r.low;
                                  });
    if (after != ranges.begin()) {
      --after;
      if (after->cid_and_bytes >> 24 == bytes && code <= after->high)
        return (after->cid_and_bytes & 0xffffff) + (code - after->low);
    }
    if (entry->base == 0) break;
    entry = &table().cmaps[entry->base - 1];
  }
  return std::nullopt;
}

std::optional<char32_t> unicode_of_cid(std::string_view collection, std::uint32_t cid) {
  for (const PackedCollection& entry : table().collections) {
    if (table().name(entry.name) != collection || cid >= entry.word_count) continue;
    const std::uint32_t code = table().words[entry.first_word + cid];
    if (code != 0) return static_cast<char32_t>(code);
  }
  return std::nullopt;
}

}  // namespace guifan::pdf
