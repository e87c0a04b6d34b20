// SPDX-License-Identifier: Apache-2.0
// What the source prints above a row's columns, against what the layout expects there. Forms that
// look alike differ in their columns: another order, another quantity in one of them, one more.
// Counting figures does not tell; the header does.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recognise/labels/table_alignment.h"

namespace guifan {

class PrintedHeader {
 public:
  PrintedHeader(const CompactStream& stream, const TableAlignment& alignment)
      : stream_(stream), alignment_(alignment) {}

  /// The columns above `row`, whose label is alignment.labels[at], stand in another order than the
  /// layout's, or one of them is headed by other words. False where the header is lost or too
  /// damaged to tell.
  bool contradicts(const ExpectedRow& row, std::size_t at) const;

  /// In text: short words that are no headings of the form stand right before its first row, about
  /// as many as `row` has figures.
  bool other_words_before_rows(const ExpectedRow& row) const;

  /// In text: one of the words before the first row heads figures beside the form's (上年度).
  bool has_figures_aside() const;

  /// Words that are no label stand among the header's labels. In text without borders nobody knows
  /// how many figures a run of digits below it holds. The header of the table's first row counts,
  /// too: below it stand names of groups.
  bool has_foreign_words(std::size_t at) const;

 private:
  /// Key characters [begin, end) that hold the nearest header above a row.
  struct Zone {
    std::size_t first = 0, last = 0;  ///< the header's labels in the alignment
    std::size_t begin = 0, end = 0;
  };
  std::optional<Zone> zone_above(std::size_t at) const;
  /// The header that ends with label `at`, for a row without a label of its own.
  std::optional<Zone> zone_up_to(std::size_t at) const;
  /// The same question of a header that the layout spreads over several rows.
  bool contradicts_in_rows(const ExpectedRow& row, std::size_t at) const;
  /// Where no heading is long enough to be found: the line before the first row of the table.
  std::optional<Zone> line_before_table() const;
  /// Words between spaces and line ends before a place, the nearest first, up to a sentence, a long
  /// word or a grid.
  std::vector<std::string_view> words_before(StreamPoint point) const;
  bool foreign_words_above(std::size_t at) const;
  /// 2015年 and 2016年 are both spellings of the form's one column: here they are two.
  bool names_two_years(const std::vector<const Label*>& leaves, const Zone& zone) const;
  /// Words of the zone that belong to no label; the first `labels_end` labels of the alignment are
  /// known to stand there.
  std::vector<std::u32string> foreign_words(const Zone& zone, std::size_t labels_end) const;
  bool heads_columns(const MatchedLabel& label) const;
  const ExpectedLabel& expected(const MatchedLabel& label) const {
    return alignment_.table->labels[label.label];
  }
  /// The labels directly above the row's values; empty unless all stand in one row of the layout.
  std::vector<const Label*> leaves(const ExpectedRow& row) const;
  /// Where a label stands in the zone, as an index of key characters; nullopt where it does not, or
  /// more than once.
  std::optional<std::size_t> find(const Label& label, const Zone& zone) const;
  /// REQUIRES: stream_.key[key] stands in a grid.
  bool foreign_cell_beside(std::size_t key, const std::vector<const Label*>& leaves) const;

  const CompactStream& stream_;
  const TableAlignment& alignment_;
};

}  // namespace guifan
