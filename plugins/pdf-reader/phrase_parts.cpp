// SPDX-License-Identifier: Apache-2.0
#include "phrase_parts.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

namespace guifan::pdf {
namespace {

Part part_of(std::span<const Word> words) {
  Part part;
  part.words = words;
  part.box = words.front().box;
  part.figure = true;
  for (const Word& word : words) {
    part.box.include(word.box);
    part.figure = part.figure && word.figure;
  }
  return part;
}

bool line_between(const Word& before, const Word& after, const CellIndex& cells) {
  const CellName left = cells.at(middle(before.box)), right = cells.at(middle(after.box));
  return left.grid == right.grid && left.grid != CellName::kNone && left.cell != right.cell &&
         cells.boundary_between(left, before.box.right, after.box.left);
}

std::u32string text_of(const Part& part, std::span<const Character> characters) {
  std::u32string text;
  for (std::size_t i = part.words.front().begin; i < part.words.back().end; ++i)
    if (!characters[i].space) text += characters[i].code;
  return text;
}

}  // namespace

std::vector<Part> parts_of(const Phrases& phrases, std::span<const Character> characters,
                           const CellIndex& cells) {
  std::vector<Part> parts;
  for (std::size_t p = 0; p < phrases.size(); ++p) {
    const std::span<const Word> words = phrases.at(p);
    const Character& first = characters[words.front().begin];
    if ((first.hidden && !words.front().cut) || first.direction == Direction::Skewed ||
        first.furniture)
      continue;
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= words.size(); ++i) {
      if (i < words.size() && !line_between(words[i - 1], words[i], cells)) continue;
      parts.push_back(part_of(words.subspan(begin, i - begin)));
      begin = i;
    }
  }
  return parts;
}

void append(Part& part, const Part& next) {
  part.words = {part.words.data(), next.words.data() + next.words.size()};
  part.box.include(next.box);
  part.figure = part.figure && next.figure;
}

std::vector<CellName> touched_cells(const Part& part, std::span<const Character> characters,
                                    const CellIndex& cells) {
  std::vector<std::pair<double, CellName>> found;
  for (std::size_t i = part.words.front().begin; i < part.words.back().end; ++i) {
    const Character& c = characters[i];
    if (c.space || c.hidden) continue;
    const CellName cell = cells.at(middle(c.box));
    if (cell.exists()) found.emplace_back(c.box.left, cell);
  }
  std::sort(found.begin(), found.end());
  std::vector<CellName> names;
  std::set<CellName> known;
  for (const auto& [left, name] : found)
    if (known.insert(name).second) names.push_back(name);
  return names;
}

bool within(const Part& part, CellName cell, const CellIndex& cells) {
  return cell.exists() && cells[cell].box.left <= part.box.left &&
         cells[cell].box.right >= part.box.right;
}

bool printed_twice(const Part& a, const Part& b, std::span<const Character> characters) {
  return std::abs(a.box.left - b.box.left) < kMostOverlap * em(a.box) &&
         std::abs(a.box.bottom - b.box.bottom) < kMostOverlap * em(a.box) &&
         text_of(a, characters) == text_of(b, characters);
}

bool beside(const Box& a, const Box& b) {
  return std::min(a.top, b.top) - std::max(a.bottom, b.bottom) >
         0.4 * std::min(a.height(), b.height());
}

}  // namespace guifan::pdf
