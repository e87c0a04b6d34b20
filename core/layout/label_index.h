// SPDX-License-Identifier: Apache-2.0
// All labels of all layouts in one search structure (Aho-Corasick over code points), so that a
// document is scanned once, however many layouts there are.
//
// Labels are compared by their key: only Han characters, Latin letters and digits, enumerators cut
// off. A label that is broken over lines or cells is therefore found like a whole one
// (recognise/labels/compact_stream.h).
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/layout.h"

namespace guifan {

/// One expected label of a table, in reading order.
struct ExpectedLabel {
  std::uint32_t row = 0;  ///< SlotRow it stands in
  const Label* label = nullptr;
  const Slot* slot = nullptr;
  bool row_label = false;  ///< the last label before the row's value slots
  bool opens_row =
      false;  ///< the last label before a row without a label of its own: its figures follow
  double weight = 0;  ///< evidence: a long label says more than a short one
};

/// The value side of one expected row.
struct ExpectedRow {
  std::uint32_t row = 0;  ///< index into LayoutTable::rows
  std::int32_t label =
      -1;  ///< index of its row label; -1: the row has none, its values follow the header
  std::vector<const Slot*> values;  ///< value slots in reading order
  bool has_unit = false, has_code = false;
  std::string unit, code;  ///< printed text of its unit and code slots
  /// No heading of its optional columns was found; they are among `values` because so many figures
  /// stand there.
  bool columns_guessed = false;
};

/// A layout table as the aligner reads it.
struct ExpectedTable {
  const Layout* layout = nullptr;
  const LayoutTable* table = nullptr;
  std::vector<ExpectedLabel> labels;
  std::vector<ExpectedRow> rows;
};

/// A label slot: indices into LabelIndex::tables() and ExpectedTable::labels.
struct LabelUse {
  std::uint32_t table = 0, label = 0;
};

/// A spelling that can be searched for, and every label slot that is spelled so.
struct LabelPattern {
  std::u32string_view key;  ///< owned by the layout
  std::vector<LabelUse> uses;
};

class LabelIndex {
 public:
  /// The layouts must outlive the index.
  explicit LabelIndex(std::span<const Layout> layouts);

  std::span<const ExpectedTable> tables() const { return tables_; }
  std::span<const LabelPattern> patterns() const { return patterns_; }

  /// A hit: pattern index and the index one past its last character in the scanned text.
  struct Hit {
    std::uint32_t pattern = 0;
    std::size_t end = 0;
  };
  /// All occurrences of all patterns, overlapping ones included, ordered by end.
  std::vector<Hit> find(std::u32string_view text) const;

 private:
  struct Spelling {
    std::u32string_view key;
    LabelUse use;
  };
  /// Nodes are numbered level by level, 0 is the root: edge e leads to node e + 1. The edges of a
  /// node end where those of the next one begin; the last node only ends the one before it.
  struct Node {
    std::uint32_t first_edge = 0;
    std::uint32_t fail = 0;
    std::uint32_t output =
        0;  ///< nearest node on the failure chain (or this one) that ends a pattern; 0: none
    std::int32_t pattern = -1;
  };
  void add_table(const Layout& layout, const LayoutTable& source, std::vector<Spelling>& spellings);
  void build_tree();
  void link();
  std::uint32_t child(std::uint32_t node, char32_t c) const;
  std::uint32_t step(std::uint32_t state, char32_t c) const;

  std::vector<ExpectedTable> tables_;
  std::vector<LabelPattern> patterns_;  ///< ordered by key
  std::vector<Node> nodes_;
  std::vector<char32_t> edges_;
  std::bitset<0x10000> begins_label_;  ///< most characters of a text begin none
};

}  // namespace guifan
