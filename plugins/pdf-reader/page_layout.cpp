// SPDX-License-Identifier: Apache-2.0
#include "page_layout.h"

#include <algorithm>
#include <array>
#include <limits>

#include "aligned_tables.h"
#include "reading_order.h"
#include "turned_page.h"
#include "unicode_folding.h"

namespace guifan::pdf {
namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

double area(const Box& box) {
  return box.width() * box.height();
}

/// Grids that only frame other grids lay out the page; they are no tables.
void drop_frames(std::vector<Grid>& grids) {
  std::vector<bool> frame(grids.size(), false);
  for (std::size_t outer = 0; outer < grids.size(); ++outer) {
    double inside = 0;
    for (std::size_t inner = 0; inner < grids.size(); ++inner) {
      const Box& b = grids[inner].box;
      if (inner != outer && area(b) < area(grids[outer].box) &&
          grids[outer].box.contains({b.center_x(), b.center_y()}))
        inside += area(b);
    }
    frame[outer] = inside > 0.4 * area(grids[outer].box);
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < grids.size(); ++i)
    if (!frame[i]) {
      if (kept != i) grids[kept] = std::move(grids[i]);
      ++kept;
    }
  grids.resize(kept);
}

/// Ruled tables, and tables whose cells are told apart by colour alone.
std::vector<Grid> page_grids(const PageContent& page, bool& truncated) {
  std::vector<Grid> grids = find_grids(page.rulings, truncated);
  std::erase_if(grids, [&](const Grid& g) { return g.box.width() < 20 || g.box.height() < 8; });
  if (page.backgrounds.size() < 4) return grids;
  for (Grid& grid : find_grids(outlines(page.backgrounds, page.width, page.height), truncated)) {
    bool new_place = grid.column_count() >= 2 && grid.row_count() >= 2;
    for (const Grid& ruled : grids) {
      const Box overlap = ruled.box.intersection(grid.box);
      if (overlap.width() > 0 && overlap.height() > 0) new_place = false;
    }
    if (new_place) grids.push_back(std::move(grid));
  }
  return grids;
}

/// Finds the cell of a grid under a point.
class CellIndex {
 public:
  explicit CellIndex(const Grid& grid)
      : grid_(grid), cells_(std::size_t{grid.row_count()} * grid.column_count(), kNone) {
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
      const GridCell& cell = grid.cells[i];
      for (std::uint32_t row = cell.row; row < cell.row + cell.row_span; ++row)
        for (std::uint32_t column = cell.column; column < cell.column + cell.column_span; ++column)
          cells_[std::size_t{row} * grid.column_count() + column] = i;
    }
  }
  std::size_t at(Point p) const {
    const auto column = std::upper_bound(grid_.columns.begin(), grid_.columns.end(), p.x);
    const auto row = std::upper_bound(grid_.rows.begin(), grid_.rows.end(), p.y, std::greater<>());
    if (column == grid_.columns.begin() || column == grid_.columns.end() ||
        row == grid_.rows.begin() || row == grid_.rows.end())
      return kNone;
    const auto c = static_cast<std::size_t>(column - grid_.columns.begin() - 1),
               r = static_cast<std::size_t>(row - grid_.rows.begin() - 1);
    return cells_[r * grid_.column_count() + c];
  }

 private:
  const Grid& grid_;
  std::vector<std::size_t> cells_;
};

/// Characters that were set together without a gap.
struct Word {
  std::size_t begin = 0, end = 0;
  Box box;
};

/// Words that one operator set, single spaces between them: they go to one cell, even where they
/// stick out of it.
struct Phrases {
  std::vector<Word> words;
  std::vector<std::size_t> begins;  ///< of every phrase in words

  std::span<const Word> at(std::size_t i) const {
    const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : words.size();
    return std::span(words).subspan(begins[i], end - begins[i]);
  }
};

/// How far apart two neighbours of one run stand, in font sizes; a large number where they are no
/// neighbours.
double gap_between(const Character& before, const Character& c) {
  if (before.run != c.run || before.direction != c.direction || before.hidden != c.hidden)
    return 1e9;
  const Box a = to_frame(before.box, c.direction), b = to_frame(c.box, c.direction);
  const double size = std::max(0.1F, c.size);
  if (std::abs(a.bottom - b.bottom) > 0.3 * size) return 1e9;
  return std::abs(b.left - a.right) / size;
}

Phrases phrases_of(const std::vector<Character>& characters) {
  constexpr double kNeighbour = 0.3, kWordSpace = 0.6;
  Phrases phrases;
  std::size_t last = kNone;  // the last visible character
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const Character& c = characters[i];
    if (c.space) continue;
    const double gap = last == kNone ? 1e9 : gap_between(characters[last], c);
    if (gap < kNeighbour && last + 1 == i) {
      phrases.words.back().end = i + 1;
      phrases.words.back().box.include(c.box);
    } else {
      if (gap >= kWordSpace) phrases.begins.push_back(phrases.words.size());
      phrases.words.push_back({i, i + 1, c.box});
    }
    last = i;
  }
  return phrases;
}

Box bounds_of(std::span<const Word> words) {
  Box box = words.front().box;
  for (const Word& word : words) box.include(word.box);
  return box;
}

std::string plain_text(const std::vector<Line>& lines) {
  std::u32string text;
  for (const Line& line : lines) {
    if (!text.empty()) text += U'\n';
    text += line.text(U' ');
  }
  return to_utf8(text);
}

/// The direction that most running text has.
Direction main_direction(std::span<const Character* const> characters) {
  std::array<std::size_t, 5> counts{};
  for (const Character* c : characters) ++counts[static_cast<std::size_t>(c->direction)];
  std::size_t best = 0;
  for (std::size_t i = 1; i < 4; ++i)
    if (counts[i] > counts[best]) best = i;
  return static_cast<Direction>(best);
}

class PageLayouter {
 public:
  explicit PageLayouter(const PageContent& page) : page_(page) {}

  PageLayout run() {
    layout_.number = page_.number;
    layout_.width = page_.width;
    layout_.height = page_.height;
    std::vector<Grid> grids = page_grids(page_, layout_.truncated);
    drop_frames(grids);
    distribute(grids);
    std::vector<PageElement> elements;
    for (std::size_t g = 0; g < grids.size(); ++g) add_table(grids[g], cells_[g], elements);
    add_flow(elements);
    layout_.elements = std::move(elements);
    return std::move(layout_);
  }

 private:
  void distribute(const std::vector<Grid>& grids) {
    std::vector<CellIndex> indexes(grids.begin(), grids.end());
    cells_.resize(grids.size());
    for (std::size_t g = 0; g < grids.size(); ++g) cells_[g].resize(grids[g].cells.size());
    std::vector<const Character*> hidden, skewed, furniture;
    const Phrases phrases = phrases_of(page_.characters);
    for (std::size_t i = 0; i < phrases.begins.size(); ++i) {
      const std::span<const Word> phrase = phrases.at(i);
      const Character& first = page_.characters[phrase.front().begin];
      if (first.hidden)
        put(phrase, hidden);
      else if (first.direction == Direction::Skewed)
        put(phrase, skewed);
      else if (first.furniture)
        put(phrase, furniture);
      else
        distribute_phrase(phrase, grids, indexes);
    }
    leave_out(furniture, "page-furniture");
    leave_out(skewed, "watermark");
    leave_out(hidden, "hidden-text");
  }

  /// White space inside a phrase goes with it; the rest of it says nothing.
  void put(std::span<const Word> words, std::vector<const Character*>& target) const {
    for (std::size_t i = words.front().begin; i < words.back().end; ++i)
      target.push_back(&page_.characters[i]);
    const std::size_t next = words.back().end;
    const auto& all = page_.characters;
    if (next < all.size() && all[next].space && all[next].run == all[next - 1].run)
      target.push_back(&all[next]);
  }

  /// A phrase goes to the cell of its middle. Where a line of the table stands between two of its
  /// words, and they are in different cells, it is two phrases.
  void distribute_phrase(std::span<const Word> words, const std::vector<Grid>& grids,
                         const std::vector<CellIndex>& indexes) {
    const auto cell_of = [&](const Box& box) {
      const Point center{box.center_x(), box.center_y()};
      std::size_t best = kNone;
      for (std::size_t g = 0; g < grids.size(); ++g)
        if (grids[g].box.contains(center) &&
            (best == kNone || area(grids[g].box) < area(grids[best].box)))
          best = g;
      return std::pair{best, best == kNone ? kNone : indexes[best].at(center)};
    };
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= words.size(); ++i) {
      if (i < words.size()) {
        const auto left = cell_of(words[i - 1].box), right = cell_of(words[i].box);
        const bool line_between =
            left.first == right.first && left.first != kNone && left.second != right.second &&
            std::any_of(grids[left.first].columns.begin(), grids[left.first].columns.end(),
                        [&](double x) {
                          return x >= words[i - 1].box.right - 0.5 && x <= words[i].box.left + 0.5;
                        });
        if (!line_between) continue;
      }
      const auto part = words.subspan(begin, i - begin);
      const auto [grid, cell] = cell_of(bounds_of(part));
      put(part, cell == kNone ? flow_ : cells_[grid][cell]);
      begin = i;
    }
  }

  void leave_out(const std::vector<const Character*>& characters, const char* reason) {
    if (characters.empty()) return;
    std::vector<Character> copies;
    Box box = characters.front()->box;
    bool text = false;
    for (const Character* c : characters) {
      copies.push_back(*c);
      copies.back().hidden = false;
      box.include(c->box);
      text = text || !c->space;
    }
    if (!text) return;
    std::string all;
    for (const Direction direction :
         {Direction::Right, Direction::Up, Direction::Left, Direction::Down, Direction::Skewed}) {
      std::vector<const Character*> pointers;
      for (const Character& c : copies) pointers.push_back(&c);
      const std::string part = plain_text(make_lines(pointers, direction));
      if (!part.empty()) all += (all.empty() ? "" : "\n") + part;
    }
    layout_.leftovers.push_back({std::move(all), reason, box});
  }

  void add_table(const Grid& grid, const std::vector<std::vector<const Character*>>& characters,
                 std::vector<PageElement>& elements) {
    PageTable table;
    table.page = page_.number;
    table.box = grid.box;
    table.columns = grid.columns;
    table.rows = grid.row_count();
    bool text = false;
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
      table.cells.push_back({grid.cells[i], read_cell(characters[i], grid.cells[i].box)});
      text = text || !table.cells.back().text.text.empty();
    }
    if (text) elements.emplace_back(std::move(table));
  }

  /// Running text: the main direction first, what is turned otherwise after it.
  void add_flow(std::vector<PageElement>& elements) {
    const Direction main = main_direction(flow_);
    std::vector<PageElement> flow = find_aligned_tables(make_lines(flow_, main), page_.number);
    for (PageElement& element : flow) elements.push_back(std::move(element));
    sort_reading_order(elements, main);
    for (const Direction direction :
         {Direction::Right, Direction::Up, Direction::Left, Direction::Down}) {
      if (direction == main) continue;
      for (Line& line : make_lines(flow_, direction)) elements.emplace_back(std::move(line));
    }
  }

  const PageContent& page_;
  PageLayout layout_;
  std::vector<const Character*> flow_;
  std::vector<std::vector<std::vector<const Character*>>> cells_;
};

}  // namespace

PageLayout lay_out(const PageContent& page) {
  const Direction direction = reading_direction(page);
  if (direction == Direction::Right) return PageLayouter(page).run();
  PageLayout layout = PageLayouter(turned(page, direction)).run();
  layout.turned = direction;
  return layout;
}

}  // namespace guifan::pdf
