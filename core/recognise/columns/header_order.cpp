// SPDX-License-Identifier: Apache-2.0
#include "recognise/columns/header_order.h"

#include <algorithm>
#include <map>
#include <optional>

namespace guifan {
namespace {

bool has_values(const SlotRow& row) {
  return std::ranges::any_of(row.slots,
                             [](const Slot& slot) { return slot.kind == SlotKind::Value; });
}

/// Spellings of the labels, the longest first: 其他 stands in 法人或其他组织 too.
std::vector<std::u32string_view> spellings(
    const std::vector<std::vector<const Label*>>& side_by_side) {
  std::vector<std::u32string_view> keys;
  for (const auto& labels : side_by_side)
    for (const Label* label : labels)
      keys.insert(keys.end(), label->search_keys.begin(), label->search_keys.end());
  std::ranges::stable_sort(keys, std::ranges::greater{}, &std::u32string_view::size);
  return keys;
}

}  // namespace

std::vector<std::vector<const Label*>> headings_side_by_side(const ExpectedTable& table,
                                                             const ExpectedRow& row) {
  const std::uint32_t first = row.values.front()->column;
  const std::uint32_t end = row.values.back()->column + row.values.back()->column_span;
  std::map<std::pair<std::uint32_t, bool>, std::vector<const Label*>> lists;
  for (const ExpectedLabel& label : table.labels) {
    const Slot& slot = *label.slot;
    if (label.row >= row.row || has_values(table.table->rows[label.row])) continue;
    if (slot.column < first || slot.column + slot.column_span > end) continue;
    lists[{label.row, slot.column_span == 1}].push_back(label.label);
  }
  std::vector<std::vector<const Label*>> side_by_side;
  for (auto& [place, labels] : lists) side_by_side.push_back(std::move(labels));
  return side_by_side;
}

bool out_of_order(std::u32string_view text,
                  const std::vector<std::vector<const Label*>>& side_by_side) {
  const std::vector<std::u32string_view> keys = spellings(side_by_side);
  std::map<std::u32string_view, std::size_t> places;
  for (std::size_t at = 0; at < text.size();) {
    const auto key = std::ranges::find_if(
        keys, [&](std::u32string_view known) { return text.substr(at).starts_with(known); });
    if (key != keys.end()) places[*key] = at;
    at += key == keys.end() ? 1 : key->size();
  }
  const auto place_of = [&](const Label* label) {
    std::optional<std::size_t> last;
    for (const std::u32string& key : label->search_keys)
      if (const auto place = places.find(key); place != places.end())
        last = std::max(last, std::optional(place->second));
    return last;
  };
  return std::ranges::any_of(side_by_side, [&](const std::vector<const Label*>& labels) {
    std::size_t before = 0;
    for (const Label* label : labels) {
      const auto place = place_of(label);
      const bool again = std::ranges::any_of(
          labels, [&](const Label* other) { return other != label && other->key == label->key; });
      if (!place || again) continue;
      if (*place < before) return true;
      before = *place;
    }
    return false;
  });
}

bool made_of(std::u32string_view words,
             const std::vector<std::vector<const Label*>>& side_by_side) {
  return std::ranges::all_of(words, [&](char32_t c) {
    return std::ranges::any_of(side_by_side, [&](const std::vector<const Label*>& labels) {
      return std::ranges::any_of(
          labels, [&](const Label* label) { return label->key.find(c) != std::u32string::npos; });
    });
  });
}

bool is_left_over(std::u32string_view part, std::u32string_view text) {
  std::size_t at = 0;
  for (const char32_t c : text)
    if (at < part.size() && part[at] == c) ++at;
  return at == part.size();
}

}  // namespace guifan
