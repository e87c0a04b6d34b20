// SPDX-License-Identifier: Apache-2.0
#include "table_join.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "line_joining.h"

namespace guifan::pdf {
namespace {

constexpr double kSameEdge = 4.0;  ///< points by which the same boundary may differ between pages
constexpr double kPageEdge =
    0.35;  ///< a cut table reaches into this share of the page, from the bottom and from the top

std::u32string text_of(const JoinedCell& cell) {
  std::u32string all;
  for (const auto& [page, part] : cell.parts) all += part.text;
  return all;
}

/// 一、 （一） 1. (1) ① 其中: the start of a new label.
bool starts_with_enumerator(const std::u32string& text) {
  static const std::u32string kNumerals = U"一二三四五六七八九十";
  if (text.starts_with(U"其中")) return true;
  std::size_t i = 0;
  if (i < text.size() && (text[i] == U'(' || text[i] == U'（')) return true;
  if (i < text.size() && text[i] >= 0x2460 && text[i] <= 0x2473) return true;
  while (i < text.size() && (is_digit(text[i]) || kNumerals.find(text[i]) != std::u32string::npos))
    ++i;
  return i > 0 && (i == text.size() || text[i] == U'.' || text[i] == U'、' || text[i] == U'．' ||
                   text[i] == U'，' || text[i] == U')' || text[i] == U'）');
}

bool near(double a, double b) {
  return std::abs(a - b) <= kSameEdge;
}

/// Every boundary of `part` stands in `whole`.
bool contained(const std::vector<double>& part, const std::vector<double>& whole) {
  return std::all_of(part.begin(), part.end(), [&](double x) {
    return std::any_of(whole.begin(), whole.end(), [x](double y) { return near(x, y); });
  });
}

std::uint32_t index_of(const std::vector<double>& columns, double x) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < columns.size(); ++i)
    if (std::abs(columns[i] - x) < std::abs(columns[best] - x)) best = i;
  return static_cast<std::uint32_t>(best);
}

/// The same cells with column numbers of another set of boundaries.
void renumber(GridCell& cell, const std::vector<double>& from, const std::vector<double>& to) {
  const std::uint32_t left = index_of(to, from[cell.column]),
                      right = index_of(to, from[cell.column + cell.column_span]);
  cell.column = left;
  cell.column_span = std::max(1U, right > left ? right - left : 1U);
}

class Joiner {
 public:
  Joiner(JoinedTable& table, JoinedTable next) : table_(table), next_(std::move(next)) {}

  void adopt_columns() {
    const auto& columns =
        table_.columns.size() >= next_.columns.size() ? table_.columns : next_.columns;
    const std::vector<double> target = columns;
    for (JoinedCell& cell : table_.cells) renumber(cell.place, table_.columns, target);
    for (JoinedCell& cell : next_.cells) renumber(cell.place, next_.columns, target);
    table_.columns = next_.columns = target;
  }

  /// Rows at the top of the next part that repeat the first rows of the table.
  std::uint32_t repeated_rows() const {
    std::uint32_t best = 0;
    for (std::uint32_t count = 1; count < next_.rows && count < table_.rows && count <= 8;
         ++count) {
      const auto ours = first_rows(table_, count), theirs = first_rows(next_, count);
      if (ours && theirs && *ours == *theirs) best = count;
    }
    return best;
  }

  void drop_rows(std::uint32_t count) {
    std::erase_if(next_.cells, [count](const JoinedCell& cell) { return cell.place.row < count; });
    for (JoinedCell& cell : next_.cells) cell.place.row -= count;
    next_.rows -= count;
  }

  void append() {
    const bool split_row = next_.rows > 0 && joins_row();
    const std::uint32_t shift = table_.rows - (split_row ? 1 : 0);
    for (JoinedCell& cell : next_.cells) {
      const bool first = cell.place.row == 0;
      JoinedCell* above = first ? cell_above(cell.place) : nullptr;
      if (above != nullptr && (split_row || continues_span(*above, cell))) {
        above->place.row_span = shift + cell.place.row_span - above->place.row;
        for (auto& part : cell.parts)
          if (!part.second.text.empty()) above->parts.push_back(std::move(part));
        continue;
      }
      cell.place.row += shift;
      table_.cells.push_back(std::move(cell));
    }
    table_.rows = shift + next_.rows;
    table_.last_page = next_.last_page;
    table_.last_box = next_.last_box;
    std::stable_sort(table_.cells.begin(), table_.cells.end(),
                     [](const JoinedCell& a, const JoinedCell& b) {
                       return a.place.row != b.place.row ? a.place.row < b.place.row
                                                         : a.place.column < b.place.column;
                     });
  }

 private:
  using RowTexts = std::vector<
      std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t, std::u32string>>;

  /// Positions and texts of the first rows; nothing where a cell reaches beyond them or they hold a
  /// figure or no words.
  static std::optional<RowTexts> first_rows(const JoinedTable& table, std::uint32_t count) {
    RowTexts texts;
    bool words = false;
    for (const JoinedCell& cell : table.cells) {
      if (cell.place.row >= count) continue;
      if (cell.place.row + cell.place.row_span > count) return std::nullopt;
      std::u32string text;
      for (const char32_t c : text_of(cell))
        if (c != U'\n' && c != U' ') text += c;
      if (is_figure(text)) return std::nullopt;
      words = words || !text.empty();
      texts.emplace_back(cell.place.row, cell.place.column, cell.place.row_span,
                         cell.place.column_span, std::move(text));
    }
    if (!words) return std::nullopt;
    return texts;
  }

  /// The cell of the table's last row with the same columns.
  JoinedCell* cell_above(const GridCell& below) {
    for (JoinedCell& cell : table_.cells)
      if (cell.place.row + cell.place.row_span == table_.rows &&
          cell.place.column == below.column && cell.place.column_span == below.column_span)
        return &cell;
    return nullptr;
  }

  /// As long as the longest line of a column in which several cells wrap: there is no room for
  /// more, whatever the cells keep free at their sides.
  bool fills_column(const JoinedCell& cell) const {
    const CellText& last = cell.parts.back().second;
    double longest = 0;
    std::size_t wrapped = 0;
    for (const JoinedCell& other : table_.cells) {
      if (other.place.column != cell.place.column ||
          other.place.column_span != cell.place.column_span)
        continue;
      for (const auto& [page, part] : other.parts) {
        if (std::abs(part.size - last.size) > 0.5) continue;
        longest = std::max(longest, part.longest_line);
        wrapped += part.lines > 1 ? 1 : 0;
      }
    }
    return wrapped > 1 && last.last_line > longest - 1.2 * last.size;
  }

  bool text_goes_on(const JoinedCell& above, const std::u32string& below,
                    bool among_headings = false) const {
    if (above.parts.empty()) return false;
    const CellText& last = above.parts.back().second;
    return (last.last_line_full || (among_headings && last.lines_alike) || fills_column(above)) &&
           !is_figure(text_of(above)) && !is_figure(below) && !starts_with_enumerator(below);
  }

  /// A label cell that spans rows on both sides of the page break.
  bool continues_span(const JoinedCell& above, const JoinedCell& below) const {
    if (above.place.row_span == 1 && below.place.row_span == 1) return false;
    const std::u32string a = text_of(above), b = text_of(below);
    if (is_figure(a) || is_figure(b)) return false;
    if (a.empty() || b.empty()) return true;
    return below.place.row_span > 1 && text_goes_on(above, b);
  }

  /// Nothing stands in one of the two rows at the page break but what reaches into it: an empty
  /// sliver of the row that was cut. Joining it to the other loses nothing.
  bool sliver() const {
    const bool above =
        std::all_of(table_.cells.begin(), table_.cells.end(), [&](const JoinedCell& cell) {
          return cell.place.row + 1 != table_.rows || text_of(cell).empty();
        });
    const bool below =
        std::all_of(next_.cells.begin(), next_.cells.end(), [](const JoinedCell& cell) {
          return cell.place.row != 0 || cell.place.row_span > 1 || text_of(cell).empty();
        });
    return above || below;
  }

  /// The two rows at the page break hold words alone.
  bool without_figures() const {
    const auto last = [&](const JoinedCell& cell) {
      return cell.place.row + cell.place.row_span == table_.rows && is_figure(text_of(cell));
    };
    const auto first = [](const JoinedCell& cell) {
      return cell.place.row == 0 && is_figure(text_of(cell));
    };
    return std::none_of(table_.cells.begin(), table_.cells.end(), last) &&
           std::none_of(next_.cells.begin(), next_.cells.end(), first);
  }

  /// One row cut by the page break: nothing of it stands on one of the pages; or its label stands
  /// on one page and its figures on the other; or its label goes on in a row that has nothing else;
  /// or it is a row of headings, two of them at least, that all go on.
  bool joins_row() {
    const bool lossless = sliver(), headings = without_figures();
    std::size_t label_goes_on = 0, figures_above = 0, figures_below = 0, labels_above = 0,
                labels_below = 0;
    for (const JoinedCell& cell : next_.cells) {
      if (cell.place.row != 0) continue;
      const JoinedCell* above = cell_above(cell.place);
      if (above == nullptr) return false;
      if (cell.place.row_span > 1 || above->place.row_span > 1) {
        if (!continues_span(*above, cell)) return false;
        continue;
      }
      if (lossless) continue;
      const std::u32string a = text_of(*above), b = text_of(cell);
      if (!a.empty() && !b.empty()) {
        if (!text_goes_on(*above, b, headings)) return false;
        ++label_goes_on;
      } else if (!b.empty()) {
        ++(is_figure(b) ? figures_below : labels_below);
      } else if (!a.empty()) {
        ++(is_figure(a) ? figures_above : labels_above);
      }
    }
    if (lossless) return true;
    if (headings) return label_goes_on > 1 || (label_goes_on == 1 && labels_below > 0);
    // Figures without a label on one page, and on the other a label without figures.
    if (labels_below > 0)
      return labels_below == 1 && figures_below == 0 && labels_above == 0 && label_goes_on == 0;
    if (figures_below > 0) return figures_above == 0 && labels_above + label_goes_on > 0;
    return label_goes_on > 0;
  }

  JoinedTable& table_;
  JoinedTable next_;
};

}  // namespace

JoinedTable start_table(PageTable table) {
  JoinedTable joined;
  joined.first_page = joined.last_page = table.page;
  joined.first_box = joined.last_box = table.box;
  joined.columns = std::move(table.columns);
  joined.rows = table.rows;
  joined.ruled = table.ruled;
  for (PageCell& cell : table.cells)
    joined.cells.push_back({cell.place, {{table.page, std::move(cell.text)}}});
  return joined;
}

bool join_table(JoinedTable& table, const PageTable& next, double last_page_height,
                double next_page_height) {
  if (!table.ruled || !next.ruled || next.page != table.last_page + 1) return false;
  if (table.columns.size() < 2 || next.columns.size() < 2) return false;
  if (!near(table.columns.front(), next.columns.front()) ||
      !near(table.columns.back(), next.columns.back()))
    return false;
  if (!contained(next.columns, table.columns) && !contained(table.columns, next.columns))
    return false;
  Joiner joiner(table, start_table(next));
  if (table.columns.size() == next.columns.size()) {
    const std::uint32_t repeated = joiner.repeated_rows();
    if (repeated > 0) {
      joiner.adopt_columns();
      joiner.drop_rows(repeated);
      joiner.append();
      return true;
    }
  }
  const bool cut = table.last_box.bottom < kPageEdge * last_page_height &&
                   next.box.top > (1 - kPageEdge) * next_page_height;
  if (!cut) return false;
  joiner.adopt_columns();
  joiner.append();
  return true;
}

}  // namespace guifan::pdf
