// SPDX-License-Identifier: Apache-2.0
#include "cell_text.h"

#include <algorithm>
#include <array>

#include "line_joining.h"
#include "text_lines.h"

namespace guifan::pdf {
namespace {

/// Share of a font size that cells keep free on both sides together, at least.
constexpr double kPadding = 0.6;

bool is_full(const Line& line, double next_width, double available) {
  return line.box.width() + next_width > available - kPadding * line.size;
}

/// A number that was broken because it does not fit the column: nothing but digits, every line but
/// the last equally long and full, the last one shorter. Anything else that breaks between digits
/// may be two numbers.
bool is_broken_number(const std::vector<Line>& lines, double available) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::u32string text = lines[i].text();
    for (const char32_t c : text)
      if (!((c >= U'0' && c <= U'9') || c == U'.' || c == U',')) return false;
    if (i == 0) length = text.size();
    const bool last = i + 1 == lines.size();
    if (last ? text.size() >= length : text.size() != length) return false;
    const double digit = lines[i].box.width() / static_cast<double>(text.size());
    if (!last && lines[i].box.width() + digit < available - kPadding * lines[i].size) return false;
  }
  return lines.size() > 1;
}

/// The last line is as long as any: where the text was broken for lack of room, it is full as well.
bool are_alike(const std::vector<Line>& lines) {
  return lines.size() > 1 && std::all_of(lines.begin(), lines.end(), [&](const Line& line) {
           return line.box.width() < lines.back().box.width() + 0.2 * line.size;
         });
}

/// Three lines and more of one length, a character more or less, were broken for lack of room,
/// however much of it the cell keeps free.
bool fills_every_line(const std::vector<Line>& lines) {
  return lines.size() > 2 && are_alike(lines) &&
         std::all_of(lines.begin(), lines.end(), [&](const Line& line) {
           return line.box.width() > lines.back().box.width() - 1.2 * line.size;
         });
}

void append_lines(CellText& cell, const std::vector<Line>& lines, double available) {
  const bool broken_number = is_broken_number(lines, available);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::u32string text = lines[i].text(U' ');
    if (cell.text.empty()) {
      cell.box = lines[i].page_box;
    } else {
      cell.box.include(lines[i].page_box);
      const bool wrapped = i > 0 && is_full(lines[i - 1], lines[i].first_width, available);
      if (!wrapped)
        cell.text += U'\n';
      else if (!broken_number)
        append_joint(cell.text, text, lines[i - 1].trailing_space, U'\n');
    }
    cell.text += text;
  }
  cell.lines += lines.size();
  for (const Line& line : lines) cell.longest_line = std::max(cell.longest_line, line.box.width());
  cell.lines_alike = are_alike(lines);
  if (!lines.empty()) {
    cell.last_line = lines.back().box.width();
    cell.size = lines.back().size;
  }
  if (!lines.empty())
    cell.last_line_full =
        is_full(lines.back(), lines.back().size, available) || fills_every_line(lines);
}

}  // namespace

CellText read_cell(std::span<const Character* const> characters, const Box& cell) {
  CellText result;
  std::array<std::size_t, 4> counts{};
  for (const Character* c : characters)
    if (c->direction != Direction::Skewed && !c->space)
      ++counts[static_cast<std::size_t>(c->direction)];
  std::array<Direction, 4> order{Direction::Right, Direction::Up, Direction::Left, Direction::Down};
  std::stable_sort(order.begin(), order.end(), [&](Direction a, Direction b) {
    return counts[static_cast<std::size_t>(a)] > counts[static_cast<std::size_t>(b)];
  });
  for (const Direction direction : order) {
    if (counts[static_cast<std::size_t>(direction)] == 0) continue;
    const double available = to_frame(cell, direction).width();
    append_lines(result, make_lines(characters, direction, 1e9), available);
  }
  return result;
}

}  // namespace guifan::pdf
