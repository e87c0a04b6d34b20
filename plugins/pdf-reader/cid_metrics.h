// SPDX-License-Identifier: Apache-2.0
// Advances of a composite font's glyphs: W and DW, and W2 and DW2 for vertical writing.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "glyph.h"
#include "objects.h"

namespace guifan::pdf {

class CidMetrics {
 public:
  CidMetrics() = default;
  /// Reads a CIDFont dictionary; vertical metrics only where they are needed.
  CidMetrics(const ObjectStore& store, const Object* cid_font, bool vertical);

  /// Sets everything of `glyph` but its text.
  void apply(std::uint32_t cid, Glyph& glyph) const;
  /// Whether any width is given for a CID where Unicode has control characters and no white space.
  bool widths_for_control_characters() const;

 private:
  struct WidthRange {
    std::uint32_t low, high;
    double width;
  };
  struct VerticalRange {
    std::uint32_t low, high;
    double origin_x, origin_y, advance;
  };
  void load_widths(const ObjectStore& store, const Object* array);
  void load_vertical(const ObjectStore& store, const Object* array);

  std::vector<WidthRange> widths_;  ///< ordered by low
  double default_width_ = 1000;
  std::vector<VerticalRange> vertical_;
  double default_origin_y_ = 880, default_vertical_advance_ = -1000;
};

}  // namespace guifan::pdf
