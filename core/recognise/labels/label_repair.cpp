// SPDX-License-Identifier: Apache-2.0
#include "recognise/labels/label_repair.h"

#include <algorithm>

#include "recognise/words/enumerator.h"
#include "text/code_points.h"

namespace guifan {
namespace {

constexpr std::size_t kLongestSegment = 60;
constexpr std::size_t kMostSegments = 64;
constexpr std::size_t kMargin = 2;

struct Segment {
  std::size_t begin = 0, end = 0;  ///< in the key
};

/// Runs of words between two places of the key, cut at digits.
std::vector<Segment> segments_between(const CompactStream& stream, std::size_t begin,
                                      std::size_t end) {
  std::vector<Segment> segments;
  std::size_t i = begin;
  while (i < end && segments.size() < kMostSegments) {
    if (is_ascii_digit(stream.key[i])) {
      ++i;
      continue;
    }
    std::size_t stop = i;
    while (stop < end && !is_ascii_digit(stream.key[stop])) ++stop;
    if (stop - i <= kLongestSegment) segments.push_back({i, stop});
    i = stop;
  }
  return segments;
}

std::size_t allowed_edits(std::size_t length) {
  return length < 4 ? 0 : std::max<std::size_t>(1, length / 4);
}

/// Distance of the segment to the nearest spelling of a label.
std::size_t distance_to(const ExpectedLabel& label, std::u32string_view segment,
                        std::size_t limit) {
  return edit_distance(label.label->key, segment, limit);
}

/// The one missing label in (low, high) that the segment spells, or -1.
std::int64_t best_label(const ExpectedTable& table, std::u32string_view segment, std::uint32_t low,
                        std::uint32_t high) {
  std::int64_t best = -1;
  std::size_t best_distance = 0;
  for (std::uint32_t l = low; l < high; ++l) {
    const std::size_t limit = allowed_edits(table.labels[l].label->key.size());
    const std::size_t distance = distance_to(table.labels[l], segment, limit);
    if (distance > limit || distance == 0) continue;
    if (best < 0 || distance < best_distance) {
      best = l;
      best_distance = distance;
    }
  }
  if (best < 0) return -1;
  for (std::uint32_t l = 0; l < table.labels.size(); ++l) {
    const ExpectedLabel& other = table.labels[l];
    if (other.label->key == table.labels[static_cast<std::size_t>(best)].label->key) continue;
    if (distance_to(other, segment, best_distance + kMargin) < best_distance + kMargin) return -1;
  }
  return best;
}

}  // namespace

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  std::vector<std::size_t> row(a.size() + 1);
  for (std::size_t i = 0; i <= a.size(); ++i) row[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    std::size_t diagonal = row[0];
    row[0] = j;
    std::size_t least = row[0];
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const std::size_t above = row[i];
      row[i] = std::min({above + 1, row[i - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      diagonal = above;
      least = std::min(least, row[i]);
    }
    if (least > limit) return limit + 1;
  }
  return row[a.size()];
}

void repair_labels(const CompactStream& stream, TableAlignment& alignment) {
  const ExpectedTable& table = *alignment.table;
  std::vector<MatchedLabel> repaired;
  for (std::size_t i = 0; i < alignment.labels.size(); ++i) {
    repaired.push_back(alignment.labels[i]);
    const MatchedLabel& left = alignment.labels[i];
    const bool last = i + 1 == alignment.labels.size();
    std::uint32_t low = left.label + 1;
    const std::uint32_t high =
        last ? static_cast<std::uint32_t>(table.labels.size()) : alignment.labels[i + 1].label;
    if (low >= high) continue;
    const std::size_t end =
        last ? std::min(stream.key.size(), left.key_end + 400) : alignment.labels[i + 1].key_begin;
    for (const Segment& segment : segments_between(stream, left.key_end, end)) {
      const std::u32string_view words(stream.key.data() + segment.begin,
                                      segment.end - segment.begin);
      const std::int64_t label = best_label(table, words, low, high);
      if (label < 0) continue;
      MatchedLabel matched;
      matched.label = static_cast<std::uint32_t>(label);
      matched.key_begin = segment.begin;
      matched.key_end = segment.end;
      matched.begin = stream.points[segment.begin];
      matched.end = stream.behind(segment.end - 1);
      matched.begin.byte =
          begin_with_enumerator(stream.atoms[matched.begin.atom].text, matched.begin.byte,
                                table.labels[matched.label].label->enumerator);
      matched.approximate = true;
      repaired.push_back(matched);
      low = matched.label + 1;
      if (low >= high) break;
    }
  }
  alignment.labels = std::move(repaired);
}

}  // namespace guifan
