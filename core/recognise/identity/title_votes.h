// SPDX-License-Identifier: Apache-2.0
// The titles of annual reports that a document shows, each with its weight: a heading says more
// than a menu.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guifan/diagnostic.h"
#include "guifan/source_document.h"
#include "recognise/identity/title_line.h"

namespace guifan {

struct TitleVote {
  TitlePhrase phrase;
  double weight = 0;
  bool line = false;                                 ///< the phrase is a line of its own
  Words source;                                      ///< where it stands
  std::size_t block = static_cast<std::size_t>(-1);  ///< npos: not in the text
};

/// Titles of the text's lines and sentences, the page's own title, its metadata and the file name.
/// REQUIRES: `document` is normalised.
std::vector<TitleVote> collect_title_votes(const SourceDocument& document);

}  // namespace guifan
