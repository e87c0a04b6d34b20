// SPDX-License-Identifier: Apache-2.0
#include "recognise/row_readings.h"

#include <algorithm>
#include <charconv>

#include "guifan/limits.h"

namespace guifan {
namespace {

constexpr std::size_t kMostLost =
    2;  ///< more lost cells than this leave too many readings to be worth a search
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

/// Indices of the tokens that can be values: unit and code columns are left out.
std::vector<std::int32_t> value_tokens(const ExpectedRow& row,
                                       const std::vector<RowToken>& tokens) {
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
  // An empty or dashed unit column stands before the values.
  if (row.has_unit && !unit_seen && values.size() > slots &&
      token(0).kind != RowToken::Kind::Number)
    values.erase(values.begin());
  if (row.has_code && values.size() > slots && token(0).kind == RowToken::Kind::Number &&
      token(0).text == row.code)
    values.erase(values.begin());
  return values;
}

/// All ways to cut the tokens into exactly `slots` figures; only runs of plain digits are cut, and
/// no figure but 0 itself starts with 0.
class Splitter {
 public:
  Splitter(const ExpectedRow& row, const std::vector<RowToken>& tokens,
           const std::vector<std::int32_t>& values, RowReadings& out)
      : row_(row), tokens_(tokens), values_(values), slots_(row.values.size()), out_(out) {}

  void run() { next_token(0); }

 private:
  void next_token(std::size_t at) {
    if (out_.too_many) return;
    if (at == values_.size()) {
      if (current_.size() != slots_) return;
      if (out_.readings.size() >= limits::readings_per_row) {
        out_.too_many = true;
        return;
      }
      out_.readings.push_back(current_);
      return;
    }
    const std::size_t left = values_.size() - at;
    if (current_.size() + left > slots_) return;
    const std::int32_t index = values_[at];
    const RowToken& token = tokens_[static_cast<std::size_t>(index)];
    if (token.kind != RowToken::Kind::Number || !(token.plain_digits || token.glued_sign)) {
      current_.push_back(token_reading(token, index));
      next_token(at + 1);
      current_.pop_back();
      return;
    }
    cut(token.text, 0, at, index);
  }

  /// Depth is bounded by the number of slots of a row.
  void cut(const std::string& digits, std::size_t begin, std::size_t at, std::int32_t index) {
    if (out_.too_many) return;
    if (begin == digits.size()) return next_token(at + 1);
    const std::size_t later = values_.size() - at - 1;
    if (current_.size() + 1 + later > slots_) return;
    const std::size_t sign = digits[begin] == '-' ? 1 : 0;
    if (sign != 0 && !row_.values[current_.size()]->signed_value) return;
    const std::size_t longest = digits[begin + sign] == '0' ? sign + 1 : digits.size() - begin;
    for (std::size_t length = sign + 1; length <= longest && length <= 12; ++length) {
      current_.push_back(number_reading(digits.substr(begin, length), index));
      cut(digits, begin + length, at, index);
      current_.pop_back();
    }
  }

  const ExpectedRow& row_;
  const std::vector<RowToken>& tokens_;
  const std::vector<std::int32_t>& values_;
  std::size_t slots_;
  RowReadings& out_;
  RowReading current_;
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

void add_lost_placements(const std::vector<RowToken>& tokens,
                         const std::vector<std::int32_t>& values, std::size_t slots,
                         RowReadings& out) {
  combinations(slots, slots - values.size(), [&](const std::vector<std::size_t>& lost) {
    RowReading reading(slots);
    std::size_t next = 0, hole = 0;
    for (std::size_t slot = 0; slot < slots; ++slot) {
      if (hole < lost.size() && lost[hole] == slot) {
        ++hole;
        continue;
      }
      reading[slot] = token_reading(tokens[static_cast<std::size_t>(values[next])], values[next]);
      ++next;
    }
    if (std::find(out.readings.begin(), out.readings.end(), reading) == out.readings.end())
      out.readings.push_back(std::move(reading));
  });
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

/// A minus sign between two runs of digits is a sign only where the column prints signed figures.
bool sign_allowed(const ExpectedRow& row, const std::vector<RowToken>& tokens,
                  const std::vector<std::int32_t>& values) {
  for (std::size_t i = 0; i < values.size(); ++i)
    if (tokens[static_cast<std::size_t>(values[i])].glued_sign && !row.values[i]->signed_value)
      return false;
  return true;
}

}  // namespace

RowReadings read_row(const ExpectedRow& row, const std::vector<RowToken>& tokens,
                     const CompactStream& stream, const RowContext& context) {
  RowReadings out;
  const std::size_t slots = row.values.size();
  std::vector<std::int32_t> values = value_tokens(row, tokens);
  if (values.size() == slots) {
    RowReading reading;
    for (const std::int32_t index : values)
      reading.push_back(token_reading(tokens[static_cast<std::size_t>(index)], index));
    const bool sign_fits = sign_allowed(row, tokens, values);
    if (sign_fits) out.readings.push_back(std::move(reading));
    out.fixed_by_boundaries = sign_fits;
    return out;
  }
  if (values.empty()) {
    out.readings.push_back(RowReading(slots));
    out.fixed_by_boundaries = true;
    return out;
  }
  if (!context.slot_columns.empty()) {
    RowReading reading(slots);
    if (place_by_columns(tokens, values, stream, context, reading)) {
      out.readings.push_back(std::move(reading));
      out.fixed_by_boundaries = true;
      return out;
    }
  }
  if (values.size() > slots) {
    // Empty cells behind the last column are padding of the grid, not figures.
    while (values.size() > slots &&
           tokens[static_cast<std::size_t>(values.back())].kind == RowToken::Kind::Empty)
      values.pop_back();
    if (values.size() - slots <= kMostExtra) add_without_extras(tokens, values, slots, out);
    return out;
  }
  Splitter(row, tokens, values, out).run();
  const bool hard = std::all_of(values.begin(), values.end(), [&](std::int32_t i) {
    return tokens[static_cast<std::size_t>(i)].hard;
  });
  if (hard && context.allow_lost && slots - values.size() <= kMostLost)
    add_lost_placements(tokens, values, slots, out);
  if (hard && context.allow_lost && slots - values.size() > kMostLost) out.readings.clear();
  return out;
}

}  // namespace guifan
