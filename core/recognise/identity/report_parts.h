// SPDX-License-Identifier: Apache-2.0
// Two reports in one file: last year's behind this year's, or another body's. Figures of both must
// never stand in one table.
#pragma once

#include <cstddef>
#include <optional>

#include "guifan/source_document.h"

namespace guifan {

/// The blocks [begin, end) of the one report that is converted; all others are another report's.
struct ReportPart {
  std::size_t begin = 0, end = 0;
  std::size_t other = 0;  ///< the block that is the other report's title
};

/// Divides a document of several reports where that is certain: a title line of another year or
/// another body, chapters up to the third or further before it, and chapters that begin anew and go
/// as far behind it. The part is the first report's, or that of the report which the page's own
/// title names. nullopt: one report, or none that could be told apart for certain.
/// REQUIRES: `document` is normalised.
std::optional<ReportPart> own_report(const SourceDocument& document);

/// The blocks of `part` as a document of their own, with everything known about the whole.
SourceDocument document_of(const SourceDocument& document, const ReportPart& part);

}  // namespace guifan
