// SPDX-License-Identifier: Apache-2.0
#include "recognise/prose/lexer.h"

#include <algorithm>
#include <array>

#include "guifan/text.h"
#include "text/code_points.h"
#include "text/utf8.h"

namespace guifan::prose {
namespace {

bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\u3000' || c == U'\u00A0';
}
bool among(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}
constexpr std::u32string_view kNumerals = U"〇零一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟";
constexpr std::u32string_view kHedgesAfter = U"余多来几";
constexpr std::u32string_view kScales = U"万亿千百";

/// Counters stand in falling order; this finds those that begin with a character.
struct ByFront {
  bool operator()(const std::u32string& counter, char32_t c) const { return counter.front() > c; }
  bool operator()(char32_t c, const std::u32string& counter) const { return c > counter.front(); }
};

/// What a character can begin.
enum class Opens : std::uint8_t {
  Word,
  Space,
  Quote,
  Title,
  Digits,
  Numeral,
  Comma,
  Colon,
  Pause,
  Bracket,
  BracketEnd,
};

struct Marks {
  Opens opens;
  std::u32string_view characters;
};
constexpr Marks kMarks[] = {
    {Opens::Space, U" \t\n\u3000\u00A0"},
    {Opens::Quote, U"“”‘’\"'「」『』〝〞"},
    {Opens::Title, U"《"},
    {Opens::Digits, U"0123456789"},
    {Opens::Numeral, U"〇零"},
    {Opens::Comma, U",，…—|/│"},
    {Opens::Colon, U":："},
    {Opens::Pause, U"、"},
    {Opens::Bracket, U"(（[【〔{"},
    {Opens::BracketEnd, U")）]】〕}"},
};

constexpr Opens opens_by_list(char32_t c) {
  for (const Marks& row : kMarks)
    if (row.characters.find(c) != std::u32string_view::npos) return row.opens;
  return Opens::Word;
}

// Every character of a report is asked for: ASCII has a table, the Chinese block one bit each.
constexpr char32_t kFirstHan = 0x4E00, kLastHan = 0x9FFF;
constexpr auto kAsciiOpens = [] {
  std::array<Opens, 0x80> table{};
  for (char32_t c = 0; c < table.size(); ++c) table[c] = opens_by_list(c);
  return table;
}();
constexpr auto kNumeralBits = [] {
  std::array<std::uint64_t, (kLastHan - kFirstHan) / 64 + 1> bits{};
  for (const char32_t c : kNumerals)
    if (c >= kFirstHan) bits[(c - kFirstHan) / 64] |= std::uint64_t{1} << ((c - kFirstHan) % 64);
  return bits;
}();

Opens opens(char32_t c) {
  if (c >= kFirstHan && c <= kLastHan) {
    const char32_t at = c - kFirstHan;
    return (kNumeralBits[at / 64] >> (at % 64) & 1) != 0 ? Opens::Numeral : Opens::Word;
  }
  return c < kAsciiOpens.size() ? kAsciiOpens[c] : opens_by_list(c);
}

Token::Kind kind_of_mark(Opens mark) {
  switch (mark) {
    case Opens::Comma:
      return Token::Kind::Comma;
    case Opens::Colon:
      return Token::Kind::Colon;
    case Opens::Pause:
      return Token::Kind::Pause;
    case Opens::Bracket:
      return Token::Kind::Open;
    case Opens::BracketEnd:
      return Token::Kind::Close;
    default:
      return Token::Kind::Unknown;
  }
}

/// Walks over one sentence. Every function leaves `at_` behind what it read.
class Lexer {
 public:
  Lexer(std::u32string_view text, const ProseRules& rules)
      : text_(text),
        rules_(rules),
        filler_(rules.find_class("filler")),
        hedge_(rules.find_class("hedge")) {}

  std::vector<Token> run() {
    tokens_.reserve(text_.size() / 3 + 1);
    while (at_ < text_.size()) step();
    return std::move(tokens_);
  }

 private:
  char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0';
  }
  std::size_t skip_spaces(std::size_t at) const {
    while (at < text_.size() && is_space(text_[at])) ++at;
    return at;
  }

  void step() {
    const Opens first = opens(text_[at_]);
    if (first == Opens::Space || first == Opens::Quote) {
      space_ = space_ || first == Opens::Space;
      ++at_;
      return;
    }
    if (first == Opens::Title) return title();
    if (first == Opens::Digits) return number();
    const Vocabulary::Hit hit = rules_.vocabulary.longest(text_, at_);
    if (first == Opens::Numeral && hit.length < 2 && han_number()) return;
    if (hit.length > 0) {
      Token& token = add(Token::Kind::Word, hit.length);
      token.word = &rules_.vocabulary.meanings[hit.word];
      token.classes = token.word->classes;
      return;
    }
    const Token::Kind mark = kind_of_mark(first);
    if (mark == Token::Kind::Unknown) return unknown();
    add(mark, 1);
  }

  /// A new token of the `length` characters at `at_`.
  Token& add(Token::Kind kind, std::size_t length) {
    Token& token = tokens_.emplace_back();
    token.kind = kind;
    token.begin = static_cast<std::uint32_t>(at_);
    at_ += length;
    token.end = static_cast<std::uint32_t>(at_);
    token.space_before = space_;
    space_ = false;
    return token;
  }

  /// 《...》: a document's name says nothing of its own, whatever words it holds.
  void title() {
    const std::size_t close = text_.find(U'》', at_);
    const std::size_t length = close == std::u32string_view::npos ? 1 : close + 1 - at_;
    Token& token = add(Token::Kind::Word, length);
    if (filler_) token.classes.set(*filler_);
  }

  void unknown() {
    if (tokens_.empty() || tokens_.back().kind != Token::Kind::Unknown || space_) {
      add(Token::Kind::Unknown, 1);
    } else {
      tokens_.back().end = static_cast<std::uint32_t>(++at_);
    }
  }

  /// The longest known counter at `at`; empty for none.
  std::u32string_view counter_at(std::size_t at) const {
    if (at == text_.size()) return {};
    const auto [first, last] =
        std::equal_range(rules_.counters.begin(), rules_.counters.end(), text_[at], ByFront());
    const auto counter = std::find_if(first, last, [&](const std::u32string& known) {
      return text_.substr(at).starts_with(known);
    });
    return counter == last ? std::u32string_view() : *counter;
  }

  char32_t before() const {
    std::size_t at = at_;
    while (at > 0 && is_space(text_[at - 1])) --at;
    return at > 0 ? text_[at - 1] : U'\0';
  }
  bool hedge_before() const {
    return hedge_ && !tokens_.empty() && tokens_.back().classes.test(*hedge_);
  }

  void number() {
    std::size_t end = at_;
    std::string digits;
    while (end < text_.size() && is_ascii_digit(text_[end]))
      digits += static_cast<char>(text_[end++]);
    // 1,234,567: groups of three only, or the comma is punctuation.
    while (digits.size() <= 12 && end + 3 < text_.size() && text_[end] == U',' &&
           digits.size() - 1 < 3 + 9 && grouped(end)) {
      for (std::size_t i = 1; i <= 3; ++i) digits += static_cast<char>(text_[end + i]);
      end += 4;
    }
    bool exact = digits.size() <= 7 && (digits.size() == 1 || digits[0] != '0');
    if (end + 1 < text_.size() && text_[end] == U'.' && is_ascii_digit(text_[end + 1])) {
      exact = false;  // a share or an amount; amounts are taken from the text as they stand
      digits += '.';
      ++end;
      while (end < text_.size() && is_ascii_digit(text_[end]))
        digits += static_cast<char>(text_[end++]);
    }
    finish_number(std::move(digits), end, exact);
  }

  bool grouped(std::size_t comma) const {
    for (std::size_t i = 1; i <= 3; ++i) {
      if (comma + i >= text_.size() || !is_ascii_digit(text_[comma + i])) return false;
    }
    const std::size_t head = comma - at_;
    return head <= 3 || text_[at_ + head - 4] == U','
               ? !(comma + 4 < text_.size() && is_ascii_digit(text_[comma + 4]))
               : false;
  }

  void finish_number(std::string digits, std::size_t end, bool exact) {
    const std::size_t after = skip_spaces(end);
    const char32_t next = after < text_.size() ? text_[after] : U'\0';
    if (date(digits, after, next)) return;
    const bool first = tokens_.empty();
    if (first && (next == U'、' || (next == U'.' && exact)) && digits.size() <= 2) {
      at_ = after + 1;  // "1." and "2、" at the start number the paragraph
      return;
    }
    bool hedged = hedge_before();
    if (before() == U'第' || among(next, U"%％‰°~～至-－—–")) exact = false;
    if (!tokens_.empty() && among(before(), U"~～至-－—–.")) exact = false;
    std::size_t stop = after;
    if (among(next, kScales) || among(next, kHedgesAfter)) {
      hedged = true;
      while (stop < text_.size() &&
             (among(text_[stop], kScales) || among(text_[stop], kHedgesAfter))) {
        ++stop;
      }
    }
    const std::u32string_view counter = counter_at(stop);
    const std::size_t behind = stop + counter.size();
    if (counter.empty()) stop = end;
    const std::size_t last = counter.empty() ? std::max(end, stop) : behind;
    if (last < text_.size() && !counter.empty() && among(text_[last], U"余多以左上")) {
      // 30件左右, 30件以上, 30件余; a plain 上 (上级, 上年) is another word
      const char32_t two = last + 1 < text_.size() ? text_[last + 1] : U'\0';
      if (text_[last] == U'余' || text_[last] == U'多' ||
          (text_[last] == U'以' && among(two, U"上下")) || (text_[last] == U'左' && two == U'右') ||
          (text_[last] == U'上' && two == U'下')) {
        hedged = true;
      }
    }
    Token& token = add(Token::Kind::Number, last - at_);
    token.exact = exact && !hedged;
    token.hedged = hedged && (exact || digits.find('.') != std::string::npos);  // 3.2万件
    token.value = std::move(digits);
    token.counter = counter;
  }

  /// 1-12月: the first month has no 月 of its own.
  bool first_month(const std::string& digits, std::size_t after, char32_t next) {
    if (!among(next, U"~～至-－—–") || digits.size() > 2 || std::stoi(digits) > 12) return false;
    std::size_t at = skip_spaces(after + 1);
    const std::size_t begin = at;
    while (at < text_.size() && text_[at] >= U'0' && text_[at] <= U'9') ++at;
    if (at == begin || at - begin > 2 || at == text_.size() || text_[at] != U'月') return false;
    add(Token::Kind::Date, after - at_).month = std::stoi(digits);
    return true;
  }

  bool date(const std::string& digits, std::size_t after, char32_t next) {
    if (first_month(digits, after, next)) return true;
    if (!among(next, U"年月日")) return false;
    const int value = digits.size() <= 4 ? std::stoi(digits) : 0;
    Token& token = add(Token::Kind::Date, after + 1 - at_);
    if (next == U'年' && digits.size() == 4) {
      token.year = value;
      if (peek() == U'度' || peek() == U'底' || peek() == U'末') {
        ++at_;
        token.end = static_cast<std::uint32_t>(at_);
      }
    } else if (next == U'月' && digits.size() <= 2) {
      token.month = value;
    } else if (next == U'日' && digits.size() <= 2) {
      token.day = value;
    }
    return true;
  }

  /// 三件, 二十一起: only with a counter; 一是, 第三, 三农 stay words.
  bool han_number() {
    std::size_t end = at_;
    while (end < text_.size() && among(text_[end], kNumerals)) ++end;
    if (before() == U'第' || before() == U'每') return false;
    if (counter_at(skip_spaces(end)).empty()) return false;
    std::string utf8;
    for (std::size_t i = at_; i < end; ++i) utf8::append(utf8, text_[i]);
    const auto value = parse_chinese_numeral(utf8);
    if (!value) return false;
    finish_number(std::to_string(*value), end, *value <= 9'999'999);
    return true;
  }

  std::u32string_view text_;
  const ProseRules& rules_;
  std::optional<std::size_t> filler_, hedge_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  bool space_ = false;
};

/// Nearly every character is a Chinese one: told apart by one comparison.
bool ends_sentence(char32_t c) {
  return (c < 0x80 || c == U'。' || c >= 0xFF00) && among(c, U"。｡;；!！?？\n\r");
}

}  // namespace

std::vector<Token> tokenise(std::u32string_view sentence, const ProseRules& rules) {
  return Lexer(sentence, rules).run();
}

std::vector<SentenceRange> split_sentences(std::u32string_view text) {
  std::vector<SentenceRange> sentences;
  std::size_t begin = 0;
  bool blank = true;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && !ends_sentence(text[i])) {
      if (blank) blank = is_space(text[i]) || text[i] == U'\u200B' || text[i] == U'\uFEFF';
      continue;
    }
    if (!blank) sentences.push_back({begin, i});
    begin = i + 1;
    blank = true;
  }
  return sentences;
}

}  // namespace guifan::prose
