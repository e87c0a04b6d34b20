// SPDX-License-Identifier: Apache-2.0
// Numbers as reports print them: 1,234.50 · 34 件 · 449.33万元 · －3.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/text.h"
#include "text/measure_words.h"
#include "text/utf8.h"

namespace guifan {
namespace {

constexpr auto kMagnitudes = std::to_array<std::string_view>({"万亿", "亿", "万"});

/// Length of the unit at `at`: a magnitude (万), a measure word (条), or both (万元). 0 for none.
std::size_t unit_length(std::string_view text, std::size_t at) {
  std::size_t length = 0;
  for (const std::string_view magnitude : kMagnitudes) {
    if (text.substr(at).starts_with(magnitude)) {
      length = magnitude.size();
      break;
    }
  }
  for (const std::string_view unit : words_of_role(MeasureRole::Figure))
    if (text.substr(at + length).starts_with(unit)) return length + unit.size();
  return length;
}

/// The digit at `at` (ASCII or full width) and its length; length 0 for no digit.
struct Digit {
  char value = 0;
  std::size_t length = 0;
};

Digit digit_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const char c = text[at];
  if (c >= '0' && c <= '9') return {c, 1};
  if (static_cast<unsigned char>(c) != 0xEF) return {};
  const utf8::CodePoint point = utf8::decode(text, at);
  if (point.value < U'０' || point.value > U'９') return {};
  return {static_cast<char>('0' + (point.value - U'０')), point.length};
}

/// Appends the run of digits at `at` to `digits`; returns how many there were and moves `at` behind
/// them.
std::size_t take_digits(std::string_view text, std::size_t& at, std::string& digits) {
  std::size_t count = 0;
  for (Digit digit = digit_at(text, at); digit.length != 0; digit = digit_at(text, at)) {
    digits += digit.value;
    at += digit.length;
    ++count;
  }
  return count;
}

/// The sign character at `at` means "comma" of a thousands separator: ASCII or full width.
std::size_t comma_length(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == ',') return 1;
  return text.substr(std::min(at, text.size())).starts_with("，") ? std::string_view("，").size()
                                                                  : 0;
}

/// A number without sign and unit from `at` on. REQUIRES: a digit stands at `at`.
PrintedNumber take_number(std::string_view text, std::size_t at) {
  PrintedNumber number;
  number.begin = at;
  std::size_t end = at;
  std::size_t group = take_digits(text, end, number.value);
  // 1,234,567: the first group has one to three digits and each later one exactly three; anything
  // else is a list.
  if (group <= 3) {
    while (const std::size_t comma = comma_length(text, end)) {
      std::size_t next = end + comma;
      std::string digits;
      if (take_digits(text, next, digits) != 3) break;
      number.value += digits;
      end = next;
    }
  }
  if (end < text.size() && text[end] == '.' && digit_at(text, end + 1).length != 0) {
    std::size_t next = end + 1;
    std::string fraction;
    take_digits(text, next, fraction);
    // 2017.12.31 is a date, 1.2.3 an outline number: their parts are numbers of their own.
    const bool chain =
        (next + 1 < text.size() && text[next] == '.' && digit_at(text, next + 1).length != 0) ||
        (at > 1 && text[at - 1] == '.' && digit_at(text, at - 2).length != 0);
    if (!chain) {
      number.value += "." + fraction;
      end = next;
    }
  }
  const std::size_t significant = number.value.find_first_not_of('0');
  if (significant == std::string::npos) {
    number.value = "0";
  } else {
    number.value.erase(0, number.value[significant] == '.' ? significant - 1 : significant);
  }
  number.end = end;
  return number;
}

std::size_t minus_length(std::string_view text, std::size_t at) {
  for (const std::string_view minus : {"-", "−", "－"})
    if (text.substr(at).starts_with(minus)) return minus.size();
  return 0;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n')) ++at;
  return at;
}

/// Takes the unit behind a number, one space allowed between them.
void take_unit(std::string_view text, PrintedNumber& number) {
  std::size_t at = number.end;
  if (at < text.size() && text[at] == ' ') ++at;
  const std::size_t length = unit_length(text, at);
  if (length == 0) return;
  number.unit = text.substr(at, length);
  number.end = at + length;
}

}  // namespace

std::optional<PrintedNumber> parse_number(std::string_view normalised) {
  std::size_t at = skip_spaces(normalised, 0);
  if (at >= normalised.size()) return std::nullopt;
  const std::size_t begin = at;
  const std::size_t minus = minus_length(normalised, at);
  at = skip_spaces(normalised, at + minus);
  if (digit_at(normalised, at).length == 0) return std::nullopt;
  PrintedNumber number = take_number(normalised, at);
  number.begin = begin;
  if (minus != 0 && number.value != "0") number.value.insert(0, "-");
  take_unit(normalised, number);
  if (skip_spaces(normalised, number.end) != normalised.size()) return std::nullopt;
  return number;
}

std::vector<PrintedNumber> find_numbers(std::string_view normalised) {
  std::vector<PrintedNumber> numbers;
  for (std::size_t at = 0; at < normalised.size();) {
    if (digit_at(normalised, at).length == 0) {
      ++at;
      continue;
    }
    PrintedNumber number = take_number(normalised, at);
    // A hyphen is a minus only where nothing stands before it: 2017-12 and 电话0580-44 hold none.
    if (at > 0 && normalised[at - 1] == '-' &&
        (at == 1 ||
         std::string_view(" \t\n(:|").find(normalised[at - 2]) != std::string_view::npos)) {
      number.begin = at - 1;
      if (number.value != "0") number.value.insert(0, "-");
    }
    at = number.end;
    take_unit(normalised, number);
    numbers.push_back(std::move(number));
  }
  return numbers;
}

}  // namespace guifan
