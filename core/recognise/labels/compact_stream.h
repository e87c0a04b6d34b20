// SPDX-License-Identifier: Apache-2.0
// The document as one stream of atoms. A real grid, a scrape with one cell a line and a table
// without any delimiter are the same stream with different boundary strength (docs/damage.md: one
// mechanism for all tables).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/source_document.h"

namespace guifan {

/// A cell of a grid or a line of a paragraph. Views point into the document's normalised texts.
struct Atom {
  std::string_view text;  ///< normalised, without line breaks; empty for an empty grid cell
  const Text* source = nullptr;
  const Locator* place = nullptr;  ///< in the document; null where it says none
  std::uint32_t row = 0, column = 0, row_span = 1, column_span = 1;  ///< grid atoms only
  std::uint32_t block = 0;  ///< index into SourceDocument::blocks
  bool grid = false;
};

/// Length of the words for an empty position, "(空白)", that stand at the front of `text`: plain
/// text has no cells that could be empty. 0 where none stand there.
inline std::size_t blank_mark(std::string_view text) {
  for (const std::string_view mark : {"(空白)", "(blank)"})
    if (text.starts_with(mark)) return mark.size();
  return 0;
}

/// A place in the stream: atom and byte offset in its text. Ordered.
struct StreamPoint {
  std::size_t atom = 0, byte = 0;
  auto operator<=>(const StreamPoint&) const = default;
};

/// A StreamPoint as the stream keeps it, one for every key character: half the size.
struct KeptPoint {
  std::uint32_t atom = 0, byte = 0;
  operator StreamPoint() const { return {atom, byte}; }
};

/// Atoms plus their key characters (Han, Latin letters in lower case, digits; not those of blank
/// marks) in one string that label search runs over.
struct CompactStream {
  std::vector<Atom> atoms;
  std::u32string key;
  std::vector<KeptPoint> points;  ///< where key[i] stands

  /// Just behind key character i (its byte length added).
  StreamPoint behind(std::size_t i) const;
};

/// REQUIRES: normalise(document) was called; the document outlives the stream. Furniture paragraphs
/// are left out, and the blocks that `left_out` names (empty: none).
CompactStream make_stream(const SourceDocument& document, const std::vector<bool>& left_out = {});

}  // namespace guifan
