// SPDX-License-Identifier: Apache-2.0
#include "recognise/columns/printed_header.h"

#include <algorithm>
#include <array>
#include <string>

#include "guifan/text.h"
#include "recognise/columns/column_words.h"
#include "recognise/columns/header_order.h"
#include "text/code_points.h"
#include "text/utf8.h"

namespace guifan {
namespace {

/// A header is short; what is longer holds a page of something else.
constexpr std::size_t kLongestHeader = 400;
/// One line of headings: 指标 单位 2010年 2011年.
constexpr std::size_t kLongestLine = 60;
/// Lines before the first label found that may belong to the header.
constexpr std::size_t kLinesBefore = 8;
/// Headings are short words; these many may stand before the first row.
constexpr std::size_t kMostWordsBefore = 24;
constexpr std::size_t kLongestWordBytes = 36;
constexpr std::string_view kBetweenWords = " \t|";

bool has_values(const SlotRow& row) {
  return std::ranges::any_of(row.slots,
                             [](const Slot& slot) { return slot.kind == SlotKind::Value; });
}

bool contains(std::u32string_view text, std::u32string_view part) {
  return text.find(part) != std::u32string_view::npos;
}

/// Headings hold no stops.
bool is_sentence(std::string_view word) {
  return std::ranges::any_of(std::array{"。", "，", "；", "：", ",", ";", ":"},
                             [&](const char* stop) { return word.find(stop) != word.npos; });
}

/// Part of one of the labels, or one of them with something in it: a damaged label, not another.
bool is_damaged_label(std::u32string_view words, const std::vector<const Label*>& labels) {
  return std::ranges::any_of(labels, [&](const Label* label) {
    return std::ranges::any_of(label->search_keys, [&](const std::u32string& known) {
      return is_left_over(words, known) || is_left_over(known, words);
    });
  });
}

std::size_t count(const std::vector<std::u32string>& words) {
  std::size_t characters = 0;
  for (const std::u32string& word : words) characters += word.size();
  return characters;
}

}  // namespace

bool PrintedHeader::heads_columns(const MatchedLabel& label) const {
  return !has_values(alignment_.table->table->rows[expected(label).row]);
}

std::optional<PrintedHeader::Zone> PrintedHeader::zone_above(std::size_t at) const {
  const auto& labels = alignment_.labels;
  std::size_t last = at;
  while (last > 0 && !heads_columns(labels[last])) --last;
  if (!heads_columns(labels[last]) || last + 1 >= labels.size()) return std::nullopt;
  Zone zone;
  zone.last = zone.first = last;
  while (zone.first > 0 && heads_columns(labels[zone.first - 1])) --zone.first;
  zone.begin = labels[zone.first].key_begin;
  zone.end = labels[last + 1].key_begin;
  if (zone.end <= zone.begin || zone.end - zone.begin > kLongestHeader) return std::nullopt;
  return zone;
}

std::optional<PrintedHeader::Zone> PrintedHeader::zone_up_to(std::size_t at) const {
  const auto& labels = alignment_.labels;
  if (!heads_columns(labels[at])) return std::nullopt;
  Zone zone;
  zone.last = zone.first = at;
  while (zone.first > 0 && heads_columns(labels[zone.first - 1])) --zone.first;
  zone.begin = labels[zone.first].key_begin;
  zone.end = labels[at].key_end;
  if (zone.end - zone.begin > kLongestHeader) return std::nullopt;
  return zone;
}

std::vector<const Label*> PrintedHeader::leaves(const ExpectedRow& row) const {
  std::vector<const Label*> found;
  std::uint32_t in_row = 0;
  for (const Slot* value : row.values) {
    const Label* leaf = nullptr;
    std::uint32_t leaf_row = 0;
    for (const ExpectedLabel& label : alignment_.table->labels) {
      if (label.row >= row.row || has_values(alignment_.table->table->rows[label.row])) continue;
      if (label.slot->column != value->column || label.slot->column_span != value->column_span)
        continue;
      leaf = label.label;
      leaf_row = label.row;
    }
    if (leaf == nullptr || (!found.empty() && leaf_row != in_row)) return {};
    in_row = leaf_row;
    found.push_back(leaf);
  }
  return found;
}

std::optional<std::size_t> PrintedHeader::find(const Label& label, const Zone& zone) const {
  const std::u32string_view text =
      std::u32string_view(stream_.key).substr(zone.begin, zone.end - zone.begin);
  std::u32string_view longest;
  for (const std::u32string& key : label.search_keys)
    if (key.size() > longest.size() && contains(text, key)) longest = key;
  if (longest.empty()) return std::nullopt;
  const std::size_t at = text.find(longest);
  if (text.find(longest, at + 1) != std::u32string_view::npos) return std::nullopt;
  return zone.begin + at;
}

bool PrintedHeader::foreign_cell_beside(std::size_t key,
                                        const std::vector<const Label*>& leaves) const {
  const Atom& beside = stream_.atoms[stream_.points[key].atom];
  const auto same_row = [&](std::size_t atom) {
    const Atom& other = stream_.atoms[atom];
    return other.grid && other.block == beside.block && other.row == beside.row;
  };
  const auto is_label = [&](std::size_t atom) {
    return std::ranges::any_of(alignment_.labels, [&](const MatchedLabel& label) {
      return label.begin.atom <= atom && atom <= label.end.atom;
    });
  };
  std::size_t first = stream_.points[key].atom, last = first;
  while (first > 0 && same_row(first - 1)) --first;
  while (last + 1 < stream_.atoms.size() && same_row(last + 1)) ++last;
  for (std::size_t atom = first; atom <= last; ++atom) {
    const std::u32string words = code_points(label_key(stream_.atoms[atom].text, false));
    if (std::ranges::none_of(words, utf8::is_han) || is_label(atom)) continue;
    if (!is_damaged_label(words, leaves)) return true;
  }
  return false;
}

bool PrintedHeader::contradicts_in_rows(const ExpectedRow& row, std::size_t at) const {
  const auto zone = row.label < 0 ? zone_up_to(at) : zone_above(at);
  if (!zone) return false;
  const auto headings = headings_side_by_side(*alignment_.table, row);
  const std::u32string_view text =
      std::u32string_view(stream_.key).substr(zone->begin, zone->end - zone->begin);
  return out_of_order(text, headings);
}

bool PrintedHeader::other_words_before_rows(const ExpectedRow& row) const {
  const auto first = std::ranges::find_if(
      alignment_.labels, [&](const MatchedLabel& label) { return expected(label).row_label; });
  if (row.values.size() < 3 || first == alignment_.labels.end()) return false;
  const auto headings = headings_side_by_side(*alignment_.table, row);
  std::vector<const Label*> labels;
  for (const ExpectedLabel& label : alignment_.table->labels) labels.push_back(label.label);
  std::size_t others = 0;
  for (const std::string_view word : words_before(first->begin)) {
    const std::u32string key = code_points(label_key(word, false));
    if (std::ranges::none_of(key, utf8::is_han)) break;
    if (!made_of(key, headings) && !is_damaged_label(key, labels)) ++others;
  }
  return others + 1 >= row.values.size();
}

bool PrintedHeader::has_figures_aside() const {
  const auto first = std::ranges::find_if(
      alignment_.labels, [&](const MatchedLabel& label) { return expected(label).row_label; });
  if (first == alignment_.labels.end()) return false;
  for (const std::string_view word : words_before(first->begin)) {
    const std::u32string key = code_points(label_key(word, false));
    const bool of_form =
        std::ranges::any_of(alignment_.table->labels,
                            [&](const ExpectedLabel& label) { return label.label->key == key; });
    if (!of_form && compares_years(key)) return true;
  }
  return false;
}

std::vector<std::string_view> PrintedHeader::words_before(StreamPoint point) const {
  std::vector<std::string_view> words;
  std::size_t atom = point.atom;
  std::string_view text = stream_.atoms[atom].text.substr(0, point.byte);
  while (words.size() < kMostWordsBefore) {
    while (!text.empty() && kBetweenWords.find(text.back()) != kBetweenWords.npos)
      text.remove_suffix(1);
    if (text.empty()) {
      if (atom == 0 || stream_.atoms[--atom].grid) break;
      text = stream_.atoms[atom].text;
      continue;
    }
    const std::size_t space = text.find_last_of(kBetweenWords);
    const std::string_view word = text.substr(space == std::string_view::npos ? 0 : space + 1);
    if (word.size() > kLongestWordBytes || is_sentence(word)) break;
    words.push_back(word);
    text.remove_suffix(word.size());
  }
  return words;
}

bool PrintedHeader::names_two_years(const std::vector<const Label*>& leaves,
                                    const Zone& zone) const {
  const std::u32string_view text =
      std::u32string_view(stream_.key).substr(zone.begin, zone.end - zone.begin);
  return std::ranges::any_of(leaves, [&](const Label* leaf) {
    std::u32string_view year;
    for (const std::u32string& key : leaf->search_keys) {
      if (!is_ascii_digit(key.front()) || !contains(text, key)) continue;
      if (!year.empty() && key.substr(0, 4) != year) return true;
      year = std::u32string_view(key).substr(0, 4);
    }
    return false;
  });
}

bool PrintedHeader::contradicts(const ExpectedRow& row, std::size_t at) const {
  if (row.values.size() < 2) return false;
  const std::vector<const Label*> wanted = leaves(row);
  if (wanted.empty()) return contradicts_in_rows(row, at);
  auto zone = zone_above(at);
  if (!zone) return false;
  const Zone whole = *zone;
  // The first label may be one that the order of the layout did not allow to match.
  const std::size_t floor = zone->first > 0 ? alignment_.labels[zone->first - 1].key_end : 0;
  const std::size_t first_atom = stream_.points[zone->begin].atom;
  while (zone->begin > floor && zone->end - zone->begin < kLongestHeader &&
         stream_.points[zone->begin - 1].atom + kLinesBefore >= first_atom)
    --zone->begin;

  if (names_two_years(wanted, *zone)) return true;
  std::optional<std::size_t> before;
  std::size_t found = 0;
  for (const Label* leaf : wanted) {
    const auto place = find(*leaf, *zone);
    if (!place) continue;
    if (before && *place <= *before) return true;
    before = place;
    ++found;
  }
  if (found == 0 || found == wanted.size()) return false;
  if (stream_.atoms[stream_.points[*before].atom].grid) return foreign_cell_beside(*before, wanted);
  const auto words = foreign_words(whole, whole.last + 1);
  return std::ranges::any_of(words, [&](const std::u32string& word) {
    return word.size() > 1 && !is_damaged_label(word, wanted);
  });
}

std::optional<PrintedHeader::Zone> PrintedHeader::line_before_table() const {
  const MatchedLabel& label = alignment_.labels.front();
  const std::size_t atom = label.begin.atom;
  if (heads_columns(label) || stream_.atoms[atom].grid || atom == 0) return std::nullopt;
  Zone zone;
  zone.begin = zone.end = label.key_begin;
  while (zone.begin > 0 && zone.end - zone.begin < kLongestLine &&
         stream_.points[zone.begin - 1].atom + 1 >= atom)
    --zone.begin;
  // It is a header if it begins with one of the form's headings.
  const std::u32string_view text =
      std::u32string_view(stream_.key).substr(zone.begin, zone.end - zone.begin);
  std::size_t first = std::u32string_view::npos;
  for (const ExpectedLabel& expected : alignment_.table->labels) {
    if (has_values(alignment_.table->table->rows[expected.row])) continue;
    for (const std::u32string& key : expected.label->search_keys)
      first = std::min(first, text.find(key));
  }
  if (first == std::u32string_view::npos) return std::nullopt;
  zone.begin += first;
  return zone;
}

bool PrintedHeader::has_foreign_words(std::size_t at) const {
  const auto is_row = [&](const MatchedLabel& label) { return expected(label).row_label; };
  const auto first = static_cast<std::size_t>(std::ranges::find_if(alignment_.labels, is_row) -
                                              alignment_.labels.begin());
  if (foreign_words_above(at) || (first < at && foreign_words_above(first))) return true;
  std::vector<const Label*> headings;
  for (const ExpectedLabel& label : alignment_.table->labels)
    if (!has_values(alignment_.table->table->rows[label.row])) headings.push_back(label.label);
  const auto zone = first < alignment_.labels.size() ? zone_above(first) : std::nullopt;
  return zone && names_two_years(headings, *zone);
}

bool PrintedHeader::foreign_words_above(std::size_t at) const {
  auto zone = zone_above(at);
  if (!zone) {
    zone = line_before_table();
    return zone && count(foreign_words(*zone, 0)) >= 2;
  }
  // The same line before the first label found, back to the figures of the row before.
  const std::size_t floor = zone->first > 0 ? alignment_.labels[zone->first - 1].key_end : 0;
  while (zone->begin > floor && !is_ascii_digit(stream_.key[zone->begin - 1]) &&
         stream_.points[zone->begin - 1].atom == stream_.points[zone->begin].atom)
    --zone->begin;
  if (zone->end - zone->begin > kLongestHeader) return false;
  return count(foreign_words(*zone, zone->last + 1)) >= 2;
}

std::vector<std::u32string> PrintedHeader::foreign_words(const Zone& zone,
                                                         std::size_t labels_end) const {
  std::vector<bool> known(zone.end - zone.begin, false);
  const auto cover = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = std::max(begin, zone.begin); i < std::min(end, zone.end); ++i)
      known[i - zone.begin] = true;
  };
  for (std::size_t i = zone.first; i < std::min(labels_end, alignment_.labels.size()); ++i)
    cover(alignment_.labels[i].key_begin, alignment_.labels[i].key_end);
  // Labels that the alignment passed over are the form's own words too.
  const std::u32string_view text =
      std::u32string_view(stream_.key).substr(zone.begin, zone.end - zone.begin);
  for (const ExpectedLabel& label : alignment_.table->labels) {
    for (const std::u32string& key : label.label->search_keys) {
      for (std::size_t i = text.find(key); i != std::u32string_view::npos;
           i = text.find(key, i + 1))
        cover(zone.begin + i, zone.begin + i + key.size());
    }
  }
  std::vector<std::u32string> words;
  bool joins = false;
  for (std::size_t i = 0; i < known.size(); ++i) {
    // 一、(三) number what follows and are no words.
    const bool word = !known[i] && utf8::is_han(text[i]) && !is_outline_numeral(text[i]);
    if (word && !joins) words.emplace_back();
    if (word) words.back() += text[i];
    joins = word;
  }
  return words;
}

}  // namespace guifan
