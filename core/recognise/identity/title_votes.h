// SPDX-License-Identifier: Apache-2.0
// The titles of annual reports that a document shows, each with its weight: a heading says more
// than a menu.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guifan/report.h"
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

/// The report year by all votes and the statistic period (自2011年1月1日起至2011年12月31日).
Finding decide_year(const SourceDocument& document, const std::vector<TitleVote>& votes);
/// The body by all votes of this year, else by the signature.
Finding decide_organisation(const SourceDocument& document, const std::vector<TitleVote>& votes,
                            std::string_view year);
/// When the page was published, ISO: its metadata, a line that says so, a bare date below the
/// title, the signature's date.
Finding decide_published(const SourceDocument& document, std::string_view year);
/// Fills is_report and not_report_reason.
void decide_report(Identification& identity, const SourceDocument& document,
                   const std::vector<TitleVote>& votes);

}  // namespace guifan
