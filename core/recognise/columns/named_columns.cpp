// SPDX-License-Identifier: Apache-2.0
#include "recognise/columns/named_columns.h"

#include <algorithm>
#include <string>

#include "guifan/text.h"
#include "recognise/columns/column_words.h"
#include "recognise/columns/header_order.h"
#include "text/code_points.h"
#include "text/utf8.h"

namespace guifan {
namespace {

constexpr std::uint32_t kMostHeaderRows = 6;
constexpr std::size_t kShortestNumbering = 3;
constexpr std::size_t kShortestName = 4;
constexpr std::size_t kLongestCount = 16;  // bytes

/// 2019年, 2019年度: a heading, although it begins with a number.
bool is_year(std::string_view text) {
  const std::string key = label_key(text, false);
  return key.size() > 4 && std::string_view(key).substr(4).starts_with("年") &&
         std::ranges::all_of(key.substr(0, 4), [](char c) { return c >= '0' && c <= '9'; });
}

bool has_values(const SlotRow& row) {
  return std::ranges::any_of(row.slots,
                             [](const Slot& slot) { return slot.kind == SlotKind::Value; });
}

/// A cell of the printed header.
struct Heading {
  std::u32string key;
  std::uint32_t column = 0, end = 0;
  std::size_t atom = 0;
  bool covers(std::uint32_t at) const { return column <= at && at < end; }
};

class HeaderReader {
 public:
  HeaderReader(const CompactStream& stream, const TableAlignment& alignment, const ExpectedRow& row,
               const MatchedLabel& label, const std::vector<RowToken>& tokens)
      : stream_(stream), alignment_(alignment), table_(*alignment.table), row_(row) {
    const Atom& last = stream.atoms[label.end.atom];
    if (row.label >= 0) label_end_ = last.column + last.column_span;
    bool code = row.has_code;  // stands before the figures
    for (const RowToken& token : tokens) {
      if (token.kind == RowToken::Kind::Unit) continue;
      if (!code || token.text != row.code) tokens_.push_back(&token);
      code = false;
    }
    if (!tokens_.empty()) collect_headings();
  }

  NamedColumns run() {
    NamedColumns out = read();
    // Headings of another form say no although nobody knows which of them heads what.
    const bool unknown = out.verdict == NamedColumns::Verdict::Unknown;
    return unknown && !tokens_.empty() && mostly_foreign() ? contradicted() : out;
  }

 private:
  NamedColumns read() {
    NamedColumns out;
    if (headings_.empty() || tokens_.empty()) return out;
    out.of_slot.resize(row_.values.size());
    // A heading beside the columns of its figures: spans were lost, positions say nothing.
    for (std::size_t slot = 0; slot < row_.values.size(); ++slot) {
      const ExpectedLabel* leaf = leaf_of(slot);
      if (leaf == nullptr) return out;
      if (displaced(*leaf)) return out;
    }
    std::size_t foreign = 0, aside = 0, placed = 0;
    bool in_position = tokens_.size() == row_.values.size();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const std::uint32_t column = stream_.atoms[tokens_[i]->atom].column;
      const std::vector<const Heading*> above = headings_above(column);
      const std::optional<std::size_t> slot = slot_under(above);
      if (slot) {
        if (out.of_slot[*slot] == column) return out;  // several figures in one cell
        if (out.of_slot[*slot]) return contradicted();
        out.of_slot[*slot] = column;
        ++placed;
        in_position = in_position && *slot == i;
      } else if (is_figure(*tokens_[i])) {
        if (above.empty() || std::ranges::any_of(above, [&](const Heading* cell) {
              return heads_labels(*cell) || heads_printed_columns(*cell);
            }))
          return out;
        const auto any = [&](auto holds) { return std::ranges::any_of(above, holds); };
        if (any([&](const Heading* cell) { return is_known(*cell); })) continue;
        ++(any([&](const Heading* cell) { return stands_aside(cell->key); }) ? aside : foreign);
      }
    }
    if (placed == 0) return foreign > 1 || aside > 0 ? contradicted() : out;
    if (ends_early()) {
      out.verdict = NamedColumns::Verdict::CellMissing;
      return out;
    }
    // A column of another kind may hold a part of what its neighbours hold in the form.
    if (foreign > 0) return contradicted();
    // Without a label of its own the row may be anybody's: 2021年, a body's name.
    if (aside > 0 && (row_.label < 0 || (placed == 1 && row_.values.size() > 1)))
      return contradicted();
    if (aside == 0 && in_position && placed < row_.values.size()) return out;
    // A row that ends before its last column may have lost a cell in the middle.
    for (std::size_t slot = 0; slot < row_.values.size(); ++slot)
      if (headed_behind(*leaf_of(slot), stream_.atoms[tokens_.back()->atom].column)) return out;
    if (tokens_.size() >= row_.values.size())
      for (std::size_t slot = 0; slot < row_.values.size(); ++slot)
        if (!out.of_slot[slot] && printed(*leaf_of(slot))) return out;
    out.verdict = NamedColumns::Verdict::Named;
    out.as_in_form =
        aside == 0 && placed == row_.values.size() && std::ranges::is_sorted(out.of_slot);
    return out;
  }

  static NamedColumns contradicted() {
    NamedColumns out;
    out.verdict = NamedColumns::Verdict::Contradicted;
    return out;
  }

  /// Behind the row's last cell there is a heading of the form without a cell below it.
  bool ends_early() const {
    const Atom& last = stream_.atoms[tokens_.back()->atom];
    return tokens_.size() < row_.values.size() &&
           std::ranges::any_of(headings_, [&](const Heading& cell) {
             if (cell.column < last.column + last.column_span) return false;
             for (std::size_t slot = 0; slot < row_.values.size(); ++slot)
               if (heads(cell, *leaf_of(slot))) return true;
             return false;
           });
  }

  /// About as many headings of another form as the row has figures.
  bool mostly_foreign() const {
    const auto foreign = std::ranges::count_if(
        headings_, [&](const Heading& cell) { return !is_known(cell) && !heads_labels(cell); });
    return row_.values.size() > 2 && static_cast<std::size_t>(foreign) + 1 >= row_.values.size();
  }

  /// The nearest rows of words above the figures' row, rows of figures between them left out.
  void collect_headings() {
    std::size_t end = tokens_.front()->atom;
    const Atom& own = stream_.atoms[end];
    while (end > 0 && same_row(end - 1, own.row, own.block)) --end;
    std::uint32_t taken = 0;
    while (end > 0 && stream_.atoms[end - 1].grid && stream_.atoms[end - 1].block == own.block) {
      const std::uint32_t number = stream_.atoms[end - 1].row;
      std::size_t begin = end;
      while (begin > 0 && same_row(begin - 1, number, own.block)) --begin;
      if (holds_figures(begin, end)) {
        if (taken > 0) break;
      } else if (add_headings(begin, end) && ++taken == kMostHeaderRows) {
        break;
      }
      end = begin;
    }
  }

  bool same_row(std::size_t atom, std::uint32_t row, std::size_t block) const {
    const Atom& other = stream_.atoms[atom];
    return other.grid && other.block == block && other.row == row;
  }

  /// A row of the form, or one with numbers that do not just count the columns.
  bool holds_figures(std::size_t begin, std::size_t end) const {
    for (const MatchedLabel& matched : alignment_.labels)
      if (matched.begin.atom >= begin && matched.begin.atom < end &&
          table_.labels[matched.label].row_label)
        return true;
    std::size_t numbers = 0;
    bool counts = true;
    for (std::size_t i = begin; i < end; ++i) {
      const auto number = parse_number(stream_.atoms[i].text);
      if (!number || is_year(stream_.atoms[i].text)) continue;
      ++numbers;
      counts = counts && number->value == std::to_string(numbers);
    }
    return numbers > 0 && !(counts && numbers >= kShortestNumbering);
  }

  bool add_headings(std::size_t begin, std::size_t end) {
    bool any = false;
    for (std::size_t i = begin; i < end; ++i) {
      const Atom& atom = stream_.atoms[i];
      Heading cell{code_points(label_key(atom.text, false)), atom.column,
                   atom.column + atom.column_span, i};
      if (std::ranges::none_of(cell.key, utf8::is_han)) continue;
      any = any || cell.column >= label_end_;
      headings_.push_back(std::move(cell));
    }
    return any;
  }

  std::vector<const Heading*> headings_above(std::uint32_t column) const {
    std::vector<const Heading*> above;
    for (const Heading& cell : headings_)
      if (cell.covers(column) && !across_everything(cell)) above.push_back(&cell);
    std::ranges::stable_sort(above, {}, [](const Heading* cell) { return cell->column; });
    return above;
  }

  /// A caption inside the grid names no column.
  bool across_everything(const Heading& cell) const {
    return cell.column == 0 && cell.end > stream_.atoms[tokens_.back()->atom].column;
  }

  /// A figure or the mark of one; words there repeat a label whose span was filled.
  static bool is_figure(const RowToken& token) {
    return token.kind == RowToken::Kind::Number ||
           (token.kind == RowToken::Kind::Dash &&
            (std::ranges::none_of(code_points(token.text), utf8::is_han) ||
             holds_count(token.text)));
  }
  /// 约33, 33余: words around a figure, and no numbered label.
  static bool holds_count(std::string_view text) {
    const std::size_t digits = text.find_first_of("0123456789");
    const std::size_t behind = text.find_first_not_of("0123456789", digits);
    const bool numbering =
        digits == 0 && behind != std::string_view::npos &&
        (text[behind] == '.' || text[behind] == ')' || text.substr(behind).starts_with("、"));
    return digits != std::string_view::npos && !numbering && text.size() <= kLongestCount;
  }

  /// A heading of the labels' own columns, or a repetition of it where spans were filled.
  bool heads_labels(const Heading& cell) const {
    const std::uint32_t first = row_.values.front()->column;
    return std::ranges::any_of(headings_,
                               [&](const Heading& other) {
                                 return other.column < label_end_ && other.key == cell.key;
                               }) ||
           std::ranges::any_of(table_.labels, [&](const ExpectedLabel& label) {
             return label.slot->column < first && is_heading(label) && heads(cell, label);
           });
  }

  /// A heading over several columns, some of which have headings of their own elsewhere.
  bool heads_printed_columns(const Heading& cell) const {
    return std::ranges::any_of(table_.labels, [&](const ExpectedLabel& label) {
      if (label.slot->column_span == 1 || !is_heading(label) || !heads(cell, label)) return false;
      for (std::size_t slot = 0; slot < row_.values.size(); ++slot) {
        const std::uint32_t column = row_.values[slot]->column;
        if (label.slot->column <= column && column < label.slot->column + label.slot->column_span &&
            printed(*leaf_of(slot)))
          return true;
      }
      return false;
    });
  }

  bool heads(const Heading& cell, const ExpectedLabel& label) const {
    if (std::ranges::binary_search(label.label->search_keys, cell.key)) return true;
    return std::ranges::any_of(alignment_.labels, [&](const MatchedLabel& matched) {
      return &table_.labels[matched.label] == &label && matched.begin.atom == cell.atom &&
             matched.end.atom == cell.atom;
    });
  }

  /// A label of the layout's nearest header above the row.
  bool is_heading(const ExpectedLabel& label) const {
    const auto& rows = table_.table->rows;
    if (label.row >= row_.row || has_values(rows[label.row])) return false;
    bool figures = false;
    for (std::uint32_t row = label.row; row < row_.row; ++row) {
      if (figures && !has_values(rows[row])) return false;
      figures = figures || has_values(rows[row]);
    }
    return true;
  }

  const ExpectedLabel* leaf_of(std::size_t slot) const {
    const Slot& value = *row_.values[slot];
    const ExpectedLabel* leaf = nullptr;
    for (const ExpectedLabel& label : table_.labels)
      if (label.slot->column == value.column && label.slot->column_span == value.column_span &&
          is_heading(label))
        leaf = &label;
    return leaf;
  }

  bool printed(const ExpectedLabel& leaf) const {
    return std::ranges::any_of(headings_, [&](const Heading& cell) { return heads(cell, leaf); });
  }

  bool headed_behind(const ExpectedLabel& leaf, std::uint32_t column) const {
    return std::ranges::any_of(
        headings_, [&](const Heading& cell) { return cell.column > column && heads(cell, leaf); });
  }

  bool displaced(const ExpectedLabel& leaf) const {
    return std::ranges::any_of(headings_, [&](const Heading& cell) {
      return cell.column < label_end_ && heads(cell, leaf);
    });
  }

  /// The slot whose heading stands among `above`; of slots with the same heading the one whose
  /// other headings stand there too. None where that leaves several.
  std::optional<std::size_t> slot_under(const std::vector<const Heading*>& above) const {
    const auto stands_above = [&](const ExpectedLabel& label) {
      return std::ranges::any_of(above, [&](const Heading* cell) { return heads(*cell, label); });
    };
    std::vector<std::size_t> alike;
    for (std::size_t slot = 0; slot < row_.values.size(); ++slot)
      if (stands_above(*leaf_of(slot))) alike.push_back(slot);
    if (alike.size() > 1)
      std::erase_if(alike, [&](std::size_t slot) {
        const Slot& value = *row_.values[slot];
        return !std::ranges::all_of(table_.labels, [&](const ExpectedLabel& label) {
          const Slot& over = *label.slot;
          const bool covers = over.column <= value.column &&
                              value.column < over.column + over.column_span && is_heading(label);
          return !covers || stands_above(label);
        });
      });
    return alike.size() == 1 ? std::optional(alike.front()) : std::nullopt;
  }

  /// Words of the form, or what is left of them. A row's name above a column heads nothing: some
  /// converter put it there.
  bool is_known(const Heading& cell) const {
    if (says_nothing(cell.key)) return true;
    std::u32string words = cell.key;
    std::erase(words, U'件');
    std::vector<const Label*> labels;
    for (const ExpectedLabel& label : table_.labels) {
      if (heads(cell, label)) return true;
      if (words.size() >= kShortestName && is_left_over(words, label.label->key)) return true;
      if (is_heading(label)) labels.push_back(label.label);
    }
    return made_of(cell.key, {labels});
  }

  const CompactStream& stream_;
  const TableAlignment& alignment_;
  const ExpectedTable& table_;
  const ExpectedRow& row_;
  std::uint32_t label_end_ = 0;  ///< the first column behind the row's label
  std::vector<Heading> headings_;
  std::vector<const RowToken*> tokens_;
};

}  // namespace

NamedColumns named_columns(const CompactStream& stream, const TableAlignment& alignment,
                           const ExpectedRow& row, const MatchedLabel& label,
                           const std::vector<RowToken>& tokens) {
  return HeaderReader(stream, alignment, row, label, tokens).run();
}

}  // namespace guifan
