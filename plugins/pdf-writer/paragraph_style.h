// SPDX-License-Identifier: Apache-2.0
// The look of an official document (GB/T 9704-2012): text of 16 pt in lines
// of 29 pt, 22 lines a page.
#pragma once

#include "font_search.h"

namespace guifan::pdfwriter {

struct ParagraphStyle {
  enum class Set { Justified, Left, Centred };
  FontRole role = FontRole::Text;
  double size = 16, leading = 29;  ///< points
  double before = 0, after = 0;    ///< points
  double indent = 2;               ///< of the first line, in characters
  Set set = Set::Justified;
};

namespace styles {
using Set = ParagraphStyle::Set;
inline constexpr ParagraphStyle kTitle{FontRole::Strong, 22, 32, 0, 29, 0, Set::Centred};
inline constexpr ParagraphStyle kChapter{FontRole::Heading, 16, 29, 0, 0, 2, Set::Left};
inline constexpr ParagraphStyle kSection{FontRole::Strong, 16, 29, 0, 0, 2, Set::Left};
inline constexpr ParagraphStyle kSubsection{FontRole::Text, 16, 29, 0, 0, 2, Set::Left};
inline constexpr ParagraphStyle kText{};
inline constexpr ParagraphStyle kNotesTitle{FontRole::Heading, 16, 29, 0, 12, 0, Set::Centred};
inline constexpr ParagraphStyle kNotesHeading{FontRole::Heading, 12, 18, 8, 3, 0, Set::Left};
inline constexpr ParagraphStyle kNotesText{FontRole::Text, 10.5, 16, 0, 3, 2, Set::Justified};
inline constexpr ParagraphStyle kCaption{FontRole::Heading, 12, 18, 6, 3, 0, Set::Centred};
}  // namespace styles

}  // namespace guifan::pdfwriter
