// SPDX-License-Identifier: Apache-2.0
#include "reading_order.h"

#include <algorithm>
#include <optional>

namespace guifan::pdf {
namespace {

/// Lines of a column fill most of it; cells of a table without rulings do not.
constexpr double kFilled = 0.7;
constexpr std::size_t kFewestColumnLines = 6;

/// The x of a gutter that splits these lines' segments into two columns of running text, or
/// nothing.
std::optional<double> find_gutter(const std::vector<Line*>& lines) {
  double left = 1e9, right = -1e9, size = 0;
  for (const Line* line : lines) {
    left = std::min(left, line->box.left);
    right = std::max(right, line->box.right);
    size = std::max(size, line->size);
  }
  if (right - left < 20 * size) return std::nullopt;
  std::vector<double> starts;  // a right column's lines start at one x
  for (const Line* line : lines)
    for (const Segment& s : line->segments)
      if (s.box.left > left + 0.3 * (right - left) && s.box.left < left + 0.7 * (right - left))
        starts.push_back(s.box.left);
  if (starts.size() < kFewestColumnLines) return std::nullopt;
  std::nth_element(starts.begin(), starts.begin() + static_cast<std::ptrdiff_t>(starts.size() / 4),
                   starts.end());
  const double gutter = starts[starts.size() / 4] - 0.4 * size;
  std::size_t crossing = 0, left_lines = 0, right_lines = 0;
  double left_sum = 0, right_sum = 0, left_end = left;
  for (const Line* line : lines) {
    for (const Segment& s : line->segments) {
      if (s.box.left < gutter && s.box.right > gutter + 0.2 * size)
        ++crossing;
      else if (s.box.right <= gutter + 0.2 * size) {
        left_end = std::max(left_end, s.box.right);
        left_sum += s.box.width();
        ++left_lines;
      } else {
        right_sum += s.box.width();
        ++right_lines;
      }
    }
  }
  if (left_lines < kFewestColumnLines || right_lines < kFewestColumnLines ||
      crossing * 3 > lines.size())
    return std::nullopt;
  const double left_fill =
      left_sum / static_cast<double>(left_lines) / std::max(1.0, left_end - left);
  const double right_fill =
      right_sum / static_cast<double>(right_lines) / std::max(1.0, right - gutter);
  if (left_fill < kFilled || right_fill < kFilled) return std::nullopt;
  return gutter;
}

/// A line's segments on one side of the gutter as a line of their own.
std::optional<Line> part_of(const Line& line, double gutter, bool left_side, Direction direction) {
  Line part = line;
  part.segments.clear();
  for (const Segment& s : line.segments)
    if ((s.box.center_x() < gutter) == left_side) {
      if (part.segments.empty()) part.box = s.box;
      part.box.include(s.box);
      part.segments.push_back(s);
    }
  if (part.segments.empty()) return std::nullopt;
  part.page_box = from_frame(part.box, direction);
  return part;
}

bool crosses(const Line& line, double gutter) {
  for (const Segment& s : line.segments)
    if (s.box.left < gutter && s.box.right > gutter + 0.2 * line.size) return true;
  return false;
}

/// Splits a stretch of lines into columns where it has them.
void order_lines(std::vector<Line> lines, Direction direction, std::vector<PageElement>& out) {
  std::vector<Line*> pointers;
  for (Line& line : lines) pointers.push_back(&line);
  const auto gutter = find_gutter(pointers);
  std::vector<Line> right_column;
  const auto flush = [&] {
    for (Line& line : right_column) out.emplace_back(std::move(line));
    right_column.clear();
  };
  for (Line& line : lines) {
    if (!gutter || crosses(line, *gutter)) {
      flush();
      out.emplace_back(std::move(line));
      continue;
    }
    if (auto right = part_of(line, *gutter, false, direction))
      right_column.push_back(std::move(*right));
    if (auto left = part_of(line, *gutter, true, direction)) out.emplace_back(std::move(*left));
  }
  flush();
}

const Box& box_of(const PageElement& element) {
  if (const Line* line = std::get_if<Line>(&element)) return line->page_box;
  return std::get<PageTable>(element).box;
}

}  // namespace

void sort_reading_order(std::vector<PageElement>& elements, Direction direction) {
  const auto top = [&](const PageElement& e) { return to_frame(box_of(e), direction); };
  std::stable_sort(elements.begin(), elements.end(),
                   [&](const PageElement& a, const PageElement& b) {
                     const Box x = top(a), y = top(b);
                     // A line beside a table belongs before or after it by its middle.
                     const double p = std::holds_alternative<Line>(a) ? x.center_y() : x.top;
                     const double q = std::holds_alternative<Line>(b) ? y.center_y() : y.top;
                     return p > q;
                   });
  std::vector<PageElement> ordered;
  std::vector<Line> stretch;
  for (PageElement& element : elements) {
    if (Line* line = std::get_if<Line>(&element)) {
      stretch.push_back(std::move(*line));
      continue;
    }
    order_lines(std::move(stretch), direction, ordered);
    stretch.clear();
    ordered.push_back(std::move(element));
  }
  order_lines(std::move(stretch), direction, ordered);
  elements = std::move(ordered);
}

}  // namespace guifan::pdf
