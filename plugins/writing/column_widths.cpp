// SPDX-License-Identifier: Apache-2.0
#include "writing/column_widths.h"

#include <algorithm>
#include <numeric>

#include "writing/grid.h"
#include "writing/markup.h"

namespace guifan::writing {
namespace {

constexpr std::uint32_t kPadding = 140;     ///< left and right cell margins and border, twips
constexpr std::uint32_t kLabelUnits = 4;    ///< a label may break after two characters
constexpr std::uint32_t kNumberSlack = 2;   ///< the ≈ mark, and fonts with wide digits
constexpr std::uint32_t kLongestWord = 20;  ///< longer ones, such as hashes, break after all
constexpr std::uint32_t kWideUnits = 40;    ///< longer texts break into lines anyway

struct Wish {
  std::uint64_t least = 0;  ///< below it numbers break
  std::uint64_t good = 0;   ///< labels break decently
};

/// Longest run of ASCII characters without a space: a number in a plain table, an id. Such a run
/// does not break.
std::uint32_t longest_word(std::string_view text) {
  std::uint32_t longest = 0;
  std::uint32_t run = 0;
  for (const char c : text) {
    run = c > ' ' && c < 0x7f ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest == 0 ? 0 : longest + 1;
}

bool is_value(const guifan_grid_cell& cell) {
  return cell.role == GUIFAN_ROLE_VALUE || cell.role == GUIFAN_ROLE_BLANK;
}

/// What a cell that lies in one column asks of it, in units.
Wish wish_of(const guifan_grid_cell& cell) {
  const std::uint32_t units = text_units(sdk::view(cell.text));
  if (is_value(cell)) {
    const std::uint32_t number = std::clamp<std::uint32_t>(units, 3, 16) + kNumberSlack;
    return {number, number};
  }
  const std::uint32_t word = std::min(longest_word(sdk::view(cell.text)), kLongestWord);
  // A label beside several rows has room to run down.
  const std::uint32_t lines = std::max<std::uint32_t>(1, cell.row_span);
  const std::uint32_t good =
      std::min({units, kWideUnits, std::max(kLabelUnits, 2 * units / lines)});
  const std::uint32_t least = std::max(std::min(units, kLabelUnits), word);
  return {least, std::max(good, least)};
}

/// What every column asks for, in twips.
std::vector<Wish> wishes_of(const guifan_block& block, std::uint32_t unit) {
  std::vector<Wish> wishes(block.columns, {3, 3});
  std::vector<bool> has_values(block.columns, false);
  for (const guifan_grid_cell& cell : cells_of(block)) {
    if (cell.column_span != 1 || cell.column >= block.columns) continue;
    Wish& wish = wishes[cell.column];
    const Wish one = wish_of(cell);
    wish.least = std::max(wish.least, one.least);
    wish.good = std::max(wish.good, one.good);
    if (is_value(cell)) has_values[cell.column] = true;
  }
  // Columns of numbers are printed alike, and leave the room that they do not need to the labels
  // beside them.
  std::uint64_t widest = 0;
  for (std::size_t i = 0; i < wishes.size(); ++i)
    if (has_values[i]) widest = std::max(widest, wishes[i].least);
  for (std::size_t i = 0; i < wishes.size(); ++i)
    if (has_values[i]) wishes[i] = {widest, widest};
  for (Wish& wish : wishes) {
    wish.least = wish.least * unit + kPadding;
    wish.good = std::max(wish.least, wish.good * unit + kPadding);
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

std::uint64_t least_width(const guifan_block& block, std::uint32_t unit) {
  std::uint64_t least = 0;
  for (const Wish& wish : wishes_of(block, unit)) least += wish.least;
  return least;
}

std::vector<std::uint32_t> column_widths(const guifan_block& block, std::uint32_t total,
                                         std::uint32_t unit) {
  const std::vector<Wish> wishes = wishes_of(block, unit);
  std::uint64_t least = 0;
  std::uint64_t good = 0;
  for (const Wish& wish : wishes) {
    least += wish.least;
    good += wish.good;
  }
  std::vector<std::uint32_t> widths(block.columns);
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    const Wish& wish = wishes[i];
    std::uint64_t width = 0;
    if (least >= total)
      width = wish.least * total / least;
    else if (good >= total)
      width = wish.least + (wish.good - wish.least) * (total - least) / (good - least);
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
