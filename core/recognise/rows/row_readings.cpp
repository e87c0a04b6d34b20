// SPDX-License-Identifier: Apache-2.0
#include "recognise/rows/row_readings.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "guifan/limits.h"

namespace guifan {
namespace {

constexpr std::size_t kMostLost =
    1;  ///< more damage in one row than this proves nothing, whatever adds up
constexpr std::size_t kLongestFigure = 16;  ///< characters, separators included
constexpr std::size_t kWideRow = 7;
constexpr std::size_t kNarrowRow = 3;
constexpr std::size_t kMostExtra = 2;  ///< foreign numbers (page numbers) in one row

SlotReading number_reading(std::string value, std::int32_t token) {
  SlotReading reading;
  reading.printed = Printed::Number;
  reading.value = std::move(value);
  reading.token = token;
  const char* end = reading.value.data() + reading.value.size();
  const auto parsed = std::from_chars(reading.value.data(), end, reading.number);
  reading.countable = parsed.ec == std::errc{} && parsed.ptr == end;
  return reading;
}

SlotReading token_reading(const RowToken& token, std::int32_t index) {
  if (token.kind == RowToken::Kind::Number) return number_reading(token.value, index);
  SlotReading reading;
  reading.printed = token.kind == RowToken::Kind::Dash ? Printed::Dash : Printed::Empty;
  reading.value = token.text;
  reading.token = index;
  return reading;
}

bool is_value(const RowToken& token) {
  return token.kind == RowToken::Kind::Number || token.kind == RowToken::Kind::Dash ||
         token.kind == RowToken::Kind::Empty;
}

/// Indices of the tokens that can be values: a unit column is left out.
std::vector<std::int32_t> value_tokens(const ExpectedRow& row, const std::vector<RowToken>& tokens,
                                       const CompactStream& stream) {
  std::vector<std::int32_t> values;
  const bool unit_seen = std::any_of(tokens.begin(), tokens.end(), [](const RowToken& t) {
    return t.kind == RowToken::Kind::Unit;
  });
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (is_value(tokens[i])) values.push_back(static_cast<std::int32_t>(i));
  const std::size_t slots = row.values.size();
  const auto token = [&](std::size_t i) -> const RowToken& {
    return tokens[static_cast<std::size_t>(values[i])];
  };
  // In a grid an empty or dashed unit cell keeps its place before the values; in lines nobody could
  // tell it from a figure's dash.
  if (row.has_unit && !unit_seen && values.size() > slots && stream.atoms[token(0).atom].grid &&
      token(0).kind != RowToken::Kind::Number)
    values.erase(values.begin());
  return values;
}

/// Digits as one figure prints them: no leading zero but 0 itself, separators between groups of
/// three, one decimal point.
bool is_printed_figure(std::string_view text) {
  if (text.starts_with('-')) {
    text.remove_prefix(1);
    if (text == "0") return false;
  }
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view fraction = text.substr(point);
  if (!fraction.empty() && (fraction.size() == 1 || fraction.substr(1).find_first_not_of(
                                                        "0123456789") != std::string_view::npos))
    return false;
  std::string_view whole = text.substr(0, point);
  if (whole.empty() || whole.front() == ',' || (whole.size() > 1 && whole.front() == '0'))
    return false;
  if (whole.find(',') == std::string_view::npos) return true;
  std::size_t group = whole.find(',');
  if (group > 3) return false;
  for (whole.remove_prefix(group); !whole.empty(); whole.remove_prefix(4))
    if (whole.size() < 4 || whole.front() != ',' ||
        whole.substr(1, 3).find(',') != std::string_view::npos)
      return false;
  return true;
}

/// All ways to fill the slots in order: a token is one figure or, where it is a run of digits,
/// several; a slot may have lost its figure, as often as `lost` allows. No figure but 0 itself
/// starts with 0, and a sign stays with the first figure behind it, where the slot prints signed
/// figures.
class Filler {
 public:
  Filler(const ExpectedRow& row, const std::vector<RowToken>& tokens,
         const std::vector<std::int32_t>& values, std::size_t lost, RowReadings& out)
      : row_(row),
        tokens_(tokens),
        values_(values),
        slots_(row.values.size()),
        lost_(lost),
        out_(out) {}

  void run() { next_token(0); }

 private:
  /// Depth is bounded by the number of slots of a row.
  void next_token(std::size_t at) {
    if (out_.too_many || current_.size() + (values_.size() - at) > slots_) return;
    if (current_.size() == slots_) return add();
    if (lost_ > 0) {
      --lost_;
      current_.emplace_back();
      next_token(at);
      current_.pop_back();
      ++lost_;
    }
    if (at == values_.size()) return;
    const std::int32_t index = values_[at];
    const RowToken& token = tokens_[static_cast<std::size_t>(index)];
    // A point belongs to one figure: nobody knows which digits before it do.
    if (token.kind == RowToken::Kind::Number && token.only_digits &&
        token.text.find('.') == std::string::npos)
      return cut(token.text, 0, at, index);
    current_.push_back(token_reading(token, index));
    next_token(at + 1);
    current_.pop_back();
  }

  void cut(const std::string& digits, std::size_t begin, std::size_t at, std::int32_t index) {
    if (begin == digits.size()) return next_token(at + 1);
    const std::size_t later = values_.size() - at - 1;
    if (out_.too_many || current_.size() + 1 + later > slots_) return;
    if (digits[begin] == '-') {  // a dash of its own, or the sign of what follows
      SlotReading dash;
      dash.printed = Printed::Dash;
      dash.value = "-";
      dash.token = index;
      current_.push_back(std::move(dash));
      cut(digits, begin + 1, at, index);
      current_.pop_back();
      if (!row_.values[current_.size()]->signed_value) return;
    }
    const std::size_t longest = std::min(digits.size() - begin, kLongestFigure);
    for (std::size_t length = 1; length <= longest; ++length) {
      const std::string_view piece = std::string_view(digits).substr(begin, length);
      if (!is_printed_figure(piece)) continue;
      std::string value(piece);
      std::erase(value, ',');
      current_.push_back(number_reading(std::move(value), index));
      cut(digits, begin + length, at, index);
      current_.pop_back();
    }
  }

  void add() {
    if (out_.readings.size() >= limits::readings_per_row) {
      out_.too_many = true;
      return;
    }
    std::string key;
    for (const SlotReading& slot : current_)
      key += static_cast<char>('A' + static_cast<int>(slot.printed)) + slot.value + ';';
    if (seen_.insert(std::move(key)).second) out_.readings.push_back(current_);
  }

  const ExpectedRow& row_;
  const std::vector<RowToken>& tokens_;
  const std::vector<std::int32_t>& values_;
  std::size_t slots_, lost_;
  RowReadings& out_;
  RowReading current_;
  std::set<std::string> seen_;
};

/// Calls `visit` with every way to choose `count` of `total` positions, in order.
template <typename Visit>
void combinations(std::size_t total, std::size_t count, Visit visit) {
  std::vector<std::size_t> chosen(count);
  for (std::size_t i = 0; i < count; ++i) chosen[i] = i;
  while (true) {
    visit(chosen);
    std::size_t i = count;
    while (i > 0 && chosen[i - 1] == total - count + i - 1) --i;
    if (i == 0) return;
    ++chosen[i - 1];
    for (; i < count; ++i) chosen[i] = chosen[i - 1] + 1;
  }
}

void add_without_extras(const std::vector<RowToken>& tokens,
                        const std::vector<std::int32_t>& values, std::size_t slots,
                        RowReadings& out) {
  combinations(values.size(), slots, [&](const std::vector<std::size_t>& kept) {
    RowReading reading;
    for (const std::size_t i : kept)
      reading.push_back(token_reading(tokens[static_cast<std::size_t>(values[i])], values[i]));
    if (std::find(out.readings.begin(), out.readings.end(), reading) == out.readings.end())
      out.readings.push_back(std::move(reading));
  });
}

/// Places grid cells under their columns; false where a cell stands under no known column.
bool place_by_columns(const std::vector<RowToken>& tokens, const std::vector<std::int32_t>& values,
                      const CompactStream& stream, const RowContext& context, RowReading& reading) {
  // A row that ends before its last column may have lost a cell in the middle: where gaps made the
  // cells, an empty one leaves no trace.
  const RowToken& last = tokens[static_cast<std::size_t>(values.back())];
  if (stream.atoms[last.atom].column < context.slot_columns.back()) return false;
  for (const std::int32_t index : values) {
    const Atom& atom = stream.atoms[tokens[static_cast<std::size_t>(index)].atom];
    const auto column =
        std::find(context.slot_columns.begin(), context.slot_columns.end(), atom.column);
    if (column == context.slot_columns.end()) {
      if (tokens[static_cast<std::size_t>(index)].kind == RowToken::Kind::Empty) continue;
      return false;
    }
    SlotReading& slot = reading[static_cast<std::size_t>(column - context.slot_columns.begin())];
    if (slot.token >= 0) return false;
    slot = token_reading(tokens[static_cast<std::size_t>(index)], index);
  }
  return true;
}

/// Takes the cells under the named columns; false where a cell holds several figures.
bool place_by_names(const std::vector<RowToken>& tokens, const std::vector<std::int32_t>& values,
                    const CompactStream& stream, const RowContext& context, RowReading& reading) {
  for (const std::int32_t index : values) {
    const RowToken& token = tokens[static_cast<std::size_t>(index)];
    const auto column = std::find(context.named_columns.begin(), context.named_columns.end(),
                                  std::optional<std::uint32_t>(stream.atoms[token.atom].column));
    if (column == context.named_columns.end()) continue;
    SlotReading& slot = reading[static_cast<std::size_t>(column - context.named_columns.begin())];
    if (slot.token >= 0 || (token.only_digits && !is_printed_figure(token.text))) return false;
    slot = token_reading(token, index);
  }
  return true;
}

/// A minus sign in a damaged row may be a dash that ran into a figure; only signed columns may read
/// it as a sign.
bool signs_fit(const ExpectedRow& row, const RowReading& reading) {
  for (std::size_t i = 0; i < reading.size(); ++i)
    if (reading[i].printed == Printed::Number && reading[i].value.starts_with('-') &&
        !row.values[i]->signed_value)
      return false;
  return true;
}

/// A minus sign between two runs of digits is a sign only where the column prints signed figures.
bool sign_allowed(const ExpectedRow& row, const std::vector<RowToken>& tokens,
                  const std::vector<std::int32_t>& values) {
  for (std::size_t i = 0; i < values.size(); ++i)
    if (tokens[static_cast<std::size_t>(values[i])].glued_sign && !row.values[i]->signed_value)
      return false;
  return true;
}

/// The same of cells that stand under their headings.
bool signs_stand_apart(const ExpectedRow& row, const std::vector<RowToken>& tokens,
                       const RowReading& reading) {
  for (std::size_t i = 0; i < reading.size(); ++i)
    if (reading[i].token >= 0 && tokens[static_cast<std::size_t>(reading[i].token)].glued_sign &&
        !row.values[i]->signed_value)
      return false;
  return true;
}

/// One run of digits on a line of its own, enough of them for every figure of a wide row
/// (640020470 under its label): the line's border says nothing about the figures inside. As one
/// figure among lost ones it would be larger than any body counts.
bool is_whole_row(std::size_t slots, const std::vector<RowToken>& tokens,
                  const std::vector<std::int32_t>& values) {
  if (values.size() != 1 || slots < kWideRow) return false;
  const RowToken& token = tokens[static_cast<std::size_t>(values.front())];
  return token.only_digits && token.text.size() >= slots;
}

/// 007 is three figures, however it is cut: none but 0 itself begins with 0.
bool as_many_at_least(std::size_t slots, const std::vector<RowToken>& tokens,
                      const std::vector<std::int32_t>& values) {
  std::size_t figures = 0;
  for (const std::int32_t i : values) {
    const std::string& text = tokens[static_cast<std::size_t>(i)].text;
    const std::size_t zeros = std::min(text.find_first_not_of('0'), text.size());
    figures += zeros + (zeros < text.size() ? 1 : 0);
  }
  return figures >= slots;
}

/// 1 4, 1 304: a space between the digits of one number, as letters are spaced, or thousands.
bool may_be_one_number(const RowToken& first, const RowToken& second) {
  if (second.hard || !first.only_digits || !second.only_digits || first.text.starts_with('0'))
    return false;
  const std::size_t length = first.text.size();
  return (length == 1 && second.text.size() == 1) || (length <= 3 && second.text.size() == 3);
}

bool any_spaced_number(const std::vector<RowToken>& tokens,
                       const std::vector<std::int32_t>& values) {
  for (std::size_t i = 1; i < values.size(); ++i)
    if (values[i] == values[i - 1] + 1 &&
        may_be_one_number(tokens[static_cast<std::size_t>(values[i - 1])],
                          tokens[static_cast<std::size_t>(values[i])]))
      return true;
  return false;
}

bool any_fraction(const std::vector<RowToken>& tokens, const std::vector<std::int32_t>& values) {
  return std::any_of(values.begin(), values.end(), [&](std::int32_t i) {
    const RowToken& token = tokens[static_cast<std::size_t>(i)];
    return token.only_digits && token.text.find('.') != std::string::npos;
  });
}

bool figure_and_dash(const std::vector<RowToken>& tokens, const std::vector<std::int32_t>& values) {
  const RowToken& first = tokens[static_cast<std::size_t>(values.front())];
  const RowToken& second = tokens[static_cast<std::size_t>(values.back())];
  return first.kind == RowToken::Kind::Number && first.value != "0" &&
         second.kind == RowToken::Kind::Dash;
}

/// Borders between some of the figures, spaces between others.
bool borders_and_spaces(const std::vector<RowToken>& tokens,
                        const std::vector<std::int32_t>& values) {
  const auto hard = [&](std::int32_t i) { return tokens[static_cast<std::size_t>(i)].hard; };
  return std::any_of(values.begin() + 1, values.end(), hard) &&
         !std::all_of(values.begin() + 1, values.end(), hard);
}

/// One reading that boundaries alone make.
void fix(RowReading reading, RowReadings& out) {
  out.readings.push_back(std::move(reading));
  out.fixed_by_boundaries = true;
}

/// Figure by figure in their order: there are as many as slots.
void read_in_order(const ExpectedRow& row, const std::vector<RowToken>& tokens,
                   const std::vector<std::int32_t>& values, const RowContext& context,
                   RowReadings& out) {
  if (!sign_allowed(row, tokens, values)) return;
  RowReading reading;
  for (const std::int32_t index : values)
    reading.push_back(token_reading(tokens[static_cast<std::size_t>(index)], index));
  // One cell a line, -5 may be the dash of one cell and the 5 of the next, and a stranger in the
  // row may make up for it: then the sums must confirm what the lines say.
  const bool dash_may_be_glued = context.slot_columns.empty() && !signs_fit(row, reading);
  out.readings.push_back(std::move(reading));
  out.fixed_by_boundaries = !dash_may_be_glued;
  out.lossy = dash_may_be_glued;
}

/// More figures than slots.
void read_with_strangers(const std::vector<RowToken>& tokens, std::vector<std::int32_t> values,
                         std::size_t slots, RowReadings& out) {
  // Empty cells behind the last column are padding of the grid, not figures.
  while (values.size() > slots &&
         tokens[static_cast<std::size_t>(values.back())].kind == RowToken::Kind::Empty)
    values.pop_back();
  // Which of them is the stranger (a page number) a sum must say; where dashes leave the sums
  // open or the report breaks them, they may say the wrong one.
  out.lossy = true;
  if (values.size() - slots <= kMostExtra) add_without_extras(tokens, values, slots, out);
}

/// Where a space or nothing stands between the figures they ran together; where borders stand
/// (`hard`) a cell was lost, or two were glued, or both.
void read_split(const ExpectedRow& row, const std::vector<RowToken>& tokens,
                const std::vector<std::int32_t>& values, bool hard, RowReadings& out) {
  const std::size_t slots = row.values.size();
  if (hard && slots - values.size() > kMostLost) return;
  out.lossy = hard;
  Filler(row, tokens, values, hard ? slots - values.size() : 0, out).run();
  if (out.too_many)
    out.readings.clear();  // some of the readings are no basis for "all readings agree"
  std::erase_if(out.readings, [&](const RowReading& reading) { return !signs_fit(row, reading); });
}

}  // namespace

RowReadings read_row(const ExpectedRow& row, const std::vector<RowToken>& tokens,
                     const CompactStream& stream, const RowContext& context) {
  RowReadings out;
  const std::size_t slots = row.values.size();
  const std::vector<std::int32_t> values = value_tokens(row, tokens, stream);
  const auto any_value = [&](auto&& test) {
    return std::ranges::any_of(
        values, [&](std::int32_t i) { return test(tokens[static_cast<std::size_t>(i)]); });
  };
  const bool cells = any_value([](const RowToken& token) { return token.hard; });
  const bool whole_row = is_whole_row(slots, tokens, values);
  out.borderless = !values.empty() && (!cells || whole_row);
  if (!context.named_columns.empty()) {
    RowReading reading(slots);
    if (place_by_names(tokens, values, stream, context, reading) &&
        signs_stand_apart(row, tokens, reading))
      fix(std::move(reading), out);
    return out;
  }
  const bool glued = any_value(
      [](const RowToken& token) { return token.only_digits && !is_printed_figure(token.text); });
  if (values.size() == slots && !glued) {
    if (any_spaced_number(tokens, values) &&
        (row.columns_guessed || borders_and_spaces(tokens, values)))
      return out;
    // 64 and a dash under headings that nobody found: the year's and 累计, or last year's and the
    // year's.
    if (row.columns_guessed && slots == 2 && figure_and_dash(tokens, values)) return out;
    read_in_order(row, tokens, values, context, out);
    return out;
  }
  if (values.empty()) {
    fix(RowReading(slots), out);
    return out;
  }
  if (!context.slot_columns.empty()) {
    RowReading reading(slots);
    if (place_by_columns(tokens, values, stream, context, reading)) {
      fix(std::move(reading), out);
      return out;
    }
  }
  if (values.size() > slots) {
    if (slots <= kNarrowRow && any_spaced_number(tokens, values)) return out;
    read_with_strangers(tokens, values, slots, out);
    return out;
  }
  // Without a sum nobody knows whether 12 7 is three figures, or two and an empty cell; nor whether
  // 44 is 4 and 4 where only other rows tell that there are two columns.
  const bool cut_blindly = !cells && (!context.in_a_sum || row.columns_guessed);
  if (cut_blindly && !as_many_at_least(slots, tokens, values)) return out;
  const bool hard = cells && !whole_row;
  // No sum tells where digits are to be cut beside a figure that no sum counts.
  if (!hard && any_fraction(tokens, values)) return out;
  read_split(row, tokens, values, hard, out);
  return out;
}

}  // namespace guifan
