// SPDX-License-Identifier: Apache-2.0
#include "rulings.h"

#include <algorithm>
#include <cmath>

namespace guifan::pdfwriter {
namespace {

/// A stretch of a line at `place`, in 1/100 point: sums of widths differ in their last bits.
struct Stretch {
  long place = 0, begin = 0, end = 0;
  auto operator<=>(const Stretch&) const = default;
};

long hundredths(double value) {
  return std::lround(value * 100);
}

std::vector<Stretch> joined(std::vector<Stretch> stretches) {
  std::ranges::sort(stretches);
  std::vector<Stretch> lines;
  for (const Stretch& next : stretches) {
    if (!lines.empty() && lines.back().place == next.place && next.begin <= lines.back().end)
      lines.back().end = std::max(lines.back().end, next.end);
    else
      lines.push_back(next);
  }
  return lines;
}

}  // namespace

std::vector<Ruling> rulings_between(std::span<const Rectangle> boxes) {
  std::vector<Stretch> across;
  std::vector<Stretch> down;
  for (const Rectangle& box : boxes) {
    const long left = hundredths(box.left);
    const long right = hundredths(box.left + box.width);
    const long top = hundredths(box.top);
    const long bottom = hundredths(box.top + box.height);
    across.push_back({top, left, right});
    across.push_back({bottom, left, right});
    down.push_back({left, top, bottom});
    down.push_back({right, top, bottom});
  }
  std::vector<Ruling> rulings;
  const auto points = [](long value) { return static_cast<double>(value) / 100; };
  for (const Stretch& line : joined(std::move(across)))
    rulings.push_back(
        {points(line.begin), points(line.place), points(line.end), points(line.place)});
  for (const Stretch& line : joined(std::move(down)))
    rulings.push_back(
        {points(line.place), points(line.begin), points(line.place), points(line.end)});
  return rulings;
}

}  // namespace guifan::pdfwriter
