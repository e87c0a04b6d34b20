// SPDX-License-Identifier: Apache-2.0
// recognise_tables: stream -> alignments -> rows -> readings -> figures.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <optional>

#include "guifan/recognise.h"
#include "guifan/text.h"
#include "recognise/columns/heading_unit.h"
#include "recognise/labels/label_repair.h"
#include "recognise/labels/table_choice.h"
#include "recognise/rows/code_column.h"
#include "recognise/rows/printed_columns.h"
#include "recognise/rows/reading_solver.h"
#include "recognise/rows/table_rows.h"
#include "recognise/tables/unknown_tables.h"
#include "text/measure_words.h"

namespace guifan {
namespace {

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

  const TableRows& run() {
    strip_codes(expected_, rows_);
    // A label whose figures are gone says that lines were lost; others may have gone with them.
    for (RowTokens& row : rows_.rows)
      row.next_row_missing = row.next_row_missing || (row.next_row_unprinted && figures_lost());
    std::vector<RowReadings> readings;
    for (std::size_t r = 0; r < expected_.size(); ++r)
      readings.push_back(readings_of(expected_[r], rows_.rows[r]));
    const SolverOutcome solved = solve_readings(
        expected_, readings, alignment_.table->layout->identities, borders_hold(readings));
    if (solved.search_limit_reached)
      out_.diagnostics.push_back(make_diagnostic("REC-003", {name()}, place(rows_.begin)));
    for (std::size_t r = 0; r < expected_.size(); ++r)
      emit_row(expected_[r], rows_.rows[r], solved.rows[r]);
    for (const StrayNumber& stray : rows_.strays)
      add_residue(stray.words, stray.token.unit, stray.token.value, stray.token,
                  "unrecognised-row");
    report_losses();
    return rows_;
  }

 private:
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
    context.in_a_sum = in_a_sum(row);
    readings = read_row(row, source.tokens, stream_, context);
    if (may_hold_page_number(source.tokens) && !has_own_sum(row)) readings.readings.clear();
    // Too few or too many figures between borders: only a sum over the row itself can tell which is
    // which.
    const bool hard = std::any_of(source.tokens.begin(), source.tokens.end(),
                                  [](const RowToken& token) { return token.hard; });
    if (hard && !readings.fixed_by_boundaries && (source.next_row_missing || !has_own_sum(row)))
      readings.readings.clear();
    // Figures behind a label may as well be the next row's, whose label is gone; a row that adds up
    // is its own witness.
    if (source.next_row_missing && readings.fixed_by_boundaries &&
        (!has_own_sum(row) || adds_up_to_nothing(readings.readings.front()))) {
      readings.readings.push_back(lost);
      readings.fixed_by_boundaries = false;
    }
    return readings;
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

  /// Zeros and dashes add up whatever row they come from: they witness nothing.
  static bool adds_up_to_nothing(const RowReading& reading) {
    return std::all_of(reading.begin(), reading.end(), [](const SlotReading& slot) {
      return slot.printed != Printed::Number || slot.value == "0";
    });
  }

  /// An identity speaks of figures of this row only.
  bool has_own_sum(const ExpectedRow& row) const {
    const auto in_row = [&](const std::string& indicator) {
      return std::any_of(row.values.begin(), row.values.end(),
                         [&](const Slot* slot) { return slot->indicator == indicator; });
    };
    const auto& identities = alignment_.table->layout->identities;
    return std::any_of(identities.begin(), identities.end(), [&](const Identity& identity) {
      if (identity.relation != Relation::Equal) return false;
      return std::all_of(identity.left.begin(), identity.left.end(), in_row) &&
             std::all_of(identity.right.begin(), identity.right.end(), in_row);
    });
  }

  /// A sum, over this row or down its columns, holds a figure of this row.
  bool in_a_sum(const ExpectedRow& row) const {
    const auto& identities = alignment_.table->layout->identities;
    return std::any_of(identities.begin(), identities.end(), [&](const Identity& identity) {
      return identity.relation == Relation::Equal && identity.standing != Standing::Hint &&
             std::any_of(row.values.begin(), row.values.end(), [&](const Slot* slot) {
               return std::ranges::find(identity.left, slot->indicator) != identity.left.end() ||
                      std::ranges::find(identity.right, slot->indicator) != identity.right.end();
             });
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
          (rows_.rows[r].matched && (!readings[r].fixed_by_boundaries || all_lost(readings[r]))))
        return false;
    return true;
  }

  std::string name() const {
    const LayoutTable& table = *alignment_.table->table;
    return fmt::format("{} {}", alignment_.table->layout->id, table.id);
  }
  Locator place(StreamPoint point) const { return stream_.atoms[point.atom].place; }

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
    std::string unit_column;
    for (const RowToken& token : source.tokens)
      if (token.kind == RowToken::Kind::Unit) unit_column = token.unit;
    bool ambiguous = false;
    for (std::size_t s = 0; s < row.values.size(); ++s) {
      const Slot& slot = *row.values[s];
      const SolvedSlot& cell = solved.slots[s];
      if (slot.optional && cell.reading.printed == Printed::Lost) continue;
      Figure figure;
      figure.layout = alignment_.table->layout->id;
      figure.indicator = slot.indicator;
      figure.label = joined(slot.row_labels);
      if (row.values.size() > 1)
        figure.label += (figure.label.empty() ? "" : " ") + joined(slot.column_labels);
      figure.printed = cell.reading.printed;
      figure.value = cell.reading.value;
      figure.unit = unit_column;
      figure.chosen_by_identities =
          cell.chosen_by_identities && cell.reading.printed == Printed::Number;
      figure.table = number_;
      figure.place = source.label ? place(source.label->end) : place(rows_.begin);
      figure.quote = label;
      if (cell.reading.token >= 0) {
        const auto index = static_cast<std::size_t>(cell.reading.token);
        const RowToken& token = source.tokens[index];
        token_used[index] = true;
        figure.place = place(token.begin);
        if (!token.unit.empty()) figure.unit = token.unit;
        if (figure.unit.empty() && slot.fixed_unit)
          figure.unit = heading_unit(stream_, alignment_, slot);
        if (!token.text.empty()) figure.quote += " " + token.text;
        if (figure.printed == Printed::Number && !counts(figure.unit, slot))
          figure.printed = Printed::Ambiguous;
        if (figure.printed == Printed::Number) {
          figure.tokens.push_back(add_token(figure.value, figure.place));
        } else {
          for (const PrintedNumber& number : find_numbers(token.text)) {
            figure.printed = Printed::Ambiguous;
            figure.tokens.push_back(add_token(number.value, figure.place));
          }
        }
      }
      ambiguous = ambiguous || figure.printed == Printed::Ambiguous;
      out_.figures.push_back(std::move(figure));
    }
    if (ambiguous) ambiguous_rows_.push_back(row_name(row));
    for (std::size_t i = 0; i < source.tokens.size(); ++i)
      if (!token_used[i] && source.tokens[i].kind == RowToken::Kind::Number)
        add_residue(label, source.tokens[i].unit, source.tokens[i].value, source.tokens[i],
                    ambiguous ? "ambiguous" : "unrecognised-row");
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
  std::vector<std::string> lost_rows_, ambiguous_rows_;
};

/// What the headers of a layout's tables say together: a report prints all of them alike.
std::map<const Layout*, OptionalColumns> optional_columns_of(
    const std::vector<TableAlignment>& tables) {
  std::map<const Layout*, OptionalColumns> columns;
  for (const TableAlignment& table : tables) {
    const OptionalColumns own = optional_columns(table);
    OptionalColumns& all =
        columns.try_emplace(table.table->layout, OptionalColumns::Unknown).first->second;
    if (own == OptionalColumns::Present || all == OptionalColumns::Unknown) all = own;
  }
  return columns;
}

/// Marks the blocks and parts of paragraphs that a table's region covers.
void mark_used(const CompactStream& stream, const TableRows& rows,
               std::vector<std::size_t>& covered_atoms, TableFindings& out) {
  for (std::size_t i = rows.begin.atom; i <= rows.end.atom && i < stream.atoms.size(); ++i) {
    const Atom& atom = stream.atoms[i];
    const std::size_t from = i == rows.begin.atom ? rows.begin.byte : 0;
    const std::size_t to = i == rows.end.atom ? rows.end.byte : atom.text.size();
    if (atom.grid) {
      out.used_blocks[atom.block] = true;
      continue;
    }
    if (from == 0 && to == atom.text.size()) ++covered_atoms[atom.block];
    const auto base = static_cast<std::size_t>(atom.text.data() - atom.source->normalised.data());
    if (from < to) out.used_ranges.push_back({atom.block, base + from, base + to});
  }
}

/// The layout that explains most of the report, with the reason in words.
Finding name_layout(const std::vector<TableAlignment>& tables) {
  Finding finding;
  if (tables.empty()) {
    finding.value = "prose";
    finding.confidence = 0.6;
    finding.reason = {"没有找到任何已知格式的统计表，只有文字叙述",
                      "no table of a known form, only text"};
    return finding;
  }
  std::map<std::string_view, double> score, found, expected;
  for (const TableAlignment& table : tables) {
    const std::string_view id = table.table->layout->id;
    score[id] += table.score;
    found[id] += coverage(table) * static_cast<double>(table.labels.size());
    expected[id] += static_cast<double>(table.labels.size());
  }
  const auto best = std::max_element(
      score.begin(), score.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  double all = 0;
  for (const auto& [id, value] : score) all += value;
  finding.value = std::string(best->first);
  const double share = best->second / all;
  const double cover = found[best->first] / expected[best->first];
  finding.confidence = std::min(0.99, share * cover);
  const auto labels = static_cast<int>(expected[best->first]);
  finding.reason = {
      fmt::format("该格式的 {} 个指标名称有 {:.0f}% 按顺序出现", labels, 100 * cover),
      fmt::format("{1:.0f}% of the form's {0} labels stand in order", labels, 100 * cover)};
  return finding;
}

}  // namespace

TableFindings recognise_tables(const SourceDocument& document, const ChapterPlan&,
                               const LayoutLibrary& layouts) {
  TableFindings out;
  out.used_blocks.assign(document.blocks.size(), false);
  const CompactStream stream = make_stream(document);
  std::vector<TableAlignment> tables = choose_tables(align_tables(stream, layouts.label_index()));
  for (TableAlignment& table : tables) repair_labels(stream, table);
  std::vector<std::size_t> atoms_of(document.blocks.size(), 0), covered(document.blocks.size(), 0);
  for (const Atom& atom : stream.atoms) ++atoms_of[atom.block];
  const auto columns = optional_columns_of(tables);
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const StreamPoint limit = i + 1 < tables.size() ? tables[i + 1].labels.front().begin
                                                    : StreamPoint{stream.atoms.size(), 0};
    TableReader reader(stream, tables[i], i + 1, columns.at(tables[i].table->layout), limit, out);
    mark_used(stream, reader.run(), covered, out);
    out.layouts.push_back(tables[i].table->layout->id);
  }
  for (std::size_t block = 0; block < document.blocks.size(); ++block)
    if (covered[block] != 0 && covered[block] == atoms_of[block]) out.used_blocks[block] = true;
  collect_unknown_tables(document, out);
  out.layout = name_layout(tables);
  return out;
}

}  // namespace guifan
