// SPDX-License-Identifier: Apache-2.0
// Labels that the source damaged: characters missing or wrong (2.其他法律行政止公开). Looked for
// only where the alignment says that a label is missing, and only with a margin: two labels that
// fit nearly equally well fit neither.
#pragma once

#include "recognise/labels/table_alignment.h"

namespace guifan {

/// Adds approximate matches for expected labels that stand between matched ones.
void repair_labels(const CompactStream& stream, TableAlignment& alignment);

/// Number of single-character edits between two keys, or `limit` + 1 where it is more than `limit`.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit);

}  // namespace guifan
