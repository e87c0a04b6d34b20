// SPDX-License-Identifier: Apache-2.0
#include "crosswalk/residue.h"

#include <algorithm>
#include <set>

namespace guifan {
namespace {

std::string_view reason_word(Unused reason) {
  switch (reason) {
    case Unused::NoCounterpart:
      return "no-counterpart";
    case Unused::Cumulative:
      return "cumulative";
    case Unused::NotDerivable:
      return "not-derivable";
    case Unused::Forbidden:
      return "forbidden";
    case Unused::ApproximateOnly:
      return "approximate-only";
    case Unused::Ambiguous:
      return "ambiguous";
    case Unused::Conflict:
      return "conflict";
  }
  return "no-counterpart";
}

/// The digits of a figure that could not be placed, as the source has them.
std::string token_texts(const Report& report, const std::vector<std::size_t>& tokens) {
  std::string text;
  for (const std::size_t token : tokens) {
    if (!text.empty()) text += ' ';
    text += report.tokens[token].text;
  }
  return text;
}

}  // namespace

std::vector<Residue> collect_residue(const CrosswalkState& state, const LayoutLibrary& layouts) {
  const Report& report = state.report;
  std::vector<Residue> residue = report.residue;
  std::set<std::size_t> used, accounted;
  for (const DraftCell& cell : state.draft.cells()) {
    if (!cell.filled) continue;
    for (const std::size_t index : cell.value.figures) {
      used.insert(index);
      accounted.insert(report.figures[index].tokens.begin(), report.figures[index].tokens.end());
    }
  }
  for (const Residue& entry : residue) accounted.insert(entry.tokens.begin(), entry.tokens.end());
  for (const Diagnostic& diagnostic : report.diagnostics) {
    accounted.insert(diagnostic.tokens.begin(), diagnostic.tokens.end());
  }
  for (std::size_t index = 0; index < report.figures.size(); ++index) {
    const Figure& figure = report.figures[index];
    if (used.contains(index)) continue;
    Residue entry;
    for (const std::size_t token : figure.tokens) {
      if (token < report.tokens.size() && accounted.insert(token).second)
        entry.tokens.push_back(token);
    }
    const auto unused = state.unused.find(index);
    const bool contradicts = unused != state.unused.end() && unused->second == Unused::Conflict;
    if (entry.tokens.empty()) {
      // Its digits are listed elsewhere; or it is a statement in words, which stays in its
      // paragraph, or a blank.
      const bool tabular_number =
          figure.printed == Printed::Number && figure.tokens.empty() && !figure.zero_statement;
      if (!tabular_number &&
          !(contradicts && figure.tokens.empty() && figure.printed == Printed::Number))
        continue;
    }
    entry.label = figure.label.empty() ? figure.indicator : figure.label;
    entry.unit = figure.unit;
    if (entry.unit.empty()) {
      const Layout* layout = layouts.find(figure.layout);
      const Slot* slot = layout == nullptr ? nullptr : layout->find(figure.indicator);
      if (slot != nullptr) entry.unit = slot->unit;
    }
    entry.value =
        figure.printed == Printed::Number ? figure.value : token_texts(report, entry.tokens);
    entry.place = figure.place;
    entry.reason = reason_word(figure.printed == Printed::Ambiguous ? Unused::Ambiguous
                               : unused == state.unused.end()       ? Unused::NoCounterpart
                                                                    : unused->second);
    residue.push_back(std::move(entry));
  }
  return residue;
}

}  // namespace guifan
