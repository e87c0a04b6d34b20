// SPDX-License-Identifier: Apache-2.0
// The look of the template of 2021, as in the Word output: text of 12 pt in lines of 20 pt. Where
// it has 楷体, which no free font is for simplified characters, there is 黑体.
#pragma once

#include "font_search.h"

namespace guifan::pdfwriter {

struct ParagraphStyle {
  enum class Set { Justified, Left, Centred };
  FontRole role = FontRole::Text;
  double size = 12, leading = 20;  ///< points
  double before = 0, after = 0;    ///< points
  double indent = 21;              ///< of the first line, points
  Set set = Set::Justified;
};

namespace styles {
using Set = ParagraphStyle::Set;
inline constexpr ParagraphStyle kTitle{FontRole::Strong, 18, 24, 15.6, 15.6, 0, Set::Centred};
inline constexpr ParagraphStyle kChapter{FontRole::Strong, 12, 20, 15.6, 7.8, 21, Set::Left};
inline constexpr ParagraphStyle kSection{FontRole::Strong, 12, 20, 0, 0, 21, Set::Left};
inline constexpr ParagraphStyle kSubsection{FontRole::Strong, 12, 20, 0, 0, 21, Set::Left};
inline constexpr ParagraphStyle kText{};
inline constexpr ParagraphStyle kNotesTitle{FontRole::Strong, 14, 20, 0, 12, 0, Set::Centred};
inline constexpr ParagraphStyle kNotesHeading{FontRole::Strong, 10.5, 16, 8, 3, 0, Set::Left};
inline constexpr ParagraphStyle kNotesText{FontRole::Text, 10.5, 16, 0, 3, 21, Set::Justified};
inline constexpr ParagraphStyle kCaption{FontRole::Strong, 12, 18, 6, 3, 0, Set::Centred};
}  // namespace styles

}  // namespace guifan::pdfwriter
