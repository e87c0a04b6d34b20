// SPDX-License-Identifier: Apache-2.0
#include "turned_page.h"

#include <array>
#include <cmath>

namespace guifan::pdf {
namespace {

/// Share of the text that must run one way; page numbers and running heads may run another.
constexpr double kNearlyAll = 0.8;

/// Direction after the turn: numbered as quarter turns to the left from Right.
Direction turned(Direction direction, Direction turn) {
  if (direction == Direction::Skewed) return direction;
  const auto quarters = static_cast<unsigned>(direction) + 4 - static_cast<unsigned>(turn);
  return static_cast<Direction>(quarters % 4);
}
static_assert(static_cast<int>(Direction::Right) == 0 && static_cast<int>(Direction::Up) == 1 &&
              static_cast<int>(Direction::Left) == 2 && static_cast<int>(Direction::Down) == 3);

/// Turns a box of a page of this size.
Box turned(const Box& b, Direction turn, double width, double height) {
  switch (turn) {
    case Direction::Up:
      return {b.bottom, width - b.right, b.top, width - b.left};
    case Direction::Left:
      return {width - b.right, height - b.top, width - b.left, height - b.bottom};
    case Direction::Down:
      return {height - b.top, b.left, height - b.bottom, b.right};
    default:
      return b;
  }
}

Ruling turned(const Ruling& ruling, Direction turn, double width, double height) {
  const Box box = ruling.horizontal
                      ? Box{ruling.low, ruling.position, ruling.high, ruling.position}
                      : Box{ruling.position, ruling.low, ruling.position, ruling.high};
  const Box b = turned(box, turn, width, height);
  const bool horizontal = ruling.horizontal != (turn == Direction::Up || turn == Direction::Down);
  if (horizontal) return {true, b.bottom, b.left, b.right, ruling.thickness};
  return {false, b.left, b.bottom, b.top, ruling.thickness};
}

}  // namespace

Direction reading_direction(const PageContent& page) {
  std::array<std::size_t, 5> counts{};
  std::size_t all = 0;
  for (const Character& c : page.characters) {
    if (c.space || c.hidden) continue;
    ++all;
    if (!c.vertical) ++counts[static_cast<std::size_t>(c.direction)];
  }
  for (const Direction direction : {Direction::Up, Direction::Left, Direction::Down})
    if (static_cast<double>(counts[static_cast<std::size_t>(direction)]) >
        kNearlyAll * static_cast<double>(all))
      return direction;
  return Direction::Right;
}

PageContent turned(const PageContent& page, Direction direction) {
  PageContent result = page;
  for (Character& c : result.characters) {
    c.box = turned(c.box, direction, page.width, page.height);
    c.direction = turned(c.direction, direction);
  }
  for (Box& clip : result.clips) clip = turned(clip, direction, page.width, page.height);
  for (Ruling& ruling : result.rulings) ruling = turned(ruling, direction, page.width, page.height);
  for (Background& background : result.backgrounds)
    background.box = turned(background.box, direction, page.width, page.height);
  if (direction == Direction::Up || direction == Direction::Down)
    std::swap(result.width, result.height);
  return result;
}

void turn_back(Place& place, Direction direction, double width, double height) {
  if (direction == Direction::Right) return;
  const Direction back = turned(Direction::Right, direction);
  const Box box{static_cast<double>(place.left), static_cast<double>(place.bottom),
                static_cast<double>(place.right), static_cast<double>(place.top)};
  const Box b = turned(box, back, 100 * width, 100 * height);
  const auto whole = [](double value) { return static_cast<std::int32_t>(std::lround(value)); };
  place.left = whole(b.left);
  place.bottom = whole(b.bottom);
  place.right = whole(b.right);
  place.top = whole(b.top);
}

}  // namespace guifan::pdf
