// SPDX-License-Identifier: Apache-2.0
// The page as a tree of blocks, tables and texts: the HTML standard's rules for what a start tag
// closes, with tables as barriers, a lenient hand for table parts without a table, and text that
// stands between cells moved before its table.
//
// Nodes live in one array; a child's index is always greater than its parent's, so that sums over
// subtrees are one loop. Depth is bounded, nothing recurses, and each tag costs constant time (open
// elements of one name are chained).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html/tags.h"
#include "html/tokenizer.h"

namespace guifan::html {

using NodeId = std::uint32_t;
inline constexpr NodeId kNone = UINT32_MAX;
inline constexpr std::size_t kElementDepth = 10'000;
inline constexpr std::size_t kNodes = 2'000'000;

struct Node {
  Tag tag = Tag::Root;
  bool literal = false;            ///< Text: references are not to be replaced
  bool hidden_by_style = false;    ///< display:none and its like
  bool struck = false;             ///< struck through, by element or style
  bool furniture_by_name = false;  ///< a navigation element, or named as one
  NodeId parent = kNone, first = kNone, last = kNone, next = kNone, previous = kNone;
  NodeId misplaced = kNone;  ///< Table: the node before it that holds what stood between its cells
  std::uint32_t line = 0;
  std::uint32_t column_span = 1,
                row_span = 1;  ///< Td, Th; a row span of 0 means "to the end of the section"
  std::string_view text;       ///< Text: as in the source
};

struct Tree {
  std::vector<Node> nodes;  ///< nodes[0] is the root
  std::string title;        ///< of the first <title>
  std::vector<std::pair<std::string, std::string>>
      metadata;  ///< <meta name content>, in source order
  std::uint32_t broken_places = 0;
  std::uint32_t too_deep =
      0;  ///< elements that were ignored because they nest deeper than kElementDepth

  bool too_many_nodes = false;  ///< kNodes was reached; the rest of the page is missing

  const Node& operator[](NodeId id) const { return nodes[id]; }
};

/// `html` must outlive the tree.
Tree build_tree(std::string_view html);

}  // namespace guifan::html
