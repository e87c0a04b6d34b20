// SPDX-License-Identifier: Apache-2.0
#include "recognise/words/printed_date.h"

#include <fmt/format.h>

namespace guifan {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Reads one to `most` digits at `at`; 0 for none or more.
int take(std::string_view text, std::size_t& at, std::size_t most) {
  int value = 0;
  std::size_t count = 0;
  while (at < text.size() && is_digit(text[at]) && count <= most) {
    value = value * 10 + (text[at] - '0');
    ++at;
    ++count;
  }
  return count > most ? 0 : value;
}

bool take_mark(std::string_view text, std::size_t& at, std::string_view mark) {
  while (at < text.size() && text[at] == ' ') ++at;
  if (!text.substr(at).starts_with(mark)) return false;
  at += mark.size();
  while (at < text.size() && text[at] == ' ') ++at;
  return true;
}

bool is_day(int year, int month, int day) {
  if (year < 1990 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

std::optional<PrintedDate> date_at(std::string_view text, std::size_t begin) {
  struct Marks {
    std::string_view year, month, day;
  };
  constexpr Marks kForms[] = {{"年", "月", "日"}, {"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}};
  std::size_t behind_year = begin;
  const int year = take(text, behind_year, 4);
  if (behind_year - begin != 4) return std::nullopt;
  for (const Marks& form : kForms) {
    PrintedDate date;
    date.year = year;
    std::size_t at = behind_year;
    if (!take_mark(text, at, form.year)) continue;
    date.month = take(text, at, 2);
    if (!take_mark(text, at, form.month)) continue;
    date.day = take(text, at, 2);
    if (!form.day.empty() && !take_mark(text, at, form.day)) continue;
    if (form.day.empty() && at < text.size() && is_digit(text[at])) continue;
    if (!is_day(date.year, date.month, date.day)) continue;
    date.begin = begin;
    date.end = at;
    return date;
  }
  return std::nullopt;
}

}  // namespace

std::string PrintedDate::iso() const {
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::optional<PrintedDate> find_date(std::string_view normalised, std::size_t from) {
  for (std::size_t at = from; at < normalised.size(); ++at) {
    if (!is_digit(normalised[at])) continue;
    if (at == 0 || !is_digit(normalised[at - 1]))
      if (auto date = date_at(normalised, at)) return date;
  }
  return std::nullopt;
}

}  // namespace guifan
