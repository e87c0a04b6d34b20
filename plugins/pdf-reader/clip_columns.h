// SPDX-License-Identifier: Apache-2.0
// Texts that were painted through clips of one width that stand above each other: a column's.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "page_content.h"
#include "phrase_parts.h"

namespace guifan::pdf {

class ClipColumns {
 public:
  /// `page` has clips; `parts` are its parts, each painted through the clip of its first character.
  ClipColumns(std::span<const Part> parts, const PageContent& page);

  /// Whether a text narrower than `width` was painted through another clip than number `clip`, with
  /// the same left and right edge. Where too many edges stand near to look at them all, yes.
  bool has_narrower(std::uint32_t clip, double width) const;

 private:
  static constexpr double kWide = std::numeric_limits<double>::infinity();

  /// The narrowest text of all clips that have these edges.
  struct Edges {
    double strip = 0;  ///< which strip of the page the left edge is in
    double left = 0, right = 0;
    std::uint32_t clip = 0;      ///< of the narrowest text
    double narrowest = kWide;    ///< its width
    double second_clip = kWide;  ///< the width of the narrowest text of all other clips
  };

  std::span<const Box> clips_;
  std::vector<Edges> edges_;  ///< by strip, then by right edge
};

/// The clip of that number; numbers beyond the last are the last.
const Box& clip_box(std::span<const Box> clips, std::uint32_t number);

}  // namespace guifan::pdf
