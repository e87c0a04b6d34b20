// SPDX-License-Identifier: Apache-2.0
// Points, boxes and matrices in PDF units: 1/72 inch, y upwards.
#pragma once

#include <algorithm>
#include <cmath>

namespace guifan::pdf {

struct Point {
  double x = 0, y = 0;
};

struct Box {
  double left = 0, bottom = 0, right = 0, top = 0;

  double width() const { return right - left; }
  double height() const { return top - bottom; }
  double center_x() const { return (left + right) / 2; }
  double center_y() const { return (bottom + top) / 2; }
  bool contains(Point p) const {
    return p.x >= left && p.x <= right && p.y >= bottom && p.y <= top;
  }
  /// Grows to hold `other`.
  void include(const Box& other) {
    left = std::min(left, other.left);
    bottom = std::min(bottom, other.bottom);
    right = std::max(right, other.right);
    top = std::max(top, other.top);
  }
  Box intersection(const Box& other) const {
    return {std::max(left, other.left), std::max(bottom, other.bottom),
            std::min(right, other.right), std::min(top, other.top)};
  }
  bool operator==(const Box&) const = default;
};

/// The matrix [a b c d e f] of the PDF specification: row vectors, translation last.
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  Point apply(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }
  /// The bounding box of a transformed box.
  Box apply(const Box& box) const {
    if (b == 0 && c == 0) {  // upright, as nearly everything is
      const double x0 = a * box.left + e, x1 = a * box.right + e;
      const double y0 = d * box.bottom + f, y1 = d * box.top + f;
      return {std::min(x0, x1), std::min(y0, y1), std::max(x0, x1), std::max(y0, y1)};
    }
    const Point p = apply(box.left, box.bottom), q = apply(box.right, box.bottom),
                r = apply(box.left, box.top), s = apply(box.right, box.top);
    return {std::min({p.x, q.x, r.x, s.x}), std::min({p.y, q.y, r.y, s.y}),
            std::max({p.x, q.x, r.x, s.x}), std::max({p.y, q.y, r.y, s.y})};
  }
  bool finite() const {
    return std::isfinite(a) && std::isfinite(b) && std::isfinite(c) && std::isfinite(d) &&
           std::isfinite(e) && std::isfinite(f);
  }
};

/// `first`, then `second`.
inline Matrix operator*(const Matrix& first, const Matrix& second) {
  return {first.a * second.a + first.b * second.c,
          first.a * second.b + first.b * second.d,
          first.c * second.a + first.d * second.c,
          first.c * second.b + first.d * second.d,
          first.e * second.a + first.f * second.c + second.e,
          first.e * second.b + first.f * second.d + second.f};
}

}  // namespace guifan::pdf
