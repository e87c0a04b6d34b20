// SPDX-License-Identifier: Apache-2.0
#include "recognise/tables/table_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>

#include "guifan/text.h"
#include "recognise/columns/heading_unit.h"
#include "recognise/rows/code_column.h"
#include "recognise/rows/contradicted_rows.h"
#include "recognise/rows/reading_solver.h"
#include "recognise/rows/row_sums.h"
#include "text/measure_words.h"

namespace guifan {
namespace {

constexpr std::size_t kRowsOfAColumn = 3;

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!text.empty()) text += '/';
    text += part;
  }
  return text;
}

/// The words of the source that a label match covers, for quotes.
std::string words_of(const CompactStream& stream, StreamPoint begin, StreamPoint end) {
  const Atom& first = stream.atoms[begin.atom];
  if (begin.atom == end.atom &&
      first.text.size() > 240)  // a paragraph without borders: only the label itself
    return std::string(first.text.substr(begin.byte, end.byte - begin.byte));
  std::string text = first.source->original;
  for (std::size_t i = begin.atom + 1; i <= end.atom && i < begin.atom + 4; ++i)
    if (stream.atoms[i].source != stream.atoms[i - 1].source)
      text += stream.atoms[i].source->original;
  std::erase(text, '\n');
  const std::size_t from = text.find_first_not_of(' ');
  return from == std::string::npos ? std::string{}
                                   : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

/// 172%, 172万, 172年 are no counts. Amounts are fitted to their column elsewhere.
bool counts(const std::string& unit, const Slot& slot) {
  return unit.empty() || unit == slot.unit || has_role(unit, MeasureRole::Cell) ||
         has_role(unit, MeasureRole::Case) || money_power(slot.unit).has_value();
}

class TableReader {
 public:
  TableReader(const CompactStream& stream, const TableAlignment& alignment, std::size_t number,
              OptionalColumns columns, StreamPoint limit, TableFindings& out)
      : stream_(stream),
        alignment_(alignment),
        number_(number),
        out_(out),
        expected_(rows_as_printed(stream, alignment, columns, limit)),
        rows_(collect_rows(stream, alignment, expected_, limit)) {}

  TableRows run() && {
    strip_codes(expected_, rows_);
    unknown_column_ = has_unknown_column();
    // A label whose figures are gone says that lines were lost; others may have gone with them.
    for (RowTokens& row : rows_.rows)
      row.next_row_missing = row.next_row_missing || (row.next_row_unprinted && figures_lost());
    std::vector<RowReadings> readings;
    for (std::size_t r = 0; r < expected_.size(); ++r)
      readings.push_back(readings_of(expected_[r], rows_.rows[r]));
    SolverOutcome solved =
        solve_readings(expected_, readings, identities(), borders_hold(readings));
    // A grid keeps its columns apart, whatever they add up to; lines are told by their order alone.
    if (!stream_.atoms[rows_.begin.atom].grid &&
        no_row_adds_up(expected_, solved.rows, identities()))
      doubt_sums(solved);
    if (solved.search_limit_reached)
      out_.diagnostics.push_back(make_diagnostic("REC-003", {name()}, place(rows_.begin)));
    for (std::size_t r = 0; r < expected_.size(); ++r)
      emit_row(expected_[r], rows_.rows[r], solved.rows[r]);
    for (const StrayNumber& stray : rows_.strays)
      add_residue(stray.words, stray.token.unit, stray.token.value, stray.token,
                  "unrecognised-row");
    report_losses();
    return std::move(rows_);
  }

 private:
  /// Leaves no figure of a row that has a sum of its own.
  void doubt_sums(SolverOutcome& solved) const {
    for (std::size_t r = 0; r < expected_.size(); ++r) {
      if (!has_own_sum(expected_[r], identities())) continue;
      for (SolvedSlot& slot : solved.rows[r].slots)
        if (slot.reading.printed == Printed::Number) {
          slot = {};
          slot.reading.printed = Printed::Ambiguous;
        }
    }
  }

  RowReadings readings_of(const ExpectedRow& row, const RowTokens& source) const {
    RowReadings readings;
    if (source.doubtful) return readings;
    const RowReading lost(row.values.size());
    if (!source.matched) {
      readings.readings.push_back(lost);
      readings.fixed_by_boundaries = true;
      return readings;
    }
    RowContext context = source.context;
    context.in_a_sum = in_a_sum(row, identities());
    readings = read_row(row, source.tokens, stream_, context);
    if (may_hold_page_number(source.tokens) && !has_own_sum(row, identities()))
      readings.readings.clear();
    // Too few or too many figures between borders: only a sum over the row itself can tell which is
    // which.
    const bool hard = std::any_of(source.tokens.begin(), source.tokens.end(),
                                  [](const RowToken& token) { return token.hard; });
    if (hard && !readings.fixed_by_boundaries &&
        (source.next_row_missing || !has_own_sum(row, identities())))
      readings.readings.clear();
    const bool placed = readings.fixed_by_boundaries && stream_.atoms[source.label->end.atom].grid;
    if (unknown_column_ && row.values.size() == 1 && !placed && figures_in(source) > 0)
      readings.readings.clear();
    if (!hard && is_lone_figure(row, source) && pairs_stand_apart()) readings.readings.clear();
    if (context.spaces_inside && row.values.size() > 1 && !has_own_sum(row, identities()))
      readings.readings.clear();
    // Figures behind a label may as well be the next row's, whose label is gone; a row that adds up
    // is its own witness.
    if (source.next_row_missing && readings.fixed_by_boundaries &&
        (!has_own_sum(row, identities()) ||
         (!readings.readings.empty() && adds_up_to_nothing(readings.readings.front())))) {
      readings.readings.push_back(lost);
      readings.fixed_by_boundaries = false;
    }
    return readings;
  }

  static std::size_t figures_in(const RowTokens& row) {
    return static_cast<std::size_t>(std::ranges::count_if(row.tokens, [](const RowToken& token) {
      return token.kind == RowToken::Kind::Number || token.kind == RowToken::Kind::Dash;
    }));
  }
  static bool is_lone_figure(const ExpectedRow& row, const RowTokens& source) {
    return row.values.size() == 2 && figures_in(source) == 1;
  }
  /// Spaces part the two figures of another row: one alone is not both run together, and nobody
  /// knows whose it is (the year's, or 累计).
  bool pairs_stand_apart() const {
    for (std::size_t r = 0; r < expected_.size(); ++r)
      if (expected_[r].values.size() == 2 && figures_in(rows_.rows[r]) == 2) return true;
    return false;
  }

  /// Two figures in many rows of one column: each row alone may find a sum that last year's fit.
  bool has_unknown_column() const {
    std::size_t one = 0, two = 0;
    for (std::size_t r = 0; r < expected_.size(); ++r) {
      if (expected_[r].values.size() != 1) continue;
      const std::size_t figures = figures_in(rows_.rows[r]);
      one += figures == 1;
      two += figures > 1;
    }
    return two >= kRowsOfAColumn && two > one;
  }

  /// Lines only: a number that stands where no figure belongs is a page number, and so may be the
  /// same one, or its neighbour, in a row whose other figures may be two that ran together.
  bool may_hold_page_number(const std::vector<RowToken>& tokens) const {
    const auto is_stray = [&](const RowToken& token) {
      return std::ranges::any_of(rows_.strays, [&](const StrayNumber& stray) {
        const auto page = whole_number(stray.token), figure = whole_number(token);
        return page && figure && std::abs(*page - *figure) <= 1;
      });
    };
    for (const RowToken& token : tokens) {
      if (!token.hard || stream_.atoms[token.atom].grid || !is_stray(token)) continue;
      for (const RowToken& other : tokens)
        if (&other != &token && other.only_digits && other.text.size() > 1) return true;
    }
    return false;
  }

  static std::optional<std::int64_t> whole_number(const RowToken& token) {
    if (!token.only_digits) return std::nullopt;
    std::int64_t number = 0;
    const char* end = token.value.data() + token.value.size();
    const auto [at, error] = std::from_chars(token.value.data(), end, number);
    return error == std::errc() && at == end ? std::optional(number) : std::nullopt;
  }

  bool figures_lost() const {
    return std::any_of(rows_.rows.begin(), rows_.rows.end(), [](const RowTokens& row) {
      return row.matched && !row.by_position &&
             std::all_of(row.tokens.begin(), row.tokens.end(),
                         [](const RowToken& token) { return token.kind == RowToken::Kind::Unit; });
    });
  }

  /// REQUIRES: the row has a reading.
  static bool all_lost(const RowReadings& row) {
    return std::all_of(row.readings.front().begin(), row.readings.front().end(),
                       [](const SlotReading& slot) { return slot.printed == Printed::Lost; });
  }

  /// A grid keeps its cells apart. In lines, one row with too few or too many figures says that any
  /// row may have lost one and gained another.
  bool borders_hold(const std::vector<RowReadings>& readings) const {
    if (stream_.atoms[rows_.begin.atom].grid) return true;
    if (!rows_.strays.empty()) return false;
    for (std::size_t r = 0; r < readings.size(); ++r)
      if (rows_.rows[r].next_row_missing || rows_.rows[r].noise ||
          (rows_.rows[r].matched && (readings[r].readings.empty() ||
                                     !readings[r].fixed_by_boundaries || all_lost(readings[r]))))
        return false;
    return true;
  }

  std::string name() const {
    const LayoutTable& table = *alignment_.table->table;
    return fmt::format("{} {}", alignment_.table->layout->id, table.id);
  }
  const std::vector<Identity>& identities() const { return alignment_.table->layout->identities; }
  Locator place(StreamPoint point) const {
    const Locator* place = stream_.atoms[point.atom].place;
    return place == nullptr ? Locator{} : *place;
  }

  std::size_t add_token(std::string text, const Locator& where) {
    out_.tokens.push_back({std::move(text), where});
    return out_.tokens.size() - 1;
  }

  void add_residue(std::string label, std::string unit, const std::string& value,
                   const RowToken& token, std::string reason) {
    const Locator where = place(token.begin);
    Residue residue{std::move(label),  std::move(unit),          value, where,
                    std::move(reason), {add_token(value, where)}};
    out_.residue.push_back(std::move(residue));
  }

  void emit_row(const ExpectedRow& row, const RowTokens& source, const SolvedRow& solved) {
    const SlotRow& expected = alignment_.table->table->rows[row.row];
    if (!source.matched && expected.optional) return;
    if (!source.matched) lost_rows_.push_back(row_name(row));
    const std::string label =
        source.label ? words_of(stream_, source.label->begin, source.label->end) : row_name(row);
    std::vector<bool> token_used(source.tokens.size(), false);
    bool ambiguous = false;
    for (std::size_t s = 0; s < row.values.size(); ++s) {
      const SolvedSlot& cell = solved.slots[s];
      if (row.values[s]->optional && cell.reading.printed == Printed::Lost) continue;
      if (cell.reading.token >= 0) token_used[static_cast<std::size_t>(cell.reading.token)] = true;
      out_.figures.push_back(figure_of(row, *row.values[s], source, cell, label));
      ambiguous = ambiguous || out_.figures.back().printed == Printed::Ambiguous;
    }
    if (ambiguous) ambiguous_rows_.push_back(row_name(row));
    for (std::size_t i = 0; i < source.tokens.size(); ++i)
      if (!token_used[i] && source.tokens[i].kind == RowToken::Kind::Number)
        add_residue(label, source.tokens[i].unit, source.tokens[i].value, source.tokens[i],
                    ambiguous ? "ambiguous" : "unrecognised-row");
  }

  /// `label`: the row's, as the source prints it.
  Figure figure_of(const ExpectedRow& row, const Slot& slot, const RowTokens& source,
                   const SolvedSlot& cell, const std::string& label) {
    Figure figure;
    figure.layout = alignment_.table->layout->id;
    figure.indicator = slot.indicator;
    figure.label = joined(slot.row_labels);
    if (row.values.size() > 1)
      figure.label += (figure.label.empty() ? "" : " ") + joined(slot.column_labels);
    figure.printed = cell.reading.printed;
    figure.value = cell.reading.value;
    for (const RowToken& token : source.tokens)
      if (token.kind == RowToken::Kind::Unit) figure.unit = token.unit;
    figure.chosen_by_identities =
        cell.chosen_by_identities && cell.reading.printed == Printed::Number;
    figure.table = number_;
    figure.place = source.label ? place(source.label->end) : place(rows_.begin);
    figure.quote = label;
    if (cell.reading.token >= 0)
      add_source(figure, slot, source.tokens[static_cast<std::size_t>(cell.reading.token)]);
    // -1 under a count, in a row that has a column of changes, stands in the wrong one.
    const auto is_signed = [](const Slot* other) { return other->signed_value; };
    if (figure.printed == Printed::Number && figure.value.starts_with('-') && !slot.signed_value &&
        std::ranges::any_of(row.values, is_signed))
      figure.printed = Printed::Ambiguous;
    return figure;
  }

  /// The token that a figure was read from: its place, words and unit.
  void add_source(Figure& figure, const Slot& slot, const RowToken& token) {
    figure.place = place(token.begin);
    if (!token.unit.empty()) figure.unit = token.unit;
    if (figure.unit.empty() && slot.fixed_unit)
      figure.unit = heading_unit(stream_, alignment_, slot);
    if (!token.text.empty()) figure.quote += " " + token.text;
    if (figure.printed == Printed::Number && !counts(figure.unit, slot))
      figure.printed = Printed::Ambiguous;
    if (figure.printed == Printed::Number) {
      figure.tokens.push_back(add_token(figure.value, figure.place));
      return;
    }
    for (const PrintedNumber& number : find_numbers(token.text)) {
      figure.printed = Printed::Ambiguous;
      figure.tokens.push_back(add_token(number.value, figure.place));
    }
  }

  static std::string row_name(const ExpectedRow& row) {
    const Slot& slot = *row.values.front();
    return slot.row_labels.empty() ? joined(slot.column_labels) : joined(slot.row_labels);
  }

  void report_losses() {
    const auto list = [](const std::vector<std::string>& names) {
      std::string text;
      for (std::size_t i = 0; i < names.size() && i < 5; ++i)
        text += (i == 0 ? "" : "；") + names[i];
      if (names.size() > 5) text += fmt::format(" … (+{})", names.size() - 5);
      return text;
    };
    if (!lost_rows_.empty())
      out_.diagnostics.push_back(
          make_diagnostic("REC-001", {name(), std::to_string(lost_rows_.size()), list(lost_rows_)},
                          place(rows_.begin)));
    if (!ambiguous_rows_.empty())
      out_.diagnostics.push_back(make_diagnostic(
          "REC-002", {name(), std::to_string(ambiguous_rows_.size()), list(ambiguous_rows_)},
          place(rows_.begin)));
  }

  const CompactStream& stream_;
  const TableAlignment& alignment_;
  std::size_t number_;
  TableFindings& out_;
  std::vector<ExpectedRow> expected_;  ///< rows with the columns that this printing has
  TableRows rows_;
  bool unknown_column_ = false;  ///< of figures beside those of a form with one column
  std::vector<std::string> lost_rows_, ambiguous_rows_;
};

}  // namespace

TableRows read_table(const CompactStream& stream, const TableAlignment& alignment,
                     std::size_t number, OptionalColumns columns, StreamPoint limit,
                     TableFindings& out) {
  return TableReader(stream, alignment, number, columns, limit, out).run();
}

}  // namespace guifan
