// SPDX-License-Identifier: Apache-2.0
#include "number_chains.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace guifan::pdf {
namespace {

constexpr double kSameStep = 0.02;  ///< font sizes

/// What tells whether neighbouring parts are one text.
class Neighbours {
 public:
  Neighbours(std::span<const Character> characters, const CellIndex& cells)
      : characters_(characters), cells_(cells) {}

  /// The step between the last two characters of a part.
  bool inner_step(const Part& part, double& step) const {
    const Word& word = part.words.back();
    if (!part.figure || word.end - word.begin < 2) return false;
    step = step_between(characters_[word.end - 2], characters_[word.end - 1]);
    return true;
  }

  /// Whether the figure `part` follows the figure `before` at `step`, which its own step is where
  /// it is not `known` yet.
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
  bool are_number(std::span<const Part> chain) const {
    std::set<CellName> cells;
    const std::size_t from = chain.front().words.front().begin, to = chain.back().words.back().end;
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

  bool reaches_beyond(const Part& part) const {
    return cells_.near(part.box) && !within(part, cells_.at(middle(part.box)), cells_) &&
           touched_cells(part, characters_, cells_).size() > 1;
  }

  /// Whether `part` stands right behind `before`, in the cell that it ends in.
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

 private:
  std::span<const Character> characters_;
  const CellIndex& cells_;
};

}  // namespace

void join_number_chains(std::vector<Part>& parts, std::span<const Character> characters,
                        const CellIndex& cells) {
  const Neighbours neighbours(characters, cells);
  std::vector<Part> joined;
  joined.reserve(parts.size());
  for (std::size_t begin = 0; begin < parts.size();) {
    std::size_t end = begin + 1;
    double step = 0;
    bool known = neighbours.inner_step(parts[begin], step);
    while (end < parts.size() && neighbours.goes_on(parts[end - 1], parts[end], known, step)) ++end;
    const std::span<const Part> chain = std::span(parts).subspan(begin, end - begin);
    const bool one = chain.size() > 1 && neighbours.are_number(chain);
    for (std::size_t p = begin; p < end; ++p) {
      if (one && p > begin)
        append(joined.back(), parts[p]);
      else
        joined.push_back(std::move(parts[p]));
    }
    begin = end;
  }
  parts = std::move(joined);
}

void join_runs_on(std::vector<Part>& parts, std::span<const Character> characters,
                  const CellIndex& cells) {
  const Neighbours neighbours(characters, cells);
  std::vector<Part> joined;
  joined.reserve(parts.size());
  bool reaches = false;
  for (Part& part : parts) {
    const bool part_reaches = neighbours.reaches_beyond(part);
    if (!joined.empty() && (part_reaches || (reaches && !part.figure)) &&
        neighbours.runs_on(joined.back(), part)) {
      Part& text = joined.back();
      text.mixed = text.mixed || part.mixed || text.figure != part.figure;
      append(text, part);
      reaches = true;
    } else {
      joined.push_back(std::move(part));
      reaches = part_reaches;
    }
  }
  parts = std::move(joined);
}

}  // namespace guifan::pdf
