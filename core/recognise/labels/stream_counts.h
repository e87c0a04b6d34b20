// SPDX-License-Identifier: Apache-2.0
// How many foreign characters and how many figures stand before a place of the stream. What a
// table's labels cover is neither; each table covers other places, so that the stream is counted
// once and each table takes off what it covers. Time per table: its labels, not the document.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "recognise/labels/compact_stream.h"
#include "recognise/labels/ranked_bits.h"

namespace guifan {

/// Characters of unit words, which may stand between a label and its figure.
bool is_unit_character(char32_t character);

/// Counts over the whole stream, no label taken off.
class StreamCounts {
 public:
  explicit StreamCounts(const CompactStream& stream);

  const CompactStream& stream() const { return stream_; }
  /// Characters before key character i that are no figure and no unit.
  std::uint32_t foreign(std::size_t i) const { return foreign_.count_before(i); }
  /// Runs of digits that begin before key character i. A run that crosses atoms is one more.
  std::uint32_t figures(std::size_t i) const { return figures_.count_before(i); }
  /// Key character i is a digit that goes on with the run before it.
  bool goes_on(std::size_t i) const;

 private:
  const CompactStream& stream_;
  RankedBits foreign_, figures_;
};

/// The same counts with one table's labels taken off.
class TableCounts {
 public:
  /// [begin, end) in the key.
  using Range = std::pair<std::size_t, std::size_t>;
  /// REQUIRES: `labels` are ordered by begin; they may overlap.
  TableCounts(const StreamCounts& counts, std::span<const Range> labels);

  std::uint32_t foreign(std::size_t i) const;
  std::uint32_t figures(std::size_t i) const;

 private:
  /// A stretch that labels cover, and what all stretches before this one take off.
  struct Covered {
    std::size_t begin = 0, end = 0;
    std::uint32_t foreign_before = 0;
    std::int64_t figures_before = 0;
  };
  const Covered* last_before(std::size_t i) const;

  const StreamCounts& counts_;
  std::vector<Covered> covered_;
};

}  // namespace guifan
