// SPDX-License-Identifier: Apache-2.0
#include "recognise/labels/table_choice.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace guifan {
namespace {

constexpr double kLeastCoverage = 0.5;
constexpr std::size_t kManyRows = 5;
constexpr double kLeastCoverageOfMany = 0.3;
constexpr double kTie = 0.03;  ///< scores within three per cent say nothing about the layout

bool overlap(const TableAlignment& a, const TableAlignment& b) {
  return a.labels.front().begin < b.labels.back().end &&
         b.labels.front().begin < a.labels.back().end;
}

bool convincing(const TableAlignment& alignment) {
  if (alignment.labels.size() < 3) return false;
  const std::size_t rows = alignment.table->rows.size();
  // A table with one unlabelled row of figures shows itself by its header alone.
  const bool header_only =
      std::none_of(alignment.table->labels.begin(), alignment.table->labels.end(),
                   [](const ExpectedLabel& label) { return label.row_label; });
  if (header_only || rows == 1) return coverage(alignment) >= 0.6 && alignment.labels.size() >= 5;
  if (alignment.rows_with_values < std::min<std::size_t>(2, rows)) return false;
  // Many rows stand for themselves, even where a page between them is gone.
  const double least =
      alignment.rows_with_values >= kManyRows ? kLeastCoverageOfMany : kLeastCoverage;
  return coverage(alignment) >= least;
}

/// Alignments [begin, end) that overlap directly or through others.
struct Region {
  std::size_t begin = 0, end = 0;
};

/// REQUIRES: alignments are ordered by place.
std::vector<Region> regions_of(const std::vector<TableAlignment>& alignments) {
  std::vector<Region> regions;
  StreamPoint reach;
  for (std::size_t i = 0; i < alignments.size(); ++i) {
    if (regions.empty() || !(alignments[i].labels.front().begin < reach)) regions.push_back({i, i});
    regions.back().end = i + 1;
    reach = std::max(reach, alignments[i].labels.back().end);
  }
  return regions;
}

/// Layouts with the sum of their tables' scores in a region, best first, ties by id. A form that
/// one layout describes as one table and another as four small ones is compared as a whole.
using Ranking = std::vector<std::pair<std::string_view, double>>;

Ranking ranking_in(const std::vector<TableAlignment>& alignments, const Region& region) {
  std::map<std::string_view, double> sums;
  for (std::size_t i = region.begin; i < region.end; ++i)
    sums[alignments[i].table->layout->id] += alignments[i].score;
  Ranking ranking(sums.begin(), sums.end());
  std::stable_sort(ranking.begin(), ranking.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return ranking;
}

}  // namespace

double coverage(const TableAlignment& alignment) {
  const auto& labels = alignment.table->labels;
  double expected = 0, found = 0;
  for (std::uint32_t l = alignment.labels.front().label; l <= alignment.labels.back().label; ++l)
    if (!alignment.table->table->rows[labels[l].row].optional) expected += labels[l].weight;
  for (const MatchedLabel& matched : alignment.labels)
    if (!alignment.table->table->rows[labels[matched.label].row].optional)
      found += labels[matched.label].weight;
  return expected > 0 ? found / expected : 0;
}

std::vector<TableAlignment> choose_tables(std::vector<TableAlignment> alignments) {
  std::erase_if(alignments, [](const TableAlignment& a) { return !convincing(a); });
  std::sort(alignments.begin(), alignments.end(),
            [](const TableAlignment& a, const TableAlignment& b) {
              if (a.labels.front().begin != b.labels.front().begin)
                return a.labels.front().begin < b.labels.front().begin;
              return a.table < b.table;
            });
  const std::vector<Region> regions = regions_of(alignments);
  // How much each layout explains where it is clearly ahead; settles the ties.
  std::map<std::string_view, double> explained;
  for (const Region& region : regions) {
    const Ranking ranking = ranking_in(alignments, region);
    if (ranking.size() == 1 || ranking[1].second < ranking[0].second * (1 - kTie))
      explained[ranking[0].first] += ranking[0].second;
  }
  std::vector<TableAlignment> chosen;
  for (const Region& region : regions) {
    Ranking ranking = ranking_in(alignments, region);
    std::stable_sort(ranking.begin(), ranking.end(), [&](const auto& a, const auto& b) {
      const double least = ranking.front().second * (1 - kTie);
      const bool a_ties = a.second >= least, b_ties = b.second >= least;
      if (a_ties != b_ties) return a_ties;
      return a_ties && explained[a.first] > explained[b.first];
    });
    // The winner's tables first; another layout's table counts where none of them stands (a report
    // may mix layouts).
    std::vector<std::size_t> taken;
    for (const auto& [layout, sum] : ranking) {
      std::vector<std::size_t> own;
      for (std::size_t k = region.begin; k < region.end; ++k)
        if (alignments[k].table->layout->id == layout) own.push_back(k);
      std::stable_sort(own.begin(), own.end(), [&](std::size_t a, std::size_t b) {
        return alignments[a].score > alignments[b].score;
      });
      for (const std::size_t k : own) {
        const bool free = std::none_of(taken.begin(), taken.end(), [&](std::size_t t) {
          return overlap(alignments[t], alignments[k]);
        });
        if (free) taken.push_back(k);
      }
    }
    std::sort(taken.begin(), taken.end());
    for (const std::size_t i : taken) chosen.push_back(alignments[i]);
  }
  return chosen;
}

}  // namespace guifan
