// SPDX-License-Identifier: Apache-2.0
#include "recognise/identity/confidence.h"

#include <algorithm>
#include <array>

namespace guifan {
namespace {

constexpr double kFullWeight = 5;  ///< a title line alone

struct Point {
  double support, confidence;
};
/// Share of the votes times their strength, and how often such values were right among 1500 made
/// pages, a little lower where few pages speak. Straight lines between the points.
constexpr std::array<Point, 7> kMeasured = {
    {{0, 0.05}, {0.25, 0.3}, {0.35, 0.8}, {0.6, 0.85}, {0.72, 0.87}, {0.85, 0.97}, {1, 0.99}}};

}  // namespace

double vote_confidence(double weight, double all) {
  if (weight <= 0 || all <= 0) return 0;
  const double support = weight / all * std::min(1.0, weight / kFullWeight);
  for (std::size_t i = 1; i < kMeasured.size(); ++i) {
    const Point& low = kMeasured[i - 1];
    const Point& high = kMeasured[i];
    if (support > high.support) continue;
    return low.confidence + (high.confidence - low.confidence) * (support - low.support) /
                                (high.support - low.support);
  }
  return kMeasured.back().confidence;
}

}  // namespace guifan
