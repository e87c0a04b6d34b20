// SPDX-License-Identifier: Apache-2.0
// The outline (bookmarks) that a viewer shows beside the pages.
#pragma once

#include <string>
#include <vector>

#include "object_file.h"

namespace guifan::pdfwriter {

struct OutlineEntry {
  unsigned depth = 1;  ///< 1: outermost
  std::string text;
  ObjectId page = 0;
  double top = 0;  ///< from the top of the page, points
};

class Outline {
 public:
  void add(OutlineEntry entry) { entries_.push_back(std::move(entry)); }
  /// The root of the outline; 0 where there are no entries.
  ObjectId put(ObjectFile& file) const;

 private:
  std::vector<OutlineEntry> entries_;
};

}  // namespace guifan::pdfwriter
