// SPDX-License-Identifier: Apache-2.0
// A sentence as it is printed, and its place.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/source_document.h"
#include "recognise/prose/lexer.h"

namespace guifan::prose {

/// A text by code points, with the way back to its bytes.
struct Decoded {
  std::u32string text;
  std::vector<std::size_t> offsets;  ///< byte offset of each code point, and the end
};
Decoded decode_text(std::string_view utf8);

/// Sentences are read in the normalised text and quoted from the original, which is split by the
/// same marks. Few paragraphs hold a figure, so the original is split when first asked for.
class SentenceSource {
 public:
  /// `text` outlives this. `sentences`: how many the normalised text has; where the original has
  /// another number of them, each sentence's source is the whole text.
  SentenceSource(const Text& text, std::size_t sentences) : text_(text), count_(sentences) {}

  /// The words of sentence `index`, from 0, without spaces around them.
  std::string quote(std::size_t index);
  Locator place(std::size_t index);

 private:
  void split();

  const Text& text_;
  std::size_t count_;
  bool split_ = false;
  Decoded original_;
  std::vector<SentenceRange> ranges_;  // of original_; empty where they do not match
};

}  // namespace guifan::prose
