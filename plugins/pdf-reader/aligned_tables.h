// SPDX-License-Identifier: Apache-2.0
// Tables without rulings, where the alignment leaves no doubt.
#pragma once

#include <vector>

#include "page_layout.h"

namespace guifan::pdf {

/// Lines as page elements, with every run of lines that is clearly a table replaced by it: at least
/// three lines in a row, the same number of pieces in each, the pieces standing in columns that
/// never overlap, and mostly figures behind the first column. Anything less stays text, its wide
/// gaps kept as tabs.
std::vector<PageElement> find_aligned_tables(std::vector<Line> lines, std::uint32_t page);

}  // namespace guifan::pdf
