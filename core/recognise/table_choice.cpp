// SPDX-License-Identifier: Apache-2.0
#include "recognise/table_choice.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace guifan {
namespace {

constexpr double kLeastCoverage = 0.5;
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
  return alignment.rows_with_values >= std::min<std::size_t>(2, rows) &&
         coverage(alignment) >= kLeastCoverage;
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
  // How much each layout explains of the whole report; used to settle ties.
  std::map<std::string_view, double> explained;
  for (const TableAlignment& a : alignments) {
    const bool beaten = std::any_of(
        alignments.begin(), alignments.end(),
        [&](const TableAlignment& b) { return overlap(a, b) && b.score > a.score * (1 + kTie); });
    if (!beaten) explained[a.table->layout->id] += a.score;
  }
  std::vector<std::size_t> order(alignments.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
    return alignments[x].score > alignments[y].score;
  });
  std::vector<bool> settled(alignments.size(), false);
  std::vector<TableAlignment> chosen;
  for (const std::size_t i : order) {
    if (settled[i]) continue;
    std::size_t winner = i;
    for (const std::size_t j : order) {
      if (settled[j] || j == winner || !overlap(alignments[i], alignments[j])) continue;
      if (alignments[j].score < alignments[i].score * (1 - kTie)) continue;
      if (explained[alignments[j].table->layout->id] >
          explained[alignments[winner].table->layout->id])
        winner = j;
    }
    for (std::size_t j = 0; j < alignments.size(); ++j)
      if (overlap(alignments[winner], alignments[j])) settled[j] = true;
    settled[winner] = true;
    chosen.push_back(alignments[winner]);
  }
  std::sort(chosen.begin(), chosen.end(), [](const TableAlignment& a, const TableAlignment& b) {
    return a.labels.front().begin < b.labels.front().begin;
  });
  return chosen;
}

}  // namespace guifan
