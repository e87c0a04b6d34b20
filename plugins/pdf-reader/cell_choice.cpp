// SPDX-License-Identifier: Apache-2.0
#include "cell_choice.h"

#include <algorithm>
#include <map>
#include <set>

#include "text_lines.h"

namespace guifan::pdf {
namespace {

constexpr double kSameStep = 0.02;     ///< font sizes
constexpr double kWidestStep = 0.5;    ///< the same: characters set one by one that are one number
constexpr double kMostOverlap = 0.15;  ///< the same: two figures may touch

double em(const Box& box) {
  return std::max(0.1, box.height());
}

/// Both stand on one line, more or less.
bool beside(const Box& a, const Box& b) {
  return std::min(a.top, b.top) - std::max(a.bottom, b.bottom) >
         0.4 * std::min(a.height(), b.height());
}

class CellChooser {
 public:
  CellChooser(const PageContent& page, const CellIndex& cells)
      : page_(page), characters_(page.characters), cells_(cells) {}

  std::vector<Part> run(const Phrases& phrases) {
    for (std::size_t i = 0; i < phrases.size(); ++i) add_phrase(phrases.at(i));
    for (const Word& word : phrases.words)
      if (word.figure && !word.cut && characters_[word.begin].hidden &&
          hidden_figures_.size() < kMostClaims)
        hidden_figures_.push_back(word);
    if (cells_.any()) {
      join_chains();
      join_runs_on();
      for (std::size_t p = 0; p < parts_.size(); ++p) look_at_cells(p);
      set_twins_aside();
      settle();
      bring_twins_back();
      doubt_overlaps();
    }
    doubt_cut_figures();
    return std::move(parts_);
  }

 private:
  struct Claim {
    std::size_t part;
    std::vector<CellName> cells;  ///< from left to right
  };

  static Point middle(const Box& box) { return {box.center_x(), box.center_y()}; }

  /// Where a line of the table stands between two words, and they are in different cells, the
  /// phrase is two.
  void add_phrase(std::span<const Word> words) {
    const Character& first = characters_[words.front().begin];
    if ((first.hidden && !words.front().cut) || first.direction == Direction::Skewed ||
        first.furniture)
      return;
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= words.size(); ++i) {
      if (i < words.size()) {
        const CellName left = cells_.at(middle(words[i - 1].box)),
                       right = cells_.at(middle(words[i].box));
        const bool line_between =
            left.grid == right.grid && left.grid != CellName::kNone && left.cell != right.cell &&
            cells_.boundary_between(left, words[i - 1].box.right, words[i].box.left);
        if (!line_between) continue;
      }
      add_part(words.subspan(begin, i - begin));
      begin = i;
    }
  }

  void add_part(std::span<const Word> words) {
    Part part;
    part.words = words;
    part.box = words.front().box;
    part.figure = true;
    for (const Word& word : words) {
      part.box.include(word.box);
      part.figure = part.figure && word.figure;
    }
    parts_.push_back(part);
  }

  void look_at_cells(std::size_t p) {
    Part& part = parts_[p];
    if (!cells_.near(part.box)) return;
    part.cell = cells_.at(middle(part.box));
    const Box& box = part.box;
    const bool inside = part.cell.exists() && cells_[part.cell].box.left <= box.left &&
                        cells_[part.cell].box.right >= box.right;
    if (inside || characters_[part.words.front().begin].direction != Direction::Right) return;
    std::vector<CellName> touched = touched_by(part);
    if (touched.size() > 1)
      claims_.push_back({p, std::move(touched)});
    else if (touched.size() == 1 && part.figure)
      part.cell = touched.front();
  }

  /// The cells that hold the middle of one of its characters that are seen.
  std::vector<CellName> touched_by(const Part& part) const {
    std::vector<std::pair<double, CellName>> found;
    for (std::size_t i = part.words.front().begin; i < part.words.back().end; ++i) {
      const Character& c = characters_[i];
      if (c.space || c.hidden) continue;
      const CellName cell = cells_.at(middle(c.box));
      if (cell.exists()) found.emplace_back(c.box.left, cell);
    }
    std::sort(found.begin(), found.end());
    std::vector<CellName> names;
    for (const auto& [left, name] : found)
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    return names;
  }

  /// Figures whose characters were set one by one, in text objects of their own, look like several
  /// figures. A row of equal steps that leaves a cell with more than one of them is taken for one
  /// number.
  void join_chains() {
    std::vector<Part> joined;
    joined.reserve(parts_.size());
    for (std::size_t begin = 0; begin < parts_.size();) {
      std::size_t end = begin + 1;
      double step = 0;
      bool known = inner_step(parts_[begin], step);
      while (end < parts_.size() && goes_on(parts_[end - 1], parts_[end], known, step)) ++end;
      if (end - begin > 1 && is_number(begin, end)) {
        joined.push_back(std::move(parts_[begin]));
        for (std::size_t p = begin + 1; p < end; ++p) append(joined.back(), parts_[p]);
      } else {
        for (std::size_t p = begin; p < end; ++p) joined.push_back(std::move(parts_[p]));
      }
      begin = end;
    }
    parts_ = std::move(joined);
  }

  /// `next` is what follows it in painting order.
  static void append(Part& part, const Part& next) {
    part.words = {part.words.data(), next.words.data() + next.words.size()};
    part.box.include(next.box);
    part.figure = part.figure && next.figure;
  }

  /// A text that changes its font goes on right behind itself, in the same cell: where one part of
  /// it reaches into another cell, all of it does.
  void join_runs_on() {
    std::vector<Part> joined;
    joined.reserve(parts_.size());
    bool reaches = false;
    for (Part& part : parts_) {
      const bool part_reaches = reaches_beyond(part);
      if (!joined.empty() && (part_reaches || (reaches && !part.figure)) &&
          runs_on(joined.back(), part)) {
        joined.back().mixed =
            joined.back().mixed || part.mixed || joined.back().figure != part.figure;
        append(joined.back(), part);
        reaches = true;
      } else {
        joined.push_back(std::move(part));
        reaches = part_reaches;
      }
    }
    parts_ = std::move(joined);
  }

  bool reaches_beyond(const Part& part) const {
    if (!cells_.near(part.box)) return false;
    const CellName cell = cells_.at(middle(part.box));
    const bool inside = cell.exists() && cells_[cell].box.left <= part.box.left &&
                        cells_[cell].box.right >= part.box.right;
    return !inside && touched_by(part).size() > 1;
  }

  bool runs_on(const Part& before, const Part& part) const {
    const std::size_t last = before.words.back().end - 1, next = part.words.front().begin;
    if (next != last + 1 && !(next == last + 2 && characters_[last + 1].space)) return false;
    const Character &a = characters_[last], &b = characters_[next];
    if (a.direction != Direction::Right || b.direction != Direction::Right || !beside(a.box, b.box))
      return false;
    const double gap = (b.box.left - a.box.right) / std::max(0.1F, b.size);
    const CellName cell = cells_.at(middle(a.box));
    double step = 0;
    if (before.figure && part.figure) {  // one number only if it goes on at the same step
      if (!inner_step(before, step)) inner_step(part, step);
      if (std::abs(gap - step) > kSameStep) return false;
    }
    return std::abs(gap) <= kWidestStep && cell.exists() && cell == cells_.at(middle(b.box));
  }

  /// The step between the last two characters of a part.
  bool inner_step(const Part& part, double& step) const {
    const Word& word = part.words.back();
    if (!part.figure || word.end - word.begin < 2) return false;
    step = step_between(characters_[word.end - 2], characters_[word.end - 1]);
    return true;
  }

  bool goes_on(const Part& before, const Part& part, bool& known, double& step) const {
    if (!before.figure || !part.figure) return false;
    const std::size_t last = before.words.back().end - 1, next = part.words.front().begin;
    if (last + 1 != next || characters_[last].run == characters_[next].run) return false;
    const double gap = step_between(characters_[last], characters_[next]);
    if (gap < -kSameStep || gap > kWidestStep || (known && std::abs(gap - step) > kSameStep))
      return false;
    double inner = 0;
    if (inner_step(part, inner) && std::abs(inner - gap) > kSameStep) return false;
    known = true;
    step = gap;
    return true;
  }

  /// Parts at equal steps that cells cut elsewhere than between all of their characters.
  bool is_number(std::size_t begin, std::size_t end) const {
    std::set<CellName> cells;
    const std::size_t from = parts_[begin].words.front().begin,
                      to = parts_[end - 1].words.back().end;
    bool on_a_line = false;
    double widest = 0;
    for (std::size_t i = from; i < to; ++i) {
      const Character& c = characters_[i];
      const CellName cell = cells_.at(middle(c.box));
      cells.insert(cell);
      if (i > from) widest = std::max(widest, step_between(characters_[i - 1], c));
      if (!cell.exists()) continue;
      const Box& box = cells_[cell].box;
      const double margin = 0.05 * c.size;
      on_a_line = on_a_line || c.box.left < box.left - margin || c.box.right > box.right + margin;
    }
    // Without letter spacing the cells may just stand as close as the characters.
    return cells.size() > 1 && cells.size() < to - from && (widest > kSameStep || on_a_line);
  }

  /// What is printed twice is settled once.
  void set_twins_aside() {
    reaching_.assign(parts_.size(), false);
    for (const Claim& claim : claims_) reaching_[claim.part] = true;
    std::vector<Claim> open;
    for (Claim& claim : claims_) {
      Part& part = parts_[claim.part];
      if (part.mixed && ends_in_a_figure(part)) {  // a number of its own, perhaps
        part.doubtful = true;
        part.claimed = std::move(claim.cells);
        continue;
      }
      const auto same = [&](const Claim& other) {
        return printed_twice(parts_[other.part], parts_[claim.part]);
      };
      const std::size_t recent = open.size() < kTwinWindow ? 0 : open.size() - kTwinWindow;
      const auto twin =
          std::find_if(open.begin() + static_cast<std::ptrdiff_t>(recent), open.end(), same);
      if (twin == open.end())
        open.push_back(std::move(claim));
      else
        twins_.emplace_back(claim.part, twin->part);
    }
    claims_ = std::move(open);
  }

  bool ends_in_a_figure(const Part& part) const {
    return part.words.back().figure && !part.words.front().figure;
  }

  void bring_twins_back() {
    for (const auto& [part, twin] : twins_) {
      parts_[part].cell = parts_[twin].cell;
      parts_[part].doubtful = parts_[twin].doubtful;
    }
  }

  /// Another part that is settled keeps the cell for itself: it stands beside this one, or it is a
  /// label and this a figure.
  bool taken(CellName cell, const Part& by) const {
    const auto it = owners_.find(cell);
    if (it == owners_.end()) return false;
    const Owners& owners = it->second;
    const auto there = [&](const Box& box) { return beside(box, by.box); };
    return (by.figure && owners.label) ||
           std::any_of(owners.boxes.begin(), owners.boxes.end(), there);
  }

  void own(CellName cell, const Part& part) {
    Owners& owners = owners_[cell];
    owners.label = owners.label || !part.figure;
    if (owners.boxes.size() < kMostFigures) owners.boxes.push_back(part.box);
  }

  void settle() {
    if (claims_.empty()) return;
    for (std::size_t p = 0; p < parts_.size(); ++p)
      if (!parts_[p].doubtful && parts_[p].cell.exists() && !reaching_[p])
        own(parts_[p].cell, parts_[p]);
    while (claims_.size() < kMostClaims && (settle_forced() || settle_groups())) {
    }
    for (const Claim& claim : claims_) {
      Part& part = parts_[claim.part];
      if (!part.figure && !part.mixed) {
        settle_label(claim);
        continue;
      }
      part.doubtful = true;
      part.claimed = free_cells(claim);
      if (part.claimed.empty()) part.claimed = claim.cells;
    }
  }

  /// A label stays in the cell of its middle, unless something else stands there.
  void settle_label(const Claim& claim) {
    Part& part = parts_[claim.part];
    const std::vector<CellName> free = free_cells(claim);
    if (free.empty() || std::find(free.begin(), free.end(), part.cell) != free.end()) return;
    const auto distance = [&](CellName cell) {
      return std::abs(cells_[cell].box.center_x() - part.box.center_x());
    };
    part.cell = *std::min_element(free.begin(), free.end(), [&](CellName a, CellName b) {
      return distance(a) < distance(b);
    });
  }

  std::vector<CellName> free_cells(const Claim& claim) const {
    std::vector<CellName> free;
    for (const CellName cell : claim.cells)
      if (!taken(cell, parts_[claim.part])) free.push_back(cell);
    return free;
  }

  void give(std::size_t claim, CellName cell) {
    Part& part = parts_[claims_[claim].part];
    part.cell = cell;
    own(cell, part);
  }

  /// Parts to which one cell is left that no other open part needs as well.
  bool settle_forced() {
    std::vector<std::vector<CellName>> free;
    std::map<CellName, std::size_t> needed;
    for (const Claim& claim : claims_) {
      free.push_back(free_cells(claim));
      if (free.back().size() == 1) ++needed[free.back().front()];
    }
    std::vector<Claim> open;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (free[i].size() == 1 && needed[free[i].front()] == 1)
        give(i, free[i].front());
      else
        open.push_back(claims_[i]);
    }
    const bool progress = open.size() < claims_.size();
    claims_ = std::move(open);
    return progress;
  }

  /// As many parts as cells that they reach into, on one line: one each, in their order.
  bool settle_groups() {
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      std::vector<std::size_t> group{i};
      std::vector<CellName> cells = free_cells(claims_[i]);
      for (bool grown = true; grown;) {
        grown = false;
        for (std::size_t k = 0; k < claims_.size(); ++k) {
          if (std::find(group.begin(), group.end(), k) != group.end()) continue;
          const std::vector<CellName> free = free_cells(claims_[k]);
          if (std::none_of(free.begin(), free.end(), [&](CellName cell) {
                return std::find(cells.begin(), cells.end(), cell) != cells.end();
              }))
            continue;
          group.push_back(k);
          for (const CellName cell : free)
            if (std::find(cells.begin(), cells.end(), cell) == cells.end()) cells.push_back(cell);
          grown = true;
        }
      }
      if (group.size() != cells.size() || group.empty()) continue;
      if (give_in_order(group, cells)) return true;
    }
    return false;
  }

  bool give_in_order(std::vector<std::size_t>& group, std::vector<CellName>& cells) {
    const auto box_of = [&](std::size_t claim) { return parts_[claims_[claim].part].box; };
    std::sort(group.begin(), group.end(), [&](std::size_t a, std::size_t b) {
      return box_of(a).center_x() < box_of(b).center_x();
    });
    std::sort(cells.begin(), cells.end(),
              [&](CellName a, CellName b) { return cells_[a].box.left < cells_[b].box.left; });
    for (std::size_t i = 0; i < group.size(); ++i) {
      const std::vector<CellName> free = free_cells(claims_[group[i]]);
      if (!beside(box_of(group[i]), box_of(group[0])) ||
          std::find(free.begin(), free.end(), cells[i]) == free.end())
        return false;
    }
    for (std::size_t i = 0; i < group.size(); ++i) give(group[i], cells[i]);
    std::sort(group.begin(), group.end(), std::greater<>());
    for (const std::size_t claim : group)
      claims_.erase(claims_.begin() + static_cast<std::ptrdiff_t>(claim));
    return true;
  }

  /// Two figures of one cell that stand on each other would be read as one that nobody printed; so
  /// would a figure that a label runs through.
  void doubt_overlaps() {
    std::map<CellName, std::vector<std::size_t>> parts;
    for (std::size_t p = 0; p < parts_.size(); ++p)
      if ((parts_[p].figure || reaching_[p]) && !parts_[p].doubtful && parts_[p].cell.exists())
        parts[parts_[p].cell].push_back(p);
    for (const auto& [cell, list] : parts)
      for (std::size_t i = 0; i < list.size() && list.size() <= kMostFigures; ++i)
        for (std::size_t k = i + 1; k < list.size(); ++k) {
          Part &a = parts_[list[i]], &b = parts_[list[k]];
          const double overlap =
              std::min(a.box.right, b.box.right) - std::max(a.box.left, b.box.left);
          if (overlap <= kMostOverlap * em(b.box) || !beside(a.box, b.box) || printed_twice(a, b))
            continue;
          for (Part* part : {&a, &b}) {
            if (!part->figure) continue;
            part->doubtful = true;
            part->claimed = {cell};
          }
        }
  }

  /// The same a little apart: printed twice, to look bold.
  bool printed_twice(const Part& a, const Part& b) const {
    const auto text = [&](const Part& part) {
      std::u32string all;
      for (std::size_t i = part.words.front().begin; i < part.words.back().end; ++i)
        if (!characters_[i].space) all += characters_[i].code;
      return all;
    };
    return std::abs(a.box.left - b.box.left) < kMostOverlap * em(a.box) &&
           std::abs(a.box.bottom - b.box.bottom) < kMostOverlap * em(a.box) && text(a) == text(b);
  }

  struct Owners {
    bool label = false;
    std::vector<Box> boxes;
  };

  // More in one cell, or on one page, are no table.
  /// Programs leave out the digits that a clip hides. Where no more digits would be seen, on either
  /// side, a figure may be a part of one.
  void doubt_cut_figures() {
    if (page_.clips.empty()) return;
    for (Part& part : parts_) {
      if (!part.figure || part.doubtful || !may_be_cut(part)) continue;
      part.doubtful = true;
      part.claimed.clear();
      if (part.cell.exists()) part.claimed.push_back(part.cell);
    }
  }

  bool may_be_cut(const Part& part) const {
    const Word &head = part.words.front(), &tail = part.words.back();
    const Character &first = characters_[head.begin], &last = characters_[tail.end - 1];
    const Room left = room(part, first, head, true), right = room(part, last, tail, false);
    return left.cut || right.cut || (left.tight && right.narrow) || (right.tight && left.narrow) ||
           goes_on_hidden(head, tail);
  }

  /// Digits that the clip hides stand right before or behind it.
  bool goes_on_hidden(const Word& head, const Word& tail) const {
    const auto near = [&](std::size_t before, std::size_t after) {
      return std::abs(step_between(characters_[before], characters_[after])) <= kNextTo;
    };
    return std::any_of(hidden_figures_.begin(), hidden_figures_.end(), [&](const Word& hidden) {
      return near(tail.end - 1, hidden.begin) || near(hidden.end - 1, head.begin);
    });
  }

  struct Room {
    bool cut = false;     ///< the clip or the page's edge cuts the last digit
    bool tight = false;   ///< no other digit would be seen
    bool narrow = false;  ///< not much more than one would have its place in the cell
  };

  /// What the clip leaves free on one side of a figure, beyond its letter spacing.
  Room room(const Part& part, const Character& end, const Word& word, bool before) const {
    const Box clip = to_frame(clip_of(end), end.direction);
    const Box box = to_frame(end.box, end.direction);
    const double size = std::max(0.1F, end.size);
    const double free = before ? box.left - clip.left : clip.right - box.right;
    if (free < -box.width()) return {};  // what is hidden was not left out
    double spacing = kUnknownSpacing;
    if (word.end - word.begin > 1)
      spacing = before ? step_between(end, characters_[word.begin + 1])
                       : step_between(characters_[word.end - 2], end);
    const double beyond_spacing = free - std::clamp(spacing, 0.0, kWidestStep) * size;
    const Box page = to_frame({0, 0, page_.width, page_.height}, end.direction);
    const bool page_edge =
        before ? clip.left <= page.left + kTight : clip.right >= page.right - kTight;
    double in_cell = free;
    bool of_cell = false;  // programs that write reports clip every text to its own box
    if (part.cell.exists()) {
      const Box cell = to_frame(cells_[part.cell].box, end.direction);
      in_cell = before ? box.left - cell.left : cell.right - box.right;
      of_cell = in_cell <= kTight * size || std::abs(in_cell - free) <= kBorder;
    }
    Room result;
    result.tight = beyond_spacing <= kTight * size &&
                   (of_cell || (!part.cell.exists() && of_column(part, end)));
    result.cut = free < -kAcross * size || (page_edge && beyond_spacing <= kTight * size);
    result.narrow = std::min(free, in_cell) <= kNarrow * size;
    return result;
  }

  /// Other text, clearly shorter, was painted through a clip that is as wide and stands above or
  /// below: it is a column's.
  bool of_column(const Part& part, const Character& end) const {
    const Box& clip = clip_of(end);
    return std::any_of(parts_.begin(), parts_.end(), [&](const Part& other) {
      const Character& first = characters_[other.words.front().begin];
      const Box& its = clip_of(first);
      return first.clip != end.clip && std::abs(its.left - clip.left) <= kSameColumn &&
             std::abs(its.right - clip.right) <= kSameColumn &&
             other.box.width() < part.box.width() - kShorter * em(part.box);
    });
  }

  const Box& clip_of(const Character& c) const {
    return page_.clips[std::min<std::size_t>(c.clip, page_.clips.size() - 1)];
  }

  // In font sizes: where no digit could begin, how far one may reach across the clip, and the width
  // of the padding and a digit; and how near the hidden rest of a number stands.
  static constexpr double kTight = 0.1, kAcross = 0.15, kNarrow = 1.5, kNextTo = 0.3;
  static constexpr double kShorter = 0.3;  ///< the same: a text that has a digit less
  static constexpr double kBorder = 3.0, kSameColumn = 0.5;  ///< points
  static constexpr double kUnknownSpacing = 0.2;             ///< of a single digit

  static constexpr std::size_t kMostFigures = 50, kMostClaims = 400;
  static constexpr std::size_t kTwinWindow = 20;  ///< parts between a figure and its double

  const PageContent& page_;
  std::span<const Character> characters_;
  const CellIndex& cells_;
  std::vector<Part> parts_;
  std::vector<Word> hidden_figures_;
  std::vector<bool> reaching_;                              // parts in several cells
  std::vector<Claim> claims_;                               // of parts in several cells, in order
  std::map<CellName, Owners> owners_;                       // what is settled
  std::vector<std::pair<std::size_t, std::size_t>> twins_;  // a part, and the one it doubles
};

}  // namespace

std::vector<Part> choose_cells(const Phrases& phrases, const PageContent& page,
                               const CellIndex& cells) {
  return CellChooser(page, cells).run(phrases);
}

}  // namespace guifan::pdf
