// SPDX-License-Identifier: Apache-2.0
#include "recognise/labels/stream_counts.h"

#include <algorithm>
#include <bitset>
#include <string_view>

#include "text/code_points.h"
#include "text/measure_words.h"

namespace guifan {

namespace {

using CharacterSet = std::bitset<0x10000>;

const CharacterSet& unit_characters() {
  static const CharacterSet characters = [] {
    CharacterSet all;
    for (const std::string_view word : words_of_role(MeasureRole::Cell))
      for (const char32_t c : code_points(word)) all.set(c);
    return all;
  }();
  return characters;
}

bool holds(const CharacterSet& set, char32_t character) {
  return character < set.size() && set.test(character);
}

}  // namespace

bool is_unit_character(char32_t character) {
  return holds(unit_characters(), character);
}

StreamCounts::StreamCounts(const CompactStream& stream)
    : stream_(stream), foreign_(stream.key.size()), figures_(stream.key.size()) {
  const CharacterSet& units = unit_characters();
  for (std::size_t i = 0; i < stream.key.size(); ++i) {
    if (is_ascii_digit(stream.key[i])) {
      if (!goes_on(i)) figures_.set(i);
    } else if (!holds(units, stream.key[i])) {
      foreign_.set(i);
    }
  }
  foreign_.seal();
  figures_.seal();
}

bool StreamCounts::goes_on(std::size_t i) const {
  return i > 0 && is_ascii_digit(stream_.key[i]) && is_ascii_digit(stream_.key[i - 1]) &&
         stream_.points[i - 1].atom == stream_.points[i].atom;
}

TableCounts::TableCounts(const StreamCounts& counts, std::span<const Range> labels)
    : counts_(counts) {
  for (const Range& label : labels) {
    if (!covered_.empty() && label.first <= covered_.back().end) {
      covered_.back().end = std::max(covered_.back().end, label.second);
    } else {
      covered_.push_back({label.first, label.second, 0, 0});
    }
  }
  const std::size_t size = counts.stream().key.size();
  std::uint32_t foreign = 0;
  std::int64_t figures = 0;
  for (Covered& stretch : covered_) {
    stretch.foreign_before = foreign;
    stretch.figures_before = figures;
    foreign += counts.foreign(stretch.end) - counts.foreign(stretch.begin);
    figures += counts.figures(stretch.end) - counts.figures(stretch.begin);
    // A run that begins inside a label and goes on behind it begins anew there.
    if (stretch.end < size && counts.goes_on(stretch.end)) --figures;
  }
}

const TableCounts::Covered* TableCounts::last_before(std::size_t i) const {
  const auto next = std::lower_bound(
      covered_.begin(), covered_.end(), i,
      [](const Covered& stretch, std::size_t place) { return stretch.begin < place; });
  return next == covered_.begin() ? nullptr : &*std::prev(next);
}

std::uint32_t TableCounts::foreign(std::size_t i) const {
  const Covered* last = last_before(i);
  if (last == nullptr) return counts_.foreign(i);
  const std::uint32_t taken =
      last->foreign_before + counts_.foreign(std::min(i, last->end)) - counts_.foreign(last->begin);
  return counts_.foreign(i) - taken;
}

std::uint32_t TableCounts::figures(std::size_t i) const {
  const Covered* last = last_before(i);
  if (last == nullptr) return counts_.figures(i);
  std::int64_t taken =
      last->figures_before + counts_.figures(std::min(i, last->end)) - counts_.figures(last->begin);
  if (i > last->end && counts_.goes_on(last->end)) --taken;
  return static_cast<std::uint32_t>(counts_.figures(i) - taken);
}

}  // namespace guifan
