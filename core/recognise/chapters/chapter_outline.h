// SPDX-License-Identifier: Apache-2.0
// Which headings of a document open its chapters.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "guifan/source_document.h"
#include "recognise/words/outline_number.h"

namespace guifan {

/// A block that can open a chapter.
struct HeadingLine {
  std::size_t block = 0;
  OutlineNumber number;
  std::optional<std::uint32_t> chapter;  ///< by its words
  std::uint32_t level = 0;   ///< of a heading that the source marks as one; 0: not marked
  bool before_text = false;  ///< a sentence follows, not a figure or a label
  bool run_in = false;       ///< the heading opens a paragraph of text
};

/// The lines that can be headings, in document order. `new_form`: see chapter_heading.h.
std::vector<HeadingLine> find_headings(const SourceDocument& document, bool new_form);

/// The outermost outline style that opens chapters: of several styles the first in rank that has
/// two fitting headings.
OutlineStyle chapter_style(const std::vector<HeadingLine>& headings);

/// The heading of a table behind the last chapter: 附表, 附件1:…统计表.
bool is_appended_table(std::string_view normalised_line);

/// The line holds the end of a sentence.
bool ends_sentence(std::string_view normalised_line);

/// Follows the numbers of one document: which headings are chapters and which belong to a list or
/// table inside one.
class ChapterOutline {
 public:
  explicit ChapterOutline(OutlineStyle style) : style_(style) {}
  /// The heading opens a chapter. Call in document order.
  bool opens_chapter(const HeadingLine& heading);
  /// After an appended table's heading the table's own numbers begin.
  void enter_appended_table() { appended_ = true; }

 private:
  bool fits(const HeadingLine& heading) const;

  OutlineStyle style_;
  std::uint32_t outer_ = 0, inner_ = 0, chapter_ = 0;
  std::uint32_t chapter_level_ = 0;  ///< of chapter headings that the source marks
  bool appended_ = false;
};

}  // namespace guifan
