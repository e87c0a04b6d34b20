// SPDX-License-Identifier: Apache-2.0
// The pages of a document with what they inherit. /Count is never believed, loops are cut.
#pragma once

#include <set>
#include <vector>

#include "objects.h"

namespace guifan::pdf {

struct PageNode {
  const Object* page = nullptr;
  const Object* resources = nullptr;
  Box box;         ///< crop box within media box, user space
  int rotate = 0;  ///< 0, 90, 180, 270 clockwise
};

struct PageList {
  std::vector<PageNode> pages;
  std::size_t missing = 0;  ///< entries of the page tree that lead nowhere
  bool loose = false;       ///< the tree was of no use: pages were taken as they lie in the file
  bool truncated = false;   ///< a limit was hit
};

PageList list_pages(const ObjectStore& store);

/// Object numbers of the optional content groups that a viewer does not show when it opens the
/// file.
std::set<std::uint64_t> hidden_layers(const ObjectStore& store);

}  // namespace guifan::pdf
