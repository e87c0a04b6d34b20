// SPDX-License-Identifier: Apache-2.0
#include "clip_columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace guifan::pdf {
namespace {

constexpr double kSameColumn = 0.5;         ///< points between edges that are one
constexpr double kStrip = 2 * kSameColumn;  ///< edges that are one are in neighbouring strips
constexpr std::size_t kMostEdges = 500;     ///< looked at for one text

double strip_of(double left) {
  return std::floor(left / kStrip);
}

}  // namespace

ClipColumns::ClipColumns(std::span<const Part> parts, const PageContent& page)
    : clips_(page.clips) {
  std::vector<Edges> texts;
  texts.reserve(parts.size());
  for (const Part& part : parts) {
    const std::uint32_t clip = page.characters[part.words.front().begin].clip;
    const Box& box = clip_box(clips_, clip);
    const double width = part.box.width();
    if (std::isfinite(box.left) && std::isfinite(box.right) && !std::isnan(width))
      texts.push_back({strip_of(box.left), box.left, box.right, clip, width});
  }
  std::sort(texts.begin(), texts.end(), [](const Edges& a, const Edges& b) {
    return std::tie(a.strip, a.right, a.left, a.narrowest) <
           std::tie(b.strip, b.right, b.left, b.narrowest);
  });
  for (const Edges& text : texts) {
    if (edges_.empty() || edges_.back().left != text.left || edges_.back().right != text.right)
      edges_.push_back(text);
    else if (edges_.back().clip != text.clip)
      edges_.back().second_clip = std::min(edges_.back().second_clip, text.narrowest);
  }
}

bool ClipColumns::has_narrower(std::uint32_t clip, double width) const {
  const Box& box = clip_box(clips_, clip);
  if (!std::isfinite(box.left) || !std::isfinite(box.right)) return false;
  const double middle = strip_of(box.left);
  std::size_t seen = 0;
  for (const double strip : std::array{middle - 1, middle, middle + 1}) {
    auto it = std::partition_point(edges_.begin(), edges_.end(), [&](const Edges& edges) {
      return edges.strip < strip ||
             (edges.strip == strip && edges.right - box.right < -kSameColumn);
    });
    for (; it != edges_.end() && it->strip == strip && it->right - box.right <= kSameColumn; ++it) {
      if (++seen > kMostEdges) return true;
      if (std::abs(it->left - box.left) <= kSameColumn &&
          (it->clip == clip ? it->second_clip : it->narrowest) < width)
        return true;
    }
  }
  return false;
}

const Box& clip_box(std::span<const Box> clips, std::uint32_t number) {
  return clips[std::min<std::size_t>(number, clips.size() - 1)];
}

}  // namespace guifan::pdf
