// SPDX-License-Identifier: Apache-2.0
// Paths, as far as tables are made of them: straight horizontal and vertical lines, and rectangles.
#pragma once

#include <cstdint>
#include <vector>

#include "geometry.h"
#include "page_content.h"

namespace guifan::pdf {

class PathRecorder {
 public:
  explicit PathRecorder(PageContent& page) : page_(page) {}

  void move_to(Point p);
  void line_to(Point p);
  /// A curve: its end counts as the current point, the curve itself is no ruling.
  void curve_to(Point p);
  /// All corners in page space.
  void rectangle(const Matrix& matrix, double x, double y, double width, double height);
  void close();

  /// Painting operators; `clip` cuts what is recorded. Each leaves the path as it is until
  /// finish().
  void stroke(double width, std::uint32_t color, const Box& clip);
  void fill(std::uint32_t color, const Box& clip);
  void clip_to_path() { clip_pending_ = true; }
  /// Ends the path; where W was given, narrows `clip` to its bounding box.
  void finish(Box& clip);

 private:
  struct Subpath {
    std::vector<Point> points;
    bool curved = false;
    bool closed = false;
  };
  void add_ruling(Point a, Point b, double thickness, const Box& clip);
  void add_filled_box(const Box& box, std::uint32_t color, const Box& clip);
  bool full() const;

  PageContent& page_;
  std::vector<Subpath> subpaths_;
  std::size_t points_ = 0;
  bool clip_pending_ = false;
};

}  // namespace guifan::pdf
