// SPDX-License-Identifier: Apache-2.0
#include "crosswalk/figure_index.h"

#include <algorithm>
#include <set>

#include "guifan/text.h"
#include "text/measure_words.h"

namespace guifan {
namespace {

/// A place chosen with the help of the sums is right under every reading, but a person may want to
/// know.
constexpr std::string_view kPlacedByIdentities = "placed-by-identities";

Reading::State state_of(Printed printed) {
  switch (printed) {
    case Printed::Number:
      return Reading::State::Number;
    case Printed::Dash:
    case Printed::Empty:
      return Reading::State::Blank;
    case Printed::Lost:
      return Reading::State::Lost;
    case Printed::Ambiguous:
      return Reading::State::Ambiguous;
  }
  return Reading::State::Ambiguous;
}

bool hesitant(const Figure& figure) {
  return figure.caveat.find(kLowConfidence) != std::string::npos;
}

Reading settle(const Report& report, const std::vector<std::size_t>& figures) {
  std::vector<std::size_t> numbers, firm;
  for (const std::size_t index : figures) {
    const Figure& figure = report.figures[index];
    if (figure.printed != Printed::Number) continue;
    numbers.push_back(index);
    if (!hesitant(figure)) firm.push_back(index);
  }
  Reading reading;
  if (numbers.empty()) {
    reading.figures = figures;
    reading.state = Reading::State::Blank;
    for (const std::size_t index : figures) {
      reading.state = std::max(reading.state, state_of(report.figures[index].printed));
    }
    return reading;
  }
  reading.figures = firm.empty() ? numbers : firm;
  const Figure& first = report.figures[reading.figures.front()];
  reading.state = Reading::State::Number;
  reading.value = first.value;
  reading.unit = first.unit;
  reading.scope = first.scope;
  for (const std::size_t index : reading.figures) {
    const Figure& figure = report.figures[index];
    if (figure.unit != first.unit || compare_decimals(figure.value, first.value) != 0) {
      // "7 条" and "7 件" are the same count; 7 元 and 7 万元 are not.
      const bool same = compare_decimals(figure.value, first.value) == 0 &&
                        !is_money(figure.unit) && !is_money(first.unit);
      if (!same) reading.state = Reading::State::Conflict;
    }
    if (figure.scope != first.scope) reading.scope = Scope::Unstated;
    add_caveat(reading.caveat, figure.caveat);
    if (figure.chosen_by_identities) add_caveat(reading.caveat, kPlacedByIdentities);
  }
  if (reading.state == Reading::State::Conflict) reading.value.clear();
  return reading;
}

bool printed_number(const Figure& figure) {
  return figure.evidence == Evidence::Table && figure.printed == Printed::Number;
}

bool unreadable(const Figure& figure) {
  return figure.evidence == Evidence::Table && figure.printed == Printed::Ambiguous;
}

/// The tables of a form that give one indicator different numbers, or of which one gives a number
/// where the other cannot be read: the form is printed twice, with the figures of another year or
/// another body.
std::set<std::size_t> contradicting_tables(
    const Report& report, const std::map<std::string, std::vector<std::size_t>>& indicators) {
  std::set<std::size_t> tables;
  for (const auto& [indicator, figures] : indicators) {
    const Figure* first = nullptr;
    for (const std::size_t index : figures) {
      const Figure& figure = report.figures[index];
      if (!printed_number(figure)) continue;
      if (first == nullptr) first = &figure;
      if (figure.table == first->table || compare_decimals(figure.value, first->value) == 0)
        continue;
      tables.insert(figure.table);
      tables.insert(first->table);
    }
    for (const std::size_t index : figures) {
      const Figure& figure = report.figures[index];
      if (first == nullptr || figure.table == first->table || !unreadable(figure)) continue;
      tables.insert(figure.table);
      tables.insert(first->table);
    }
  }
  return tables;
}

/// In such a form a number that stands in one of two tables, and in the other is unreadable or
/// lost, may be the other's.
void open_half_read(const Report& report, const std::set<std::size_t>& tables,
                    const std::vector<std::size_t>& figures, Reading& reading) {
  const auto figure = [&](std::size_t index) -> const Figure& { return report.figures[index]; };
  const bool once = figures.size() < 2 && !tables.contains(figure(figures.front()).table);
  if (!reading.is_number() || tables.empty() || once) return;
  const bool both = figures.size() > 1 && std::ranges::all_of(figures, [&](std::size_t index) {
                      return printed_number(figure(index));
                    });
  if (both) return;
  reading.state = Reading::State::Ambiguous;
  reading.value.clear();
}

}  // namespace

bool Reading::is_zero() const {
  return is_number() && compare_decimals(value, "0") == 0;
}

FigureIndex::FigureIndex(const Report& report) {
  std::map<std::string, std::map<std::string, std::vector<std::size_t>>> figures;
  for (std::size_t index = 0; index < report.figures.size(); ++index) {
    const Figure& figure = report.figures[index];
    const std::string layout =
        figure.evidence == Evidence::Prose ? std::string(kProse) : figure.layout;
    figures[layout][figure.indicator].push_back(index);
  }
  for (const auto& [layout, indicators] : figures) {
    const std::set<std::size_t> contradicting = contradicting_tables(report, indicators);
    for (const auto& [indicator, indices] : indicators) {
      Reading reading = settle(report, indices);
      open_half_read(report, contradicting, indices, reading);
      layouts_[layout].emplace(indicator, std::move(reading));
    }
  }
}

const Reading* FigureIndex::find(std::string_view layout, std::string_view indicator) const {
  const auto readings = layouts_.find(layout);
  if (readings == layouts_.end()) return nullptr;
  const auto reading = readings->second.find(indicator);
  return reading == readings->second.end() ? nullptr : &reading->second;
}

void add_caveat(std::string& caveats, std::string_view more) {
  if (more.empty() || caveats.find(more) != std::string::npos) return;
  if (!caveats.empty()) caveats += '\n';
  caveats += more;
}

}  // namespace guifan
