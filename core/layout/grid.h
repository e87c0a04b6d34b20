// SPDX-License-Identifier: Apache-2.0
// From rows of slots with spans to the printed grid: coordinates for every slot, labels for every
// value.
#pragma once

#include <string>

#include "guifan/layout.h"

namespace guifan {

/// Gives every slot of `table` its row and column. Rows are filled from the left, past positions
/// that a slot above still covers, as HTML does it. Returns "" or what is wrong, in words: a row
/// that does not cover the whole width, a span that leaves the table, too many cells. REQUIRES:
/// table.columns >= 1 and every span >= 1.
std::string resolve_grid(LayoutTable& table);

/// Derives row_labels and column_labels of every Value slot. `parents`, where not empty, holds for
/// each row the labels of the groups and records that it stands under, outermost first. Returns ""
/// or the limit that was hit.
std::string derive_labels(LayoutTable& table, const std::vector<std::vector<std::string>>& parents);

}  // namespace guifan
