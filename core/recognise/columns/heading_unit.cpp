// SPDX-License-Identifier: Apache-2.0
#include "recognise/columns/heading_unit.h"

#include "text/measure_words.h"

namespace guifan {
namespace {

/// The heading's words, up to the bracket that closes behind them.
std::string words(const CompactStream& stream, const MatchedLabel& label) {
  std::string text;
  for (std::size_t atom = label.begin.atom; atom <= label.end.atom; ++atom)
    text += stream.atoms[atom].text.substr(atom == label.begin.atom ? label.begin.byte : 0);
  const Atom& last = stream.atoms[label.end.atom];
  const std::size_t behind = last.text.size() - label.end.byte;
  const std::size_t end = text.find(')', text.size() - behind);
  return text.substr(0, end == std::string::npos ? text.size() - behind : end);
}

}  // namespace

std::string heading_unit(const CompactStream& stream, const TableAlignment& alignment,
                         const Slot& value) {
  const MatchedLabel* nearest = nullptr;
  for (const MatchedLabel& label : alignment.labels) {
    const ExpectedLabel& expected = alignment.table->labels[label.label];
    if (!expected.row_label && expected.row < value.row && expected.slot->column == value.column)
      nearest = &label;
  }
  if (nearest == nullptr) return {};
  return std::string(money_unit_in(words(stream, *nearest)));
}

}  // namespace guifan
