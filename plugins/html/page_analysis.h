// SPDX-License-Identifier: Apache-2.0
// Which parts of the page are its text: what is hidden, what is furniture, which tables hold data
// and which only lay out the page. All of it from sums over subtrees, in a few passes over the
// nodes.
#pragma once

#include <vector>

#include "html/tree.h"

namespace guifan::html {

struct PageAnalysis {
  std::vector<bool> hidden;     ///< left out with its subtree
  std::vector<bool> furniture;  ///< page furniture with its subtree
  std::vector<bool>
      data_table;  ///< tables that are data; the other tables' cells are blocks of the page
  std::uint32_t too_large_tables = 0;  ///< tables past the limits of a grid, given as text
  NodeId first_too_large = kNone;
};

PageAnalysis analyse_page(const Tree& tree);

}  // namespace guifan::html
