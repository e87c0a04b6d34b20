// SPDX-License-Identifier: Apache-2.0
#include "recognise/labels/row_tokens.h"

#include <algorithm>
#include <array>

#include "guifan/text.h"
#include "text/code_points.h"
#include "text/measure_words.h"

namespace guifan {
namespace {

constexpr std::array<std::string_view, 10> kDashes = {"-",  "--", "—",  "——", "/",
                                                      "－", "–",  "一", "\\", "───"};
/// After a figure without a border, only the numbering of a heading or a note may follow; anything
/// else means that the digits belong to a sentence ("2019年...").
constexpr std::array<std::string_view, 14> kAfterFigure = {"一、", "二、", "三、", "四、", "五、",
                                                           "六、", "七、", "八、", "(",    "注",
                                                           "附",   "第",   "备注", "说明"};

bool is_unit(std::string_view word) {
  return has_role(word, MeasureRole::Cell);
}

/// Digits at the front of a word, thousands separators and a decimal point included.
std::size_t leading_number(std::string_view word) {
  std::size_t i = 0;
  if (i < word.size() && word[i] == '-') ++i;
  const std::size_t digits = i;
  while (i < word.size() &&
         (is_ascii_digit(static_cast<unsigned char>(word[i])) ||
          ((word[i] == ',' || word[i] == '.') && i > digits && i + 1 < word.size() &&
           is_ascii_digit(static_cast<unsigned char>(word[i + 1])))))
    ++i;
  return i > digits ? i : 0;
}

/// "- 7 -", "— 7 —", "第7页", "7/12" stays a fraction.
bool is_page_number(std::string_view line) {
  const std::size_t first = line.find_first_of("0123456789");
  if (first == std::string_view::npos || line.size() > 24) return false;
  const std::string_view before = line.substr(0, first);
  const std::size_t last = line.find_last_of("0123456789");
  const std::string_view after = line.substr(last + 1);
  const auto is_rule = [](std::string_view text) {
    return text.find_first_not_of(" -\xE2\x80\x94\x93") == std::string_view::npos;
  };
  const bool digits_only = line.substr(first, last + 1 - first).find_first_not_of("0123456789") ==
                           std::string_view::npos;
  if (digits_only && before.find_first_not_of(' ') != std::string_view::npos &&
      after.find_first_not_of(' ') != std::string_view::npos && is_rule(before) && is_rule(after))
    return true;
  return before == "第" && after.starts_with("页");
}

class Tokenizer {
 public:
  Tokenizer(std::vector<RowToken>& tokens, std::size_t most) : tokens_(tokens), most_(most) {}

  bool full() const { return tokens_.size() >= most_; }

  void piece(const Atom& atom, std::size_t index, std::size_t begin, std::size_t end) {
    if (atom.text.empty()) {
      if (atom.grid) add(RowToken::Kind::Empty, {}, index, 0, true);
      return;
    }
    if (is_page_number(atom.text)) return add(RowToken::Kind::Foreign, atom.text, index, 0, true);
    bool hard = begin == 0;
    for (std::size_t i = begin; i < end && !full();) {
      const char c = atom.text[i];
      if (c == ' ' || c == '\t' || c == '|') {
        hard = hard || c != ' ';
        ++i;
        continue;
      }
      std::size_t stop = i;
      while (stop < end && atom.text[stop] != ' ' && atom.text[stop] != '\t' &&
             atom.text[stop] != '|')
        ++stop;
      if (numbers_a_heading(atom.text, i, stop)) {
        add(RowToken::Kind::Foreign, atom.text.substr(i, end - i), index, i, hard);
        return;
      }
      word(atom.text.substr(i, stop - i), index, i, hard);
      hard = false;
      i = stop;
    }
  }

 private:
  /// "2 .依申请公开情况统计": digits, a space, then the point of a heading's number.
  static bool numbers_a_heading(std::string_view text, std::size_t begin, std::size_t end) {
    const std::size_t next = text.find_first_not_of(' ', end);
    if (next == std::string_view::npos ||
        leading_number(text.substr(begin, end - begin)) != end - begin)
      return false;
    return text[next] == '.' || text.substr(next).starts_with("、");
  }

  void add(RowToken::Kind kind, std::string_view text, std::size_t atom, std::size_t byte,
           bool hard) {
    RowToken token;
    token.kind = kind;
    token.text = std::string(text);
    token.atom = atom;
    token.begin = {atom, byte};
    token.hard = hard;
    if (kind == RowToken::Kind::Unit) token.unit = token.text;
    tokens_.push_back(std::move(token));
  }

  bool number(std::string_view text, std::size_t atom, std::size_t byte, bool hard) {
    const auto parsed = parse_number(text);
    if (!parsed) return false;
    add(RowToken::Kind::Number, text, atom, byte, hard);
    tokens_.back().value = parsed->value;
    tokens_.back().unit = parsed->unit;
    tokens_.back().only_digits = text.find_first_not_of("0123456789,.-") == std::string_view::npos;
    return true;
  }

  void word(std::string_view word, std::size_t atom, std::size_t byte, bool hard) {
    while (!word.empty() && (word.front() == '"' || word.front() == ':' || word.front() == ')' ||
                             word.front() == '.')) {
      word.remove_prefix(1);
      ++byte;
    }
    for (const std::string_view quote : {std::string_view("”"), std::string_view("“")})
      while (word.starts_with(quote)) {
        word.remove_prefix(quote.size());
        byte += quote.size();
      }
    if (word.empty()) return;
    if (is_unit(word) || (word.size() > 2 && word.front() == '(' && word.back() == ')' &&
                          is_unit(word.substr(1, word.size() - 2))))
      return add(RowToken::Kind::Unit, word, atom, byte, hard);
    if (blank_mark(word) == word.size()) return add(RowToken::Kind::Empty, {}, atom, byte, hard);
    if (std::find(kDashes.begin(), kDashes.end(), word) != kDashes.end())
      return add(RowToken::Kind::Dash, word, atom, byte, hard);
    if (number(word, atom, byte, hard)) return;
    // An increase with its sign: +1.
    if (word.front() == '+' && leading_number(word.substr(1)) == word.size() - 1 &&
        number(word.substr(1), atom, byte + 1, hard)) {
      tokens_.back().glued_sign = true;
      return;
    }
    // Two figures, the second with a sign: 35-15.
    const std::size_t minus = word.find('-', 1);
    if (minus != std::string_view::npos && leading_number(word.substr(0, minus)) == minus &&
        leading_number(word.substr(minus)) == word.size() - minus &&
        number(word.substr(0, minus), atom, byte, hard)) {
      number(word.substr(minus), atom, byte + minus, false);
      tokens_.back().glued_sign = true;
      return;
    }
    // A unit glued before a figure: 条425. Longest unit first, so that 人次 is not 人.
    std::string_view unit;
    for (const std::string_view candidate : words_of_role(MeasureRole::Cell))
      if (word.starts_with(candidate) && candidate.size() > unit.size()) unit = candidate;
    if (!unit.empty() && leading_number(word.substr(unit.size())) != 0) {
      add(RowToken::Kind::Unit, unit, atom, byte, hard);
      return this->word(word.substr(unit.size()), atom, byte + unit.size(), false);
    }
    // A figure that runs into the next heading: 1000001四、政府信息...
    const std::size_t length = leading_number(word);
    if (length != 0) {
      const std::string_view rest = word.substr(length);
      const bool heading = std::any_of(kAfterFigure.begin(), kAfterFigure.end(),
                                       [&](auto mark) { return rest.starts_with(mark); });
      if (heading && number(word.substr(0, length), atom, byte, hard)) {
        add(RowToken::Kind::Foreign, rest, atom, byte + length, false);
        return;
      }
    }
    add(RowToken::Kind::Foreign, word, atom, byte, hard);
  }

  std::vector<RowToken>& tokens_;
  std::size_t most_;
};

}  // namespace

std::vector<RowToken> tokens_between(const CompactStream& stream, StreamPoint begin,
                                     StreamPoint end, std::size_t most) {
  std::vector<RowToken> tokens;
  Tokenizer tokenizer(tokens, most);
  for (std::size_t i = begin.atom; i < stream.atoms.size() && i <= end.atom && !tokenizer.full();
       ++i) {
    const Atom& atom = stream.atoms[i];
    const std::size_t from = i == begin.atom ? begin.byte : 0;
    const std::size_t to = i == end.atom ? end.byte : atom.text.size();
    const bool whole_atom_before = i == begin.atom && begin.byte != 0;
    if (atom.text.empty()) {
      if (!whole_atom_before && i != end.atom) tokenizer.piece(atom, i, 0, 0);
    } else if (from < to) {
      tokenizer.piece(atom, i, from, to);
    }
  }
  return tokens;
}

}  // namespace guifan
