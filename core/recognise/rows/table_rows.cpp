// SPDX-License-Identifier: Apache-2.0
#include "recognise/rows/table_rows.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "guifan/text.h"
#include "recognise/columns/named_columns.h"
#include "recognise/columns/printed_header.h"
#include "recognise/page/garbled_text.h"
#include "recognise/rows/shifted_rows.h"
#include "text/code_points.h"

namespace guifan {
namespace {

constexpr std::size_t kMostTokens = 400;
constexpr std::size_t kLookedAtBytes = 240;

bool in_grid_row(const Atom& atom, const Atom& label) {
  return atom.grid && atom.block == label.block && atom.row == label.row;
}

/// 无 is how many bodies print a zero.
bool says_none(const RowToken& token) {
  return token.text == "无" || token.text == "零" || token.text == "〇";
}

/// A cell that holds words where a figure belongs keeps its position; 无 is a zero, and some bodies
/// write their figures as numerals.
RowToken as_cell(RowToken token) {
  const auto numeral = parse_chinese_numeral(token.text);
  token.kind = RowToken::Kind::Number;
  token.only_digits = false;
  if (says_none(token)) {
    token.value = "0";
  } else if (numeral) {
    token.value = std::to_string(*numeral);
  } else {
    token.kind = RowToken::Kind::Dash;
  }
  return token;
}

/// 二 of the cell 二 十: a numeral with more words behind it is no figure.
bool is_numeral(const RowToken& token) {
  return token.kind == RowToken::Kind::Number && find_numbers(token.text).empty();
}

/// Tokens of [begin, end) that can be figures.
std::size_t values_in(const std::vector<RowToken>& tokens, std::size_t begin, std::size_t end) {
  return static_cast<std::size_t>(std::count_if(
      tokens.begin() + static_cast<std::ptrdiff_t>(begin),
      tokens.begin() + static_cast<std::ptrdiff_t>(end), [](const RowToken& token) {
        return token.kind != RowToken::Kind::Unit && token.kind != RowToken::Kind::Foreign;
      }));
}

class Collector {
 public:
  Collector(const CompactStream& stream, const TableAlignment& alignment,
            const std::vector<ExpectedRow>& rows, StreamPoint limit)
      : stream_(stream),
        alignment_(alignment),
        table_(*alignment.table),
        rows_(rows),
        header_(stream, alignment),
        limit_(limit) {}

  TableRows run() {
    out_.begin = alignment_.labels.front().begin;
    out_.end = alignment_.labels.back().end;
    std::vector<bool> gap_used(alignment_.labels.size(), false);
    for (const ExpectedRow& row : rows_) {
      const std::optional<std::size_t> at =
          row.label >= 0 ? find_label(static_cast<std::uint32_t>(row.label)) : last_header(row);
      RowTokens tokens;
      if (at && !gap_used[*at]) {
        gap_used[*at] = true;
        tokens = collect(row, *at);
      }
      out_.rows.push_back(std::move(tokens));
    }
    for (std::size_t i = 0; i + 1 < gap_used.size(); ++i)
      if (!gap_used[i]) collect_strays(i, 0);
    return std::move(out_);
  }

 private:
  std::optional<std::size_t> find_label(std::uint32_t label) const {
    for (std::size_t i = 0; i < alignment_.labels.size(); ++i)
      if (alignment_.labels[i].label == label) return i;
    return std::nullopt;
  }

  /// The last matched label of the rows above a row without a label of its own; nothing of a later
  /// row may come before.
  std::optional<std::size_t> last_header(const ExpectedRow& row) const {
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < alignment_.labels.size(); ++i)
      if (table_.labels[alignment_.labels[i].label].row < row.row) last = i;
    // The header's own last label must be there: without it nobody knows where the header ends.
    if (!last) return std::nullopt;
    const std::uint32_t label = alignment_.labels[*last].label;
    const bool header_complete =
        label + 1 == table_.labels.size() || table_.labels[label + 1].row > row.row;
    return header_complete ? last : std::nullopt;
  }

  /// The label of the row that follows this one was lost, so that what stands here may be that
  /// row's.
  bool next_row_missing(const ExpectedRow& row) const {
    if (row.label < 0 || alignment_.labels.back().label == static_cast<std::uint32_t>(row.label))
      return false;
    for (const ExpectedRow& next : rows_) {
      if (next.label <= row.label || table_.table->rows[next.row].optional) continue;
      return !find_label(static_cast<std::uint32_t>(next.label));
    }
    return false;
  }

  /// A row that some printings have should follow, or any row behind the last label, and its label
  /// is not there.
  bool next_row_unprinted(const ExpectedRow& row) const {
    if (row.label < 0) return false;
    const auto next = std::find_if(rows_.begin(), rows_.end(), [&](const ExpectedRow& other) {
      return other.label > row.label;
    });
    return next != rows_.end() && !find_label(static_cast<std::uint32_t>(next->label));
  }

  StreamPoint gap_end(std::size_t at) const {
    return at + 1 < alignment_.labels.size() ? alignment_.labels[at + 1].begin : limit_;
  }

  RowTokens collect(const ExpectedRow& row, std::size_t at) {
    const MatchedLabel& label = alignment_.labels[at];
    const Atom& atom = stream_.atoms[label.end.atom];
    RowTokens out;
    out.matched = true;
    out.by_position = row.label < 0;
    out.label = &label;
    out.next_row_missing = !atom.grid && next_row_missing(row);
    out.next_row_unprinted = !atom.grid && next_row_unprinted(row);
    std::vector<RowToken> all = tokens_between(stream_, label.end, gap_end(at), kMostTokens);
    if (row.has_code)  // a code that is no number (*) is no foreign word in its own row
      std::erase_if(all, [&](const RowToken& token) {
        return token.kind == RowToken::Kind::Foreign && token.text == row.code;
      });
    const std::size_t taken =
        atom.grid ? take_grid_row(row, atom, label, all, out) : take_lines(row, at, all, out);
    out.context.spaces_inside = spaces_inside(out.tokens, label);
    if (!out.tokens.empty()) {
      const RowToken& last = out.tokens.back();
      out.end = {last.begin.atom, last.begin.byte + last.text.size()};
      out_.end = std::max(out_.end, out.end);
    }
    if (at + 1 < alignment_.labels.size()) strays_from(all, taken);
    const bool named = !out.context.named_columns.empty();
    if (runs_into_garbled_text(all, taken) || (!named && header_.contradicts(row, at)) ||
        (!named && other_columns_ && row.values.size() > 2) ||
        (!atom.grid && header_.other_words_before_rows(row)) ||
        (may_be_several(row, out) && header_.has_foreign_words(at)))
      out.doubtful = true;
    return out;
  }

  /// Nothing but spaces between the figures, and not even one before the first: 规章1 232 8.
  static bool spaces_inside(const std::vector<RowToken>& tokens, const MatchedLabel& label) {
    if (tokens.empty() || tokens.front().begin != label.end) return false;
    if (std::ranges::any_of(tokens, &RowToken::hard)) return false;
    return std::ranges::count_if(tokens, [](const RowToken& token) {
             return token.kind == RowToken::Kind::Number && !token.glued_sign;
           }) > 1;
  }

  /// One figure is wanted, and digits stand behind the label without a border; or only a sign
  /// tells two figures apart.
  static bool may_be_several(const ExpectedRow& row, const RowTokens& tokens) {
    const auto sign_parts = [](const RowToken& token) { return token.glued_sign && !token.hard; };
    const auto is_signed = [](const Slot* slot) { return slot->signed_value; };
    if (std::ranges::any_of(row.values, is_signed) &&
        std::ranges::any_of(tokens.tokens, sign_parts))
      return true;
    if (row.values.size() != 1 || tokens.tokens.empty()) return false;
    const RowToken& token = tokens.tokens.back();  // a unit may stand before it
    return token.kind == RowToken::Kind::Number && token.only_digits && !token.hard &&
           token.text.size() > 1;
  }

  /// Where a byte was lost right behind a figure, the figure may have lost its end: 10 became 1.
  bool runs_into_garbled_text(const std::vector<RowToken>& tokens, std::size_t taken) const {
    for (std::size_t i = 1; i < tokens.size() && i <= taken; ++i) {
      if (tokens[i].kind != RowToken::Kind::Foreign || tokens[i - 1].kind != RowToken::Kind::Number)
        continue;
      const Atom& figure = stream_.atoms[tokens[i - 1].atom];
      const Atom& words = stream_.atoms[tokens[i].atom];
      const bool same_line = &figure == &words || in_grid_row(words, figure);
      // What follows at once is enough, and a long line is looked at only once.
      const std::string_view next = words.text.substr(tokens[i].begin.byte, kLookedAtBytes);
      if (same_line && is_garbled_utf8(next)) return true;
    }
    return false;
  }

  /// Cells to the right of the label in its grid row; for a row without label, the next grid row
  /// that holds anything.
  std::size_t take_grid_row(const ExpectedRow& row, const Atom& label_atom,
                            const MatchedLabel& label, const std::vector<RowToken>& all,
                            RowTokens& out) {
    std::size_t first = 0;
    const Atom* row_atom = &label_atom;
    if (out.by_position) {
      while (first < all.size() && in_grid_row(stream_.atoms[all[first].atom], label_atom)) ++first;
      if (first == all.size()) return first;
      row_atom = &stream_.atoms[all[first].atom];
      if (!row_atom->grid || row_atom->block != label_atom.block) return first;
    }
    std::size_t i = first;
    for (; i < all.size(); ++i) {
      const Atom& atom = stream_.atoms[all[i].atom];
      if (!in_grid_row(atom, *row_atom)) break;
      if (all[i].kind != RowToken::Kind::Foreign) {
        out.tokens.push_back(all[i]);
      } else if (all[i].atom != label.end.atom) {
        const bool same_cell = !out.tokens.empty() && out.tokens.back().atom == all[i].atom;
        if (!same_cell) {
          out.tokens.push_back(as_cell(all[i]));
        } else {
          if (is_numeral(out.tokens.back())) out.tokens.back().kind = RowToken::Kind::Dash;
          stray_numbers_of(all[i]);
        }
      }
    }
    out.context.slot_columns = columns_of(row, label_atom.block);
    NamedColumns named = named_columns(stream_, alignment_, row, label, out.tokens);
    if (named.verdict == NamedColumns::Verdict::Named)
      out.context.named_columns = std::move(named.of_slot);
    if (!row.has_code && is_shifted(out.context, label_atom.block)) {
      out.context.named_columns.clear();
      out.context.slot_columns.clear();
    }
    if (named.verdict == NamedColumns::Verdict::CellMissing) out.context.slot_columns.clear();
    const auto in_label_cell = [&](const RowToken& token) {
      return token.atom == label.end.atom && token.kind == RowToken::Kind::Number;
    };
    const auto beside_label_cell = [&](const RowToken& token) {
      return token.atom != label.end.atom && token.kind == RowToken::Kind::Number;
    };
    // A number behind the label in its own cell, and others in cells of their own: the number of a
    // line as likely as a figure.
    const bool numbered = !out.by_position && std::ranges::any_of(out.tokens, in_label_cell) &&
                          std::ranges::any_of(out.tokens, beside_label_cell);
    const bool contradicted = named.verdict == NamedColumns::Verdict::Contradicted;
    if (row.values.size() > 2)
      other_columns_ = other_columns_ || contradicted ||
                       (named.verdict == NamedColumns::Verdict::Named && !named.as_in_form);
    out.doubtful = contradicted || numbered || (out.by_position && more_figures_below(row, all, i));
    return i;
  }

  /// Figures in the words behind a cell's own: 172(5).
  void stray_numbers_of(const RowToken& words) {
    for (const PrintedNumber& number : find_numbers(words.text)) {
      RowToken stray = words;
      stray.value = number.value;
      stray.unit = number.unit;
      out_.strays.push_back({words.text, std::move(stray)});
    }
  }

  /// A row without a label of its own, and the next one of the grid could be it as well.
  bool more_figures_below(const ExpectedRow& row, const std::vector<RowToken>& all,
                          std::size_t next) const {
    if (next == 0 || next >= all.size()) return false;
    const Atom& last = stream_.atoms[all[next - 1].atom];
    const Atom& below = stream_.atoms[all[next].atom];
    if (!below.grid || below.block != last.block) return false;
    std::size_t end = next;
    while (end < all.size() && in_grid_row(stream_.atoms[all[end].atom], below)) ++end;
    return values_in(all, next, end) >= row.values.size();
  }

  /// The columns that the head gives to the row's figures are not where the grid's figures stand.
  bool is_shifted(const RowContext& context, std::uint32_t block) {
    if (!context.slot_columns.empty() && figures_before(context.slot_columns.front(), block))
      return true;
    const auto first = std::ranges::find_if(context.named_columns,
                                            [](const auto& column) { return column.has_value(); });
    return first != context.named_columns.end() && figures_before(**first, block);
  }

  bool figures_before(std::uint32_t first_column, std::uint32_t block) {
    const auto [known, fresh] = shifted_.try_emplace(std::pair(block, first_column), false);
    if (fresh) known->second = rows_are_shifted(stream_, alignment_, block, first_column);
    return known->second;
  }

  /// Grid column of each value slot, from the header labels found in the same grid; empty unless
  /// all are known.
  std::vector<std::uint32_t> columns_of(const ExpectedRow& row, std::size_t block) const {
    std::vector<std::uint32_t> columns;
    for (const Slot* slot : row.values) {
      const MatchedLabel* header = nullptr;
      for (const MatchedLabel& matched : alignment_.labels) {
        const Slot& label = *table_.labels[matched.label].slot;
        if (label.row >= slot->row || label.column != slot->column ||
            label.column_span != slot->column_span)
          continue;
        if (table_.labels[matched.label].row_label) continue;
        header = &matched;
      }
      if (header == nullptr) return {};
      const Atom& atom = stream_.atoms[header->begin.atom];
      if (!atom.grid || atom.block != block || atom.column_span != 1) return {};
      if (!columns.empty() && atom.column <= columns.back()) return {};
      columns.push_back(atom.column);
    }
    return columns;
  }

  /// Lines, or words of a line, up to the first foreign word. Foreign lines between two labels that
  /// follow each other are noise (a page number's text, an advertisement) where the figures around
  /// them are just as many as expected.
  std::size_t take_lines(const ExpectedRow& row, std::size_t at, std::vector<RowToken>& all,
                         RowTokens& out) {
    const bool next_label_follows =
        at + 1 < alignment_.labels.size() &&
        alignment_.labels[at + 1].label == alignment_.labels[at].label + 1;
    if (ends_in_line_number(at, all)) {
      const std::size_t figures = values_in(all, 0, all.size() - 1);
      if (figures == row.values.size()) {
        const RowToken number = std::move(all.back());
        all.pop_back();
        const std::size_t taken = take_lines(row, at, all, out);
        all.push_back(number);
        return taken;
      }
      out.doubtful = figures + 1 == row.values.size();
    }
    std::size_t begin = 0;
    while (begin < all.size() && all[begin].kind == RowToken::Kind::Foreign &&
           !says_none(all[begin]) && belongs_to_label(row, at, all[begin]))
      ++begin;
    read_none_as_zero(row, all, begin);
    std::size_t first_foreign = begin;
    while (first_foreign < all.size() && all[first_foreign].kind != RowToken::Kind::Foreign)
      ++first_foreign;
    if (first_foreign != all.size() && first_foreign > begin && next_label_follows) {
      std::vector<RowToken> kept;
      for (std::size_t i = begin; i < all.size(); ++i) {
        if (all[i].kind == RowToken::Kind::Foreign) continue;
        kept.push_back(all[i]);
      }
      const std::size_t values = values_in(kept, 0, kept.size());
      if (values == row.values.size()) {
        out.tokens = std::move(kept);
        out.noise = true;
        return all.size();
      }
      // Figures before the foreign words fit and figures behind them would fit as well.
      const std::size_t before = values_in(all, begin, first_foreign);
      out.doubtful = out.doubtful || (before == row.values.size() && values >= 2 * before);
    }
    out.tokens.assign(all.begin() + static_cast<std::ptrdiff_t>(begin),
                      all.begin() + static_cast<std::ptrdiff_t>(first_foreign));
    return first_foreign;
  }

  /// A number at the front of the next label's own line: the number of that line, or a figure that
  /// was wrapped.
  bool ends_in_line_number(std::size_t at, const std::vector<RowToken>& all) const {
    if (all.empty() || at + 1 == alignment_.labels.size()) return false;
    const auto line = [&](std::size_t atom) { return stream_.atoms[atom].block; };
    const RowToken& last = all.back();
    return last.kind == RowToken::Kind::Number &&
           line(last.atom) == line(alignment_.labels[at + 1].begin.atom) &&
           line(last.atom) != line(alignment_.labels[at].end.atom);
  }

  /// A word 无 among the figures of a row, as many as it has; behind them it is a paragraph.
  static void read_none_as_zero(const ExpectedRow& row, std::vector<RowToken>& all,
                                std::size_t begin) {
    for (std::size_t i = begin; i < all.size(); ++i) {
      if (all[i].kind != RowToken::Kind::Foreign) continue;
      if (!says_none(all[i]) || values_in(all, begin, i) >= row.values.size()) return;
      all[i] = as_cell(std::move(all[i]));
    }
  }

  /// The rest of a long label whose short spelling was matched: 部分公开 |
  /// (区分处理的,只计这一情形...).
  bool belongs_to_label(const ExpectedRow& row, std::size_t at, const RowToken& token) const {
    if (row.label < 0) return false;
    const std::u32string key = code_points(label_key(token.text, false));
    if (key.empty()) return true;
    if (token.atom == alignment_.labels[at].end.atom) return find_numbers(token.text).empty();
    const std::u32string& official = table_.labels[static_cast<std::size_t>(row.label)].label->key;
    return key.size() >= 3 && official.find(key.substr(0, 4)) != std::u32string::npos;
  }

  void collect_strays(std::size_t at, std::size_t from) {
    const std::vector<RowToken> all =
        tokens_between(stream_, alignment_.labels[at].end, gap_end(at), kMostTokens);
    strays_from(all, from);
  }

  void strays_from(const std::vector<RowToken>& all, std::size_t from) {
    std::string words;
    for (std::size_t i = from; i < all.size(); ++i) {
      if (all[i].kind == RowToken::Kind::Foreign) {
        words = all[i].text;
      } else if (all[i].kind == RowToken::Kind::Number) {
        out_.strays.push_back({words, all[i]});
      }
    }
  }

  const CompactStream& stream_;
  const TableAlignment& alignment_;
  const ExpectedTable& table_;
  const std::vector<ExpectedRow>& rows_;
  PrintedHeader header_;
  StreamPoint limit_;
  /// A grid row of this table stood under other headings than the form's, or in another order: its
  /// rows without headings, behind a page break, do too.
  bool other_columns_ = false;
  std::map<std::pair<std::uint32_t, std::uint32_t>, bool> shifted_;  ///< by block and column
  TableRows out_;
};

}  // namespace

TableRows collect_rows(const CompactStream& stream, const TableAlignment& alignment,
                       const std::vector<ExpectedRow>& rows, StreamPoint limit) {
  return Collector(stream, alignment, rows, limit).run();
}

}  // namespace guifan
