// SPDX-License-Identifier: Apache-2.0
// From a Story to document events, in reading order.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "failure.h"
#include "grid.h"
#include "headings.h"
#include "read_docx.h"
#include "sheet_parts.h"
#include "story.h"

namespace guifan::docx {

/// Numbers every paragraph of the story: fills ParagraphRecord::label.
void number_paragraphs(Story& story, const Styles& styles, const Numbering& numbering,
                       std::set<std::string>& unknown_formats);

/// Counts places over all stories of one document.
struct PlaceCounter {
  std::uint32_t paragraphs = 0, tables = 0;
};

/// Emits the pieces of stories. Tables that only lay out the page are unwrapped; other inner tables
/// follow their outer table.
class Emitter {
 public:
  Emitter(sdk::DocumentBuilder& document, const Styles& styles, Origin origin)
      : document_(document), styles_(styles), origin_(origin) {}
  /// `kind` Body: headings are found; any other kind is given to every paragraph outside tables.
  /// A failure is a limit: of the host (DOCX-005 with "document") or the width of a table.
  Expected<bool> emit(const Story& story, const std::vector<BlockReference>& blocks,
                      sdk::Kind kind);
  /// Text that was left out, with the places that emit() gave.
  void emit_removed(const Story& story);
  /// Places belong to one story: call between stories.
  void start_story(const Story& story) {
    places_.assign(story.paragraphs.size(), sdk::Place{});
    headings_.emplace(styles_, story);
  }

 private:
  Expected<bool> emit_table(const Story& story, std::uint32_t index,
                            std::vector<BlockReference>& inner);
  /// `place`: of the worksheet's cell that holds the paragraph, if one does.
  bool emit_paragraph(const Story& story, std::uint32_t index, sdk::Kind kind,
                      sdk::Place place = {});
  bool emit_cells(const Story& story, const TableRecord& table, const Grid& grid,
                  const SheetPart& part, std::vector<BlockReference>& inner);

  sdk::DocumentBuilder& document_;
  const Styles& styles_;
  Origin origin_;
  PlaceCounter counter_;
  std::vector<sdk::Place> places_;
  std::optional<HeadingFinder> headings_;
};

}  // namespace guifan::docx
