// SPDX-License-Identifier: Apache-2.0
// Grids whose rows lost label cells, each as many as its labels had.
#pragma once

#include <cstdint>

#include "recognise/labels/compact_stream.h"
#include "recognise/labels/table_alignment.h"

namespace guifan {

/// Figures of the grid `block` stand between a row's label and `first_column`, the first that the
/// head gives to a figure, and no words are above them: the rows are shifted against the head, and
/// a place under it says nothing. Time: the grid's cells for each label.
bool rows_are_shifted(const CompactStream& stream, const TableAlignment& alignment,
                      std::uint32_t block, std::uint32_t first_column);

}  // namespace guifan
