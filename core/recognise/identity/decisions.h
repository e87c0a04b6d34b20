// SPDX-License-Identifier: Apache-2.0
// What the titles' votes and the rest of the document decide; each in a file of its own.
#pragma once

#include <string_view>
#include <vector>

#include "guifan/report.h"
#include "guifan/source_document.h"
#include "recognise/identity/title_votes.h"

namespace guifan {

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
