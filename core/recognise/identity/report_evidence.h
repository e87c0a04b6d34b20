// SPDX-License-Identifier: Apache-2.0
// Is it an annual report? Evidence for and against, gathered over the whole document.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/source_document.h"

namespace guifan {

struct ReportEvidence {
  std::set<std::uint32_t> chapters;  ///< standard chapters that headings or sentences speak of
  std::set<std::string_view> table_labels;  ///< labels that only the tables of annual reports have
  std::set<std::string_view> sample_words;  ///< words of pages that offer texts to copy
  std::size_t articles = 0;                 ///< paragraphs that begin with 第N条
  std::size_t paragraphs = 0;               ///< paragraphs long enough to be text
  std::size_t openings = 0;                 ///< headings 一、概述; a report has one
  std::string other_document;  ///< title of another kind of document, where the page has one
  bool other_document_on_top =
      false;             ///< it is the page's title, a heading or among the first lines
  bool preface = false;  ///< its first lines say what it is: 本报告…统计期限自2016年1月1日起…
  bool other_period = false;  ///< a title line speaks of a half year, a quarter, a month
};

/// REQUIRES: `document` is normalised.
ReportEvidence gather_evidence(const SourceDocument& document);

/// Calls visit(text, block index, paragraph or nullptr) for every paragraph and cell. `visit`
/// returns false to stop.
template <typename Visit>
void for_each_normalised(const SourceDocument& document, Visit visit) {
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (const auto* paragraph = std::get_if<Paragraph>(&document.blocks[i])) {
      if (!visit(paragraph->text, i, paragraph)) return;
    } else {
      for (const TableCell& cell : std::get<Table>(document.blocks[i]).cells)
        if (!visit(cell.text, i, static_cast<const Paragraph*>(nullptr))) return;
    }
  }
}

}  // namespace guifan
