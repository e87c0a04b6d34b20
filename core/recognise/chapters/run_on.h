// SPDX-License-Identifier: Apache-2.0
// Scrapes that lost their line breaks: a whole report is one paragraph, its chapter headings glued
// to the text before and behind them.
#pragma once

#include <string_view>
#include <vector>

#include "guifan/source_document.h"

namespace guifan {

/// A chapter heading inside a paragraph: byte offsets into the normalised text.
struct RunOnHeading {
  std::size_t begin = 0;  ///< of its number
  std::size_t end = 0;    ///< behind its last word, where that is certain; else equal to begin
};

/// The headings 一、 二、 三、 ... of a report that is one paragraph; empty where fewer than three
/// of them are sure, or where they are a list of contents.
std::vector<RunOnHeading> find_run_on_headings(std::string_view normalised);

/// Cuts such paragraphs at their headings, each piece with its own places; text is neither lost nor
/// changed. A paragraph whose pieces would read otherwise than the whole stays whole.
/// REQUIRES: normalise(document) was called.
void split_run_on_paragraphs(SourceDocument& document);

}  // namespace guifan
