// SPDX-License-Identifier: Apache-2.0
#include "records.h"

#include <algorithm>
#include <array>

namespace guifan::csv {
namespace {

constexpr std::size_t kSampleLines = 50;
constexpr std::string_view kChosen = "sep=";

std::string_view without_mark(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r";
  const std::size_t begin = std::min(text.find_first_not_of(kBlanks), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

class Parser {
 public:
  Parser(std::string_view text, char separator) : rest_(text), separator_(separator) {}

  std::vector<Record> run() {
    std::vector<Record> records;
    while (!rest_.empty()) {
      Record record;
      record.line = line_;
      while (field(record)) {
      }
      if (record.fields.size() == 1 && record.fields.front().empty()) record.fields.clear();
      records.push_back(std::move(record));
    }
    return records;
  }

 private:
  /// Reads one field and what ends it; false at the end of the record.
  bool field(Record& record) {
    std::string& value = record.fields.emplace_back();
    const std::size_t begin = std::min(rest_.find_first_not_of(' '), rest_.size());
    if (begin < rest_.size() && rest_[begin] == '"' && quotes_close_ && quoted(begin, value))
      return ended(value);
    const std::size_t end = std::min(rest_.find_first_of(stops()), rest_.size());
    value = trim(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return ended(value);
  }

  /// Takes the quoted field at `begin`; false, and nothing taken, where it is never closed.
  bool quoted(std::size_t begin, std::string& value) {
    std::string inside;
    std::uint32_t lines = 0;
    for (std::size_t at = begin + 1;;) {
      const std::size_t quote = rest_.find('"', at);
      if (quote == std::string_view::npos) {
        quotes_close_ = false;
        return false;
      }
      inside += rest_.substr(at, quote - at);
      lines += static_cast<std::uint32_t>(std::ranges::count(rest_.substr(at, quote - at), '\n'));
      at = quote + 1;
      if (at >= rest_.size() || rest_[at] != '"') {
        value = trim(inside);
        line_ += lines;
        rest_.remove_prefix(at);
        return true;
      }
      inside += '"';
      ++at;
    }
  }

  /// Behind a field: whatever stands before the separator or the line end still belongs to it.
  bool ended(std::string& value) {
    const std::size_t end = std::min(rest_.find_first_of(stops()), rest_.size());
    value += trim(rest_.substr(0, end));
    rest_.remove_prefix(end);
    if (rest_.empty()) return false;
    const char stop = rest_.front();
    rest_.remove_prefix(1);
    if (stop == separator_) return true;
    ++line_;
    return false;
  }

  std::string_view stops() const { return {stops_.data(), stops_.size()}; }

  std::string_view rest_;
  char separator_;
  std::array<char, 2> stops_{separator_, '\n'};
  std::uint32_t line_ = 1;
  bool quotes_close_ = true;
};

/// The line "sep=;" that tells spreadsheet programs the separator; 0 where there is none.
char chosen_separator(std::string_view text) {
  return text.starts_with(kChosen) && text.size() > kChosen.size() ? text[kChosen.size()] : '\0';
}

}  // namespace

char separator_of(std::string_view text) {
  text = without_mark(text);
  if (const char chosen = chosen_separator(text)) return chosen;
  constexpr std::array kSeparators = {',', ';', '\t'};
  std::array<std::size_t, kSeparators.size()> lines{};
  for (std::size_t line = 0; line < kSampleLines && !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::array<bool, kSeparators.size()> seen{};
    bool inside = false;
    for (const char c : text.substr(0, end)) {
      inside = inside != (c == '"');
      for (std::size_t i = 0; i < kSeparators.size(); ++i)
        seen[i] = seen[i] || (!inside && c == kSeparators[i]);
    }
    for (std::size_t i = 0; i < kSeparators.size(); ++i) lines[i] += seen[i];
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return kSeparators[static_cast<std::size_t>(std::ranges::max_element(lines) - lines.begin())];
}

std::vector<Record> read_records(std::string_view text, char separator) {
  text = without_mark(text);
  std::vector<Record> records = Parser(text, separator).run();
  if (chosen_separator(text) != 0 && !records.empty()) records.front().fields.clear();
  return records;
}

}  // namespace guifan::csv
