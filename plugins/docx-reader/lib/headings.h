// SPDX-License-Identifier: Apache-2.0
// Which paragraphs are headings: by style, by outline level, by look.
#pragma once

#include <cstdint>
#include <vector>

#include "story.h"

namespace guifan::docx {

class HeadingFinder {
 public:
  /// Takes the size of most of the story's text as body size.
  HeadingFinder(const Styles& styles, const Story& story);
  /// 1..9 for a heading, 0 for none.
  std::uint32_t level(const ParagraphRecord& paragraph) const;

 private:
  std::uint32_t level_by_style(const ParagraphRecord& paragraph) const;
  std::uint32_t level_by_look(const ParagraphRecord& paragraph) const;

  const Styles& styles_;
  std::uint16_t body_half_points_ = 0;
};

}  // namespace guifan::docx
