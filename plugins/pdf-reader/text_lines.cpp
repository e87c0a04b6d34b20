// SPDX-License-Identifier: Apache-2.0
#include "text_lines.h"

#include <algorithm>

#include "unicode_folding.h"

namespace guifan::pdf {
namespace {

struct Placed {
  Box box;  // in the frame
  const Character* character;
  double baseline() const { return box.bottom + 0.2 * box.height(); }
};

struct Row {
  std::vector<Placed> items;
  double baseline = 0, size = 0;
};

/// stable_sort for what is mostly in order already, as pages are set from top to bottom and lines
/// from left to right: looking is cheaper than the sort's buffer.
template <typename Less>
void sort_mostly_sorted(std::vector<Placed>& items, Less less) {
  if (!std::is_sorted(items.begin(), items.end(), less))
    std::stable_sort(items.begin(), items.end(), less);
}

/// Rows of characters that share a baseline, top first.
std::vector<Row> group_rows(std::vector<Placed> items) {
  sort_mostly_sorted(items,
                     [](const Placed& a, const Placed& b) { return a.baseline() > b.baseline(); });
  std::vector<Row> rows;
  auto begin = items.begin();  // of the last row
  const auto end_row = [&](std::vector<Placed>::iterator end) {
    if (!rows.empty()) rows.back().items.assign(begin, end);
    begin = end;
  };
  for (auto item = items.begin(); item != items.end(); ++item) {
    const double size = item->character->size;
    if (!rows.empty()) {
      Row& row = rows.back();
      const double smaller = std::min(size, row.size);
      if (row.baseline - item->baseline() <= 0.35 * smaller) {
        // The reference sinks with the row only for characters at least as large: small ones may
        // hang.
        if (size > row.size) {
          row.size = size;
          row.baseline = item->baseline();
        }
        continue;
      }
    }
    end_row(item);
    rows.push_back({{}, item->baseline(), size});
  }
  end_row(items.end());
  return rows;
}

Box bounds_of(const Row& row) {
  Box box = row.items.front().box;
  for (const Placed& item : row.items) box.include(item.box);
  return box;
}

/// True where `small` is a superscript or subscript of `large`: smaller, inside its height, and
/// next to its characters.
bool belongs_to(const Row& small, const Row& large) {
  if (small.size > 0.8 * large.size) return false;
  const Box a = bounds_of(small), b = bounds_of(large);
  if (a.center_y() > b.top || a.center_y() < b.bottom) return false;
  for (const Placed& s : small.items)
    for (const Placed& l : large.items) {
      const double overlap = std::min(s.box.right, l.box.right) - std::max(s.box.left, l.box.left);
      if (overlap > 0.3 * s.box.width() && !l.character->space) return false;
    }
  return true;
}

void merge_small_rows(std::vector<Row>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const std::size_t other : {i + 1, i - 1}) {
      if (other >= rows.size() || rows[i].items.size() > 40 || rows[other].items.size() > 400)
        continue;
      if (!belongs_to(rows[i], rows[other])) continue;
      rows[other].items.insert(rows[other].items.end(), rows[i].items.begin(), rows[i].items.end());
      rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i));
      --i;
      break;
    }
  }
}

/// Whether white space stands between two neighbours with this gap (in font sizes).
bool is_word_gap(char32_t left, char32_t right, double gap, bool hint) {
  const int wide = (is_wide(left) ? 1 : 0) + (is_wide(right) ? 1 : 0);
  if (hint) return gap > (wide == 2 ? 0.2 : 0.08);
  return gap > (wide == 2 ? 0.8 : wide == 1 ? 0.6 : 0.2);
}

/// Marks that never begin a line: a character in front of one is wrapped together with it.
bool never_first(char32_t c) {
  static const std::u32string kMarks = U"、，。；：！？）》〉」』】〕”’…,.;:!?)]}%";
  return kMarks.find(c) != std::u32string::npos;
}

/// Characters printed twice, a little apart, to look bold.
bool is_shadow(const Placed& a, const Placed& b) {
  const double size = a.character->size;
  return a.character->code == b.character->code &&
         std::abs(a.box.left - b.box.left) < 0.15 * size &&
         std::abs(a.baseline() - b.baseline()) < 0.15 * size;
}

Line build_line(Row& row, Direction direction, double wide_gap) {
  sort_mostly_sorted(row.items,
                     [](const Placed& a, const Placed& b) { return a.box.left < b.box.left; });
  std::vector<const Placed*> visible;
  visible.reserve(row.items.size());
  std::vector<double> spaces;  // centers of white space characters, ascending
  for (const Placed& item : row.items) {
    if (item.character->space) {
      spaces.push_back(item.box.center_x());
      continue;
    }
    bool shadow = false;
    for (std::size_t back = 1; back <= 3 && back <= visible.size(); ++back)
      shadow = shadow || is_shadow(*visible[visible.size() - back], item);
    if (!shadow) visible.push_back(&item);
  }
  Line line;
  if (visible.empty()) return line;
  line.bold = true;
  line.box = visible.front()->box;
  std::size_t space = 0;
  double size = 0;
  for (const Placed* item : visible) size = std::max<double>(size, item->character->size);
  line.size = size;
  bool in_first_word = true;
  for (std::size_t i = 0; i < visible.size(); ++i) {
    const Placed& item = *visible[i];
    const char32_t code = item.character->code;
    line.bold = line.bold && item.character->bold;
    line.box.include(item.box);
    bool new_segment = i == 0, word_gap = false;
    if (i > 0) {
      const Placed& before = *visible[i - 1];
      const double unit = std::max({before.character->size, item.character->size, 0.1F});
      const double gap = (item.box.left - before.box.right) / unit;
      while (space < spaces.size() && spaces[space] <= before.box.center_x()) ++space;
      const bool hint = space < spaces.size() && spaces[space] < item.box.center_x();
      const bool joined = item.character->joined && before.character == item.character - 1;
      new_segment = !joined && gap > wide_gap;
      word_gap = !joined && !new_segment && is_word_gap(before.character->code, code, gap, hint);
    }
    if (new_segment) line.segments.push_back({item.box, {}});
    Segment& segment = line.segments.back();
    if (word_gap) segment.text += U' ';
    segment.text += code;
    segment.box.include(item.box);
    if (in_first_word && i > 0 && !never_first(code) &&
        (new_segment || word_gap || is_wide(code) || is_wide(visible[i - 1]->character->code)))
      in_first_word = false;
    if (in_first_word) line.first_width = item.box.right - visible.front()->box.left;
  }
  line.trailing_space = !spaces.empty() && spaces.back() > visible.back()->box.center_x();
  line.page_box = from_frame(line.box, direction);
  return line;
}

}  // namespace

Box to_frame(const Box& b, Direction direction) {
  switch (direction) {
    case Direction::Up:
      return {b.bottom, -b.right, b.top, -b.left};
    case Direction::Left:
      return {-b.right, -b.top, -b.left, -b.bottom};
    case Direction::Down:
      return {-b.top, b.left, -b.bottom, b.right};
    default:
      return b;
  }
}

Box from_frame(const Box& b, Direction direction) {
  switch (direction) {
    case Direction::Up:
      return {-b.top, b.left, -b.bottom, b.right};
    case Direction::Left:
      return {-b.right, -b.top, -b.left, -b.bottom};
    case Direction::Down:
      return {b.bottom, -b.right, b.top, -b.left};
    default:
      return b;
  }
}

std::u32string Line::text(char32_t gap) const {
  std::u32string all;
  for (const Segment& segment : segments) {
    if (!all.empty()) all += gap;
    all += segment.text;
  }
  return all;
}

std::vector<Line> make_lines(std::span<const Character* const> characters, Direction direction,
                             double wide_gap) {
  std::vector<Placed> items;
  items.reserve(characters.size());
  for (const Character* character : characters)
    if (!character->hidden && character->direction == direction)
      items.push_back({to_frame(character->box, direction), character});
  std::vector<Row> rows = group_rows(std::move(items));
  merge_small_rows(rows);
  std::vector<Line> lines;
  lines.reserve(rows.size());
  for (Row& row : rows) {
    Line line = build_line(row, direction, wide_gap);
    if (!line.segments.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace guifan::pdf
