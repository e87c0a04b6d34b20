// SPDX-License-Identifier: Apache-2.0
// The order of a header that a layout prints in several rows, in text that may print it row by row
// or column by column. Labels that stand side by side in one row of the layout come in that order
// either way.
#pragma once

#include <string_view>
#include <vector>

#include "layout/label_index.h"

namespace guifan {

/// The labels above the columns of `row`, one list for each header row of the layout. Labels over
/// single columns and labels over several stand in lists of their own: text taken from a page may
/// print a cell that spans rows before or behind its neighbours.
std::vector<std::vector<const Label*>> headings_side_by_side(const ExpectedTable& table,
                                                             const ExpectedRow& row);

/// Two labels of one list stand in `text` the other way round. Of labels that stand there several
/// times the last place counts: a chapter's heading names 行政复议 and 行政诉讼 before their table
/// does.
bool out_of_order(std::u32string_view text,
                  const std::vector<std::vector<const Label*>>& side_by_side);

/// Every character of `words` is one of the labels': a header whose letters a page layout mixed.
bool made_of(std::u32string_view words, const std::vector<std::vector<const Label*>>& side_by_side);

/// Every character of `part` stands in `text`, in this order.
bool is_left_over(std::u32string_view part, std::u32string_view text);

}  // namespace guifan
