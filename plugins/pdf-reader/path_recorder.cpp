// SPDX-License-Identifier: Apache-2.0
#include "path_recorder.h"

#include "reader_limits.h"

namespace guifan::pdf {
namespace {

constexpr std::uint32_t kWhite = 0xffffff;
constexpr double kStraight = 0.5;     ///< points that a "horizontal" line may be off
constexpr double kThinnestBox = 3.0;  ///< a filled box at most this thick is a ruling
constexpr double kShortestRuling = 2.0;

}  // namespace

void PathRecorder::move_to(Point p) {
  if (points_ > limits::page_rulings) return;
  if (!subpaths_.empty() && subpaths_.back().points.size() == 1 && !subpaths_.back().curved) {
    subpaths_.back().points[0] = p;
    return;
  }
  subpaths_.push_back({{p}, false, false});
  ++points_;
}

void PathRecorder::line_to(Point p) {
  if (points_ > limits::page_rulings) return;
  if (subpaths_.empty() || subpaths_.back().closed) {
    const Point start = subpaths_.empty() ? p : subpaths_.back().points.front();
    subpaths_.push_back({{start}, false, false});
  }
  subpaths_.back().points.push_back(p);
  ++points_;
}

void PathRecorder::curve_to(Point p) {
  line_to(p);
  if (!subpaths_.empty()) subpaths_.back().curved = true;
}

void PathRecorder::rectangle(const Matrix& matrix, double x, double y, double width,
                             double height) {
  move_to(matrix.apply(x, y));
  line_to(matrix.apply(x + width, y));
  line_to(matrix.apply(x + width, y + height));
  line_to(matrix.apply(x, y + height));
  close();
}

void PathRecorder::close() {
  if (!subpaths_.empty()) subpaths_.back().closed = true;
}

bool PathRecorder::full() const {
  if (page_.rulings.size() + page_.backgrounds.size() < limits::page_rulings) return false;
  page_.truncated = true;
  return true;
}

void PathRecorder::add_ruling(Point a, Point b, double thickness, const Box& clip) {
  const bool horizontal = std::abs(a.y - b.y) <= kStraight,
             vertical = std::abs(a.x - b.x) <= kStraight;
  if (horizontal == vertical || full()) return;
  Ruling ruling;
  ruling.horizontal = horizontal;
  ruling.thickness = thickness;
  ruling.position = horizontal ? (a.y + b.y) / 2 : (a.x + b.x) / 2;
  ruling.low = horizontal ? std::min(a.x, b.x) : std::min(a.y, b.y);
  ruling.high = horizontal ? std::max(a.x, b.x) : std::max(a.y, b.y);
  const double across_low = (horizontal ? clip.bottom : clip.left) - 1.5,
               across_high = (horizontal ? clip.top : clip.right) + 1.5;
  if (ruling.position < across_low || ruling.position > across_high) return;
  ruling.low = std::max(ruling.low, horizontal ? clip.left : clip.bottom);
  ruling.high = std::min(ruling.high, horizontal ? clip.right : clip.top);
  if (!std::isfinite(ruling.low + ruling.high + ruling.position)) return;
  if (ruling.high - ruling.low >= kShortestRuling) page_.rulings.push_back(ruling);
}

void PathRecorder::stroke(double width, std::uint32_t color, const Box& clip) {
  if (color == kWhite) return;
  for (const Subpath& subpath : subpaths_) {
    if (subpath.curved) continue;
    const auto& points = subpath.points;
    for (std::size_t i = 1; i < points.size(); ++i)
      add_ruling(points[i - 1], points[i], width, clip);
    if (subpath.closed && points.size() > 2) add_ruling(points.back(), points.front(), width, clip);
  }
}

void PathRecorder::add_filled_box(const Box& box, std::uint32_t color, const Box& clip) {
  const Box seen = box.intersection(clip);
  if (seen.width() < 0 || seen.height() < 0 || full() ||
      !std::isfinite(seen.width() + seen.height()))
    return;
  if (std::min(seen.width(), seen.height()) <= kThinnestBox &&
      std::max(seen.width(), seen.height()) > kThinnestBox) {
    if (color == kWhite) return;
    if (seen.width() >= seen.height())
      add_ruling({seen.left, seen.center_y()}, {seen.right, seen.center_y()}, seen.height(), clip);
    else
      add_ruling({seen.center_x(), seen.bottom}, {seen.center_x(), seen.top}, seen.width(), clip);
  } else if (seen.width() > kThinnestBox) {
    page_.backgrounds.push_back({seen, color});
  }
}

void PathRecorder::fill(std::uint32_t color, const Box& clip) {
  for (const Subpath& subpath : subpaths_) {
    const auto& points = subpath.points;
    if (subpath.curved || points.size() < 4 || points.size() > 5) continue;
    Box box{points[0].x, points[0].y, points[0].x, points[0].y};
    for (const Point& p : points) box.include({p.x, p.y, p.x, p.y});
    // The sides of a border of two colours (border=1 of a web page) meet in a mitre: each is a thin
    // box whose ends are cut aslant.
    const double thickness = std::min(box.width(), box.height());
    const double aslant = kStraight + (thickness <= kThinnestBox ? thickness : 0);
    const double along_x = box.width() > box.height() ? aslant : kStraight;
    const double along_y = box.width() > box.height() ? kStraight : aslant;
    bool corners = true;
    for (const Point& p : points)
      corners = corners &&
                (std::abs(p.x - box.left) <= along_x || std::abs(p.x - box.right) <= along_x) &&
                (std::abs(p.y - box.bottom) <= along_y || std::abs(p.y - box.top) <= along_y);
    if (corners) add_filled_box(box, color, clip);
  }
}

void PathRecorder::finish(Box& clip) {
  if (clip_pending_) {
    bool any = false;
    Box bounds;
    for (const Subpath& subpath : subpaths_) {
      for (const Point& p : subpath.points) {
        if (!any) bounds = {p.x, p.y, p.x, p.y};
        bounds.include({p.x, p.y, p.x, p.y});
        any = true;
      }
    }
    if (any) clip = clip.intersection(bounds);
  }
  clip_pending_ = false;
  subpaths_.clear();
  points_ = 0;
}

}  // namespace guifan::pdf
