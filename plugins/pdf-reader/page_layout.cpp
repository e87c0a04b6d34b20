// SPDX-License-Identifier: Apache-2.0
#include "page_layout.h"

#include <algorithm>
#include <array>
#include <deque>

#include "aligned_tables.h"
#include "cell_choice.h"
#include "letter_spacing.h"
#include "reading_order.h"
#include "turned_page.h"
#include "unicode_folding.h"

namespace guifan::pdf {
namespace {

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
  PageLayouter(const PageContent& page, const Phrases& phrases) : page_(page), phrases_(phrases) {}

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
    const CellIndex index(grids);
    cells_.resize(grids.size());
    for (std::size_t g = 0; g < grids.size(); ++g) cells_[g].resize(grids[g].cells.size());
    std::vector<const Character*> hidden, skewed, furniture;
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
      const std::span<const Word> phrase = phrases_.at(i);
      const Character& first = page_.characters[phrase.front().begin];
      if (first.hidden && !phrase.front().cut)
        put(phrase, hidden);
      else if (first.direction == Direction::Skewed)
        put(phrase, skewed);
      else if (first.furniture)
        put(phrase, furniture);
    }
    for (const Part& part : choose_cells(phrases_, page_, index)) {
      if (part.doubtful)
        doubt(part, index);
      else
        put(part.words, part.cell.exists() ? cells_[part.cell.grid][part.cell.cell] : flow_);
    }
    leave_out(furniture, "page-furniture");
    leave_out(skewed, "watermark");
    leave_out(hidden, "hidden-text");
  }

  /// White space inside a phrase goes with it; the rest of it says nothing. A word that the clip
  /// cuts was set as a whole, and is read as a whole: a part of a number is another number.
  void put(std::span<const Word> words, std::vector<const Character*>& target) {
    const auto& all = page_.characters;
    for (std::size_t w = 0; w < words.size(); ++w) {
      const std::size_t end = w + 1 < words.size() ? words[w + 1].begin : words[w].end;
      for (std::size_t i = words[w].begin; i < end; ++i) {
        if (!words[w].cut || !all[i].hidden) {
          target.push_back(&all[i]);
          continue;
        }
        made_.push_back(all[i]);
        made_.back().hidden = false;
        target.push_back(&made_.back());
      }
    }
    const std::size_t next = words.back().end;
    if (next < all.size() && all[next].space && all[next].run == all[next - 1].run)
      target.push_back(&all[next]);
  }

  /// A figure that may belong to several cells stands in none; each says that something stood
  /// there.
  void doubt(const Part& part, const CellIndex& index) {
    std::vector<const Character*> text;
    put(part.words, text);
    made_.push_back(*text.front());
    made_.back().code = U'\ufffd';
    const Character& mark = made_.back();
    if (part.claimed.empty()) flow_.push_back(&mark);
    for (const CellName cell : part.claimed) {
      const Box& box = index[cell].box;
      made_.push_back(mark);
      made_.back().box.left = std::clamp(part.box.left, box.left, box.right);
      made_.back().box.right = std::clamp(part.box.right, box.left, box.right);
      cells_[cell.grid][cell.cell].push_back(&made_.back());
    }
    leave_out(text, kUncertainCell);
  }

  void leave_out(const std::vector<const Character*>& characters, std::string_view reason) {
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
  const Phrases& phrases_;
  PageLayout layout_;
  std::deque<Character> made_;  // by us, in the place of others
  std::vector<const Character*> flow_;
  std::vector<std::vector<std::vector<const Character*>>> cells_;
};

PageLayout lay_out_upright(const PageContent& page) {
  const Phrases phrases = phrases_of(page.characters);
  const std::vector<std::size_t> spaced = spaced_digits(phrases, page.characters);
  if (spaced.empty()) return PageLayouter(page, phrases).run();
  PageContent marked = page;
  for (const std::size_t i : spaced) marked.characters[i].joined = true;
  return PageLayouter(marked, phrases).run();
}

}  // namespace

PageLayout lay_out(const PageContent& page) {
  const Direction direction = reading_direction(page);
  if (direction == Direction::Right) return lay_out_upright(page);
  PageLayout layout = lay_out_upright(turned(page, direction));
  layout.turned = direction;
  return layout;
}

}  // namespace guifan::pdf
