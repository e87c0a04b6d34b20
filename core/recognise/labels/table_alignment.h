// SPDX-License-Identifier: Apache-2.0
// Lays a layout table's label sequence over the document's stream: monotone, gaps allowed, repeated
// labels told apart by their order. Nothing is known about values yet.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/label_index.h"
#include "recognise/labels/compact_stream.h"

namespace guifan {

/// An expected label that was found: [begin, end) in the stream, its enumerator included.
struct MatchedLabel {
  std::uint32_t label = 0;  ///< index into ExpectedTable::labels
  StreamPoint begin, end;
  std::size_t key_begin = 0, key_end = 0;  ///< in CompactStream::key, without the enumerator
  bool approximate = false;                ///< matched with edits
};

/// One occurrence of a layout table in the document.
struct TableAlignment {
  const ExpectedTable* table = nullptr;
  std::vector<MatchedLabel> labels;  ///< ordered by place and by expected label at once
  double score = 0;  ///< evidence for this table, comparable between layouts on the same region
  std::size_t rows_with_values = 0;
};

/// Every occurrence of every layout's tables, unfiltered: occurrences of different layouts overlap.
/// Ordered by table, then by place. Time is linear in the document for a bounded number of labels
/// per region.
std::vector<TableAlignment> align_tables(const CompactStream& stream, const LabelIndex& index);

}  // namespace guifan
