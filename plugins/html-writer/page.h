// SPDX-License-Identifier: Apache-2.0
// One self-contained page: no script, no external resource. Each value is a link to its source at
// the end of the page; hovering or focusing it shows the source in a bar at the foot of the window.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/plugin.h"
#include "writing/grid.h"

namespace guifan::html {

class Page {
 public:
  Page(const sdk::ReportView& report, bool chinese);
  std::string write() &&;

 private:
  // page.cpp
  void head();
  void masthead();
  void notice();
  void contents();
  void chapter(const guifan_chapter& chapter);
  void notes();
  void footer();
  void heading(std::string_view text, std::uint32_t level);
  void paragraph(std::string_view text);
  void blocks(const guifan_block* first, std::size_t count, std::string_view table_name);

  // page_tables.cpp
  void table(const guifan_block& block, std::string_view name);
  void table_row(const guifan_block& block, const std::vector<writing::GridRow>& rows,
                 std::uint32_t row, bool in_head);
  void label_cell(const writing::GridPiece& piece, bool heads_columns);
  void value_cell(const guifan_block& block, const std::vector<writing::GridRow>& rows,
                  const writing::GridPiece& piece);
  std::string headers_of(const guifan_block& block, const std::vector<writing::GridRow>& rows,
                         const writing::GridPiece& piece) const;
  std::string label_id(const guifan_grid_cell& cell) const;

  // page_sources.cpp
  void sources();
  /// The cells whose value and evidence are the same as those of `first`, named row by row.
  void same_cells(std::size_t first);
  void cell_link(std::size_t cell, std::string_view words);
  void blank_reasons();
  /// Blank cells of one reason: the rows in which just these columns are blank.
  struct BlankRows {
    std::string columns, rows;  ///< labels; `rows` is empty where the table has no row labels
    std::string_view last_row;
  };
  std::vector<BlankRows> blank_rows(std::size_t group) const;
  std::string source_words(const sdk::CellView& cell) const;

  std::string_view say(std::string_view chinese, std::string_view english) const {
    return chinese_ ? chinese : english;
  }
  /// Marks the language of our own words where it is not the page's.
  std::string_view own_language() const { return chinese_ ? "" : " lang=\"en\""; }
  /// Appends markup as it is.
  void raw(std::string_view markup) { out_ += markup; }
  /// Appends text, escaped.
  void text(std::string_view words);
  /// Appends text with line breaks as <br>.
  void lines(std::string_view words);
  std::size_t index_of(const sdk::CellView& cell) const {
    return static_cast<std::size_t>(&cell - report_.cells);
  }

  const sdk::ReportView& report_;
  bool chinese_;
  std::string out_;
  std::uint32_t heading_level_ = 1;  ///< of the last heading printed: levels never skip
  std::uint32_t table_number_ = 0;
  std::vector<std::string>
      blank_groups_;  ///< distinct reasons of blanks, in order of first appearance
  std::vector<std::size_t> blank_group_of_;  ///< per cell: index into blank_groups_
  std::vector<std::size_t>
      source_group_of_;  ///< per cell: the first cell with the same value and evidence
  std::vector<bool>
      printed_cell_;  ///< per cell: stands in a printed grid, so that a link to it has an end
};

}  // namespace guifan::html
