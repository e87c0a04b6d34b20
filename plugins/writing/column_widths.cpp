// SPDX-License-Identifier: Apache-2.0
#include "writing/column_widths.h"

#include <algorithm>
#include <numeric>

#include "writing/grid.h"
#include "writing/markup.h"

namespace guifan::writing {
namespace {

constexpr std::uint32_t kPadding = 130;       ///< left and right cell margins and border, twips
constexpr std::uint32_t kLabelUnits = 4;      ///< a label may break after two characters
constexpr std::uint32_t kGoodUnits = 6;       ///< and better after three
constexpr std::uint64_t kNumberColumn = 685;  ///< the template's, twips
constexpr std::uint32_t kShortLabelRows = 3;
constexpr std::uint32_t kNumberUnits = 3;   ///< room for a number that a person fills in
constexpr std::uint32_t kLongestWord = 20;  ///< longer ones, such as hashes, break after all
constexpr std::uint32_t kWideUnits = 40;    ///< longer texts break into lines anyway

struct Wish {
  std::uint64_t least = 0;  ///< below it numbers break
  std::uint64_t good = 0;   ///< labels break decently
  std::uint64_t whole = 0;  ///< nothing breaks
};

/// Room for this many digits: fonts that stand in for Times New Roman have digits a third wider.
std::uint32_t number_units(std::uint32_t digits) {
  return (digits * 4 + 2) / 3;
}

/// Longest run of ASCII characters without a space: a number in a plain table, an id. Such a run
/// does not break.
std::uint32_t longest_word(std::string_view text) {
  std::uint32_t longest = 0;
  std::uint32_t run = 0;
  for (const char c : text) {
    run = c > ' ' && c < 0x7f ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest == 0 ? 0 : number_units(longest);
}

bool is_value(const guifan_grid_cell& cell) {
  return cell.role == GUIFAN_ROLE_VALUE || cell.role == GUIFAN_ROLE_BLANK;
}

/// What a cell that lies in one column asks of it, in units.
Wish wish_of(const guifan_grid_cell& cell, bool approximate) {
  const std::uint32_t units = text_units(sdk::view(cell.text));
  if (is_value(cell)) {
    const std::uint32_t number =
        number_units(std::clamp<std::uint32_t>(units, kNumberUnits, 16) + (approximate ? 2 : 0));
    return {number, number, number};
  }
  const std::uint32_t word = std::min(longest_word(sdk::view(cell.text)), kLongestWord);
  // A label beside several rows has room to run down.
  const std::uint32_t lines = std::max<std::uint32_t>(1, cell.row_span);
  const std::uint32_t good = std::min({units, kWideUnits, std::max(kGoodUnits, 2 * units / lines)});
  // A long column of a few characters a line is hard to read.
  const std::uint32_t narrowest = cell.row_span > kShortLabelRows ? kGoodUnits : kLabelUnits;
  const std::uint32_t least = std::max(std::min(units, narrowest), word);
  return {least, std::max(good, least), std::max(units, least)};
}

/// What every column asks for, in twips.
std::vector<Wish> wishes_of(const sdk::ReportView& report, const guifan_block& block,
                            std::uint32_t unit) {
  std::vector<Wish> wishes(block.columns, {3, 3, 3});
  std::vector<bool> has_values(block.columns, false);
  for (const guifan_grid_cell& cell : cells_of(block)) {
    if (cell.column_span != 1 || cell.column >= block.columns) continue;
    Wish& wish = wishes[cell.column];
    const guifan_cell* filled = writing::template_cell(report, cell);
    const Wish one = wish_of(cell, filled != nullptr && writing::is_approximate(*filled));
    wish.least = std::max(wish.least, one.least);
    wish.good = std::max(wish.good, one.good);
    wish.whole = std::max(wish.whole, one.whole);
    if (is_value(cell)) has_values[cell.column] = true;
  }
  // Columns of numbers are printed alike, and leave the room that they do not need to the labels
  // beside them.
  std::uint64_t widest = 0;
  for (std::size_t i = 0; i < wishes.size(); ++i)
    if (has_values[i]) widest = std::max(widest, wishes[i].least);
  for (std::size_t i = 0; i < wishes.size(); ++i)
    if (has_values[i]) wishes[i] = {widest, widest, widest};
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    Wish& wish = wishes[i];
    wish.least = wish.least * unit + kPadding;
    wish.good = std::max(wish.least, wish.good * unit + kPadding);
    if (has_values[i]) wish.good = std::max(wish.good, kNumberColumn);
    wish.whole = std::max(wish.good, has_values[i] ? 0 : wish.whole * unit + kPadding);
  }
  return wishes;
}

}  // namespace

std::uint32_t text_units(std::string_view text) {
  std::uint32_t longest = 0;
  for_each_line(text, [&](std::string_view line) {
    std::uint32_t units = 0;
    for (const char c : line) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x80)
        units += 1;
      else if (byte >= 0xE0)
        units += 2;
      else if (byte >= 0xC0)
        units += 1;
    }
    longest = std::max(longest, units);
  });
  return longest;
}

std::uint64_t least_width(const sdk::ReportView& report, const guifan_block& block,
                          std::uint32_t unit) {
  std::uint64_t least = 0;
  for (const Wish& wish : wishes_of(report, block, unit)) least += wish.least;
  return least;
}

std::vector<std::uint32_t> column_widths(const sdk::ReportView& report, const guifan_block& block,
                                         std::uint32_t total, std::uint32_t unit) {
  const std::vector<Wish> wishes = wishes_of(report, block, unit);
  std::uint64_t least = 0;
  std::uint64_t good = 0;
  std::uint64_t broken = 0;  // what all columns together lack for whole lines
  for (const Wish& wish : wishes) {
    least += wish.least;
    good += wish.good;
    broken += wish.whole - wish.good;
  }
  // The template's narrow forms have equal columns.
  const bool equal =
      block.kind == GUIFAN_BLOCK_TEMPLATE_TABLE &&
      std::ranges::all_of(wishes, [&](const Wish& w) { return w.good <= total / wishes.size(); });
  std::vector<std::uint32_t> widths(block.columns);
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    const Wish& wish = wishes[i];
    std::uint64_t width = 0;
    if (equal)
      width = total / wishes.size();
    else if (least >= total)
      width = wish.least * total / least;
    else if (good >= total)
      width = wish.least + (wish.good - wish.least) * (total - least) / (good - least);
    else if (broken > 0)
      width = wish.good + (total - good) * (wish.whole - wish.good) / broken;
    else
      width = wish.good + (total - good) / wishes.size();
    widths[i] = static_cast<std::uint32_t>(width);
  }
  if (!widths.empty()) {
    const std::uint64_t sum = std::accumulate(widths.begin(), widths.end(), std::uint64_t{0});
    widths.back() += static_cast<std::uint32_t>(total - std::min<std::uint64_t>(sum, total));
  }
  return widths;
}

}  // namespace guifan::writing
