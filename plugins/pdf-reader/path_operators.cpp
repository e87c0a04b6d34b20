// SPDX-License-Identifier: Apache-2.0
#include "path_operators.h"

#include <cmath>

namespace guifan::pdf {
namespace {

/// What a painting operator does to the path before it ends it.
struct Painting {
  bool close = false, fill = false, stroke = false;
};

void paint(const Painting& painting, bool visible, GraphicsState& state, PathRecorder& path) {
  if (painting.close) path.close();
  if (visible && painting.fill) path.fill(state.fill, state.clip);
  if (visible && painting.stroke) {
    const Matrix& m = state.matrix;
    path.stroke(state.line_width * std::sqrt(std::abs(m.a * m.d - m.b * m.c)), state.stroke,
                state.clip);
  }
  path.finish(state.clip);
}

}  // namespace

bool run_path_operator(std::string_view name, const Operands& operands, bool visible,
                       GraphicsState& state, PathRecorder& path) {
  const Matrix& m = state.matrix;
  const auto point = [&](std::size_t at) {
    return m.apply(operands.number(at), operands.number(at + 1));
  };
  const auto done = [&](const Painting& painting) {
    paint(painting, visible, state, path);
    return true;
  };
  if (name == "re") {
    path.rectangle(m, operands.number(0), operands.number(1), operands.number(2),
                   operands.number(3));
    return true;
  }
  const bool even_odd = name.size() == 2 && name[1] == '*';  // its inside is not looked at
  if (name.size() != 1 && !even_odd) return false;
  switch (name[0]) {
    case 'W':
      path.clip_to_path();
      return true;
    case 'f':
      return done({.fill = true});
    case 'B':
      return done({.fill = true, .stroke = true});
    case 'b':
      return done({.close = true, .fill = true, .stroke = true});
    default:
      break;
  }
  if (even_odd) return false;
  switch (name[0]) {
    case 'm':
      path.move_to(point(0));
      return true;
    case 'l':
      path.line_to(point(0));
      return true;
    case 'c':
      path.curve_to(point(4));
      return true;
    case 'v':
    case 'y':
      path.curve_to(point(2));
      return true;
    case 'h':
      path.close();
      return true;
    case 'n':
      return done({});
    case 'S':
      return done({.stroke = true});
    case 's':
      return done({.close = true, .stroke = true});
    case 'F':
      return done({.fill = true});
    default:
      return false;
  }
}

}  // namespace guifan::pdf
