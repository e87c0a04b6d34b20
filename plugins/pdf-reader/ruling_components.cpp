// SPDX-License-Identifier: Apache-2.0
#include "ruling_components.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "disjoint_sets.h"

namespace guifan::pdf {
namespace {

constexpr double kSameTrack = 1.2;  ///< rulings this near are one ruling
constexpr double kDashGap = 3.0;    ///< gap inside a dashed or interrupted ruling

/// Adds the lines beside a component that are exactly as tall as it, and closes the cell between.
void add_lone_sides(const std::vector<Ruling>& lone, RulingComponent& component) {
  if (component.vertical.size() < 2) return;
  double bottom = component.vertical.front().low, top = component.vertical.front().high;
  for (const Ruling& r : component.vertical) {
    bottom = std::min(bottom, r.low);
    top = std::max(top, r.high);
  }
  for (const Ruling& line : lone) {
    if (std::abs(line.low - bottom) > kSnap || std::abs(line.high - top) > kSnap) continue;
    const double left = component.vertical.front().position,
                 right = component.vertical.back().position;
    const double gap = std::max(left - line.position, line.position - right);
    if (gap <= 2 * kSnap || gap > right - left) continue;
    const double from = line.position < left ? line.position : right,
                 to = line.position < left ? left : line.position;
    for (const double y : {bottom, top})
      component.horizontal.push_back({true, y, from, to, line.thickness});
    component.vertical.push_back(line);
    std::sort(component.vertical.begin(), component.vertical.end(),
              [](const Ruling& a, const Ruling& b) { return a.position < b.position; });
  }
  std::sort(component.horizontal.begin(), component.horizontal.end(),
            [](const Ruling& a, const Ruling& b) { return a.position < b.position; });
}

}  // namespace

std::vector<Ruling> merge_collinear(std::vector<Ruling> rulings) {
  std::sort(rulings.begin(), rulings.end(), [](const Ruling& a, const Ruling& b) {
    return a.position != b.position ? a.position < b.position : a.low < b.low;
  });
  std::vector<Ruling> merged;
  for (std::size_t begin = 0; begin < rulings.size();) {
    std::size_t end = begin + 1;
    while (end < rulings.size() &&
           rulings[end].position - rulings[end - 1].position <= kSameTrack &&
           rulings[end].position - rulings[begin].position <= 2 * kSameTrack)
      ++end;
    std::sort(rulings.begin() + static_cast<std::ptrdiff_t>(begin),
              rulings.begin() + static_cast<std::ptrdiff_t>(end),
              [](const Ruling& a, const Ruling& b) { return a.low < b.low; });
    for (std::size_t i = begin; i < end; ++i) {
      Ruling next = rulings[i];
      const bool continues = i > begin && next.low - merged.back().high <= kDashGap;
      if (!continues) {
        merged.push_back(next);
        continue;
      }
      Ruling& last = merged.back();
      const double a = last.high - last.low, b = next.high - next.low;
      if (a + b > 0) last.position = (last.position * a + next.position * b) / (a + b);
      last.high = std::max(last.high, next.high);
      last.thickness = std::max(last.thickness, next.thickness);
    }
    begin = end;
  }
  return merged;
}

std::vector<RulingComponent> ruling_components(const std::vector<Ruling>& horizontal,
                                               const std::vector<Ruling>& vertical) {
  DisjointSets sets(horizontal.size() + vertical.size());
  for (std::size_t h = 0; h < horizontal.size(); ++h) {
    const Ruling& a = horizontal[h];
    const double from = a.low - kTouch - 2, to = a.high + kTouch + 2;
    auto v = std::lower_bound(vertical.begin(), vertical.end(), from,
                              [](const Ruling& r, double x) { return r.position < x; });
    for (; v != vertical.end() && v->position <= to; ++v) {
      const double t = kTouch + (a.thickness + v->thickness) / 2;
      if (a.position >= v->low - t && a.position <= v->high + t && v->position >= a.low - t &&
          v->position <= a.high + t)
        sets.join(h, horizontal.size() + static_cast<std::size_t>(v - vertical.begin()));
    }
  }
  std::map<std::size_t, RulingComponent> by_leader;
  for (std::size_t h = 0; h < horizontal.size(); ++h)
    by_leader[sets.find(h)].horizontal.push_back(horizontal[h]);
  for (std::size_t v = 0; v < vertical.size(); ++v)
    by_leader[sets.find(horizontal.size() + v)].vertical.push_back(vertical[v]);
  std::vector<RulingComponent> list;
  std::vector<Ruling> lone;
  for (auto& [leader, component] : by_leader) {
    if (!component.horizontal.empty() && !component.vertical.empty())
      list.push_back(std::move(component));
    else if (component.vertical.size() == 1)
      lone.push_back(component.vertical.front());
  }
  for (RulingComponent& component : list) add_lone_sides(lone, component);
  return list;
}

}  // namespace guifan::pdf
