// SPDX-License-Identifier: Apache-2.0
// CMap programs: character codes to CIDs (encodings) or to Unicode (ToUnicode). Only the data in
// them is read; they are never run as PostScript.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guifan::pdf {

/// Codes of `bytes` bytes, each byte between the same byte of low and high.
struct Codespace {
  std::uint32_t low = 0, high = 0;
  std::uint32_t bytes = 1;

  bool contains(std::uint32_t code) const;
};

struct CidRange {
  std::uint32_t low = 0, high = 0;
  std::uint32_t cid = 0;  ///< of `low`
  std::uint32_t bytes = 1;
};

/// low..high stand for text, text with its last character + 1, ...
struct UnicodeRange {
  std::uint32_t low = 0, high = 0;
  std::u32string text;
};

struct CMap {
  std::vector<Codespace> codespaces;
  std::vector<CidRange> cids;         ///< ordered by (bytes, low); later definitions of a code win
  std::vector<UnicodeRange> unicode;  ///< ordered by low
  std::string base;                   ///< name after usecmap, empty for none
  bool vertical = false;
  bool truncated = false;  ///< a limit was hit

  /// The text of a code; nullopt where the map has none.
  std::optional<std::u32string> text(std::uint32_t code) const;
  std::optional<std::uint32_t> cid(std::uint32_t code, std::uint32_t bytes) const;
};

/// Reads a CMap program; garbage reads as an empty map.
CMap parse_cmap(std::string_view program);

/// UTF-16BE bytes as code points; a lone surrogate is dropped, an odd last byte counts as a
/// character.
std::u32string from_utf16be(std::string_view bytes);

}  // namespace guifan::pdf
