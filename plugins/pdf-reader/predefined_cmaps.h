// SPDX-License-Identifier: Apache-2.0
// The predefined CMaps of the PDF specification (GBK-EUC-H, UniGB-UTF16-H, ETen-B5-H, ...) and the
// CID-to-Unicode maps of the Adobe character collections. make_cmap_table packs them out of
// Debian's poppler-data when guifan is built; here they are only looked up.
//
// The table is an array of 32-bit words in the machine's byte order:
//   header, cmap entries (ordered by name), collection entries, codespaces, ranges, CID-to-Unicode
//   words, names.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "cmap.h"

namespace guifan::pdf {

struct PackedHeader {
  std::uint32_t magic, cmaps, collections, codespaces, ranges, unicode_words, name_bytes;
};
struct PackedCMap {
  std::uint32_t name, first_codespace, codespace_count, first_range, range_count;
  std::uint32_t base;  ///< 1 + index of the CMap that this one extends; 0: none
  std::uint32_t vertical;
  std::uint32_t collection;  ///< index
};
struct PackedCollection {
  std::uint32_t name, first_word, word_count;  ///< words: code point of each CID, 0 for none
};
struct PackedCodespace {
  std::uint32_t low, high, bytes;
};
struct PackedRange {
  std::uint32_t low, high;
  std::uint32_t cid_and_bytes;  ///< code length in the top byte
};
inline constexpr std::uint32_t kPackedMagic = 0x50434d31;  // "PCM1"

/// One predefined CMap; a small handle to static data.
class PredefinedCMap {
 public:
  static std::optional<PredefinedCMap> find(std::string_view name);

  bool vertical() const { return entry_->vertical != 0; }
  /// "GB1", "CNS1", "Japan1", "Korea1".
  std::string_view collection() const;
  /// Length of the code that starts here and its value; 0 bytes: no codespace fits.
  std::uint32_t next(std::string_view text, std::uint32_t& code) const;
  std::optional<std::uint32_t> cid(std::uint32_t code, std::uint32_t bytes) const;

 private:
  explicit PredefinedCMap(const PackedCMap* entry) : entry_(entry) {}
  const PackedCMap* entry_;
};

/// The character of a CID in a collection ("GB1", ...); nullopt where the collection is unknown or
/// has none.
std::optional<char32_t> unicode_of_cid(std::string_view collection, std::uint32_t cid);

}  // namespace guifan::pdf
