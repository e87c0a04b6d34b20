// SPDX-License-Identifier: Apache-2.0
#include "content_lexer.h"

#include <array>
#include <cmath>

namespace guifan::pdf {
namespace {

enum Class : std::uint8_t { Regular, Space, Delimiter };

constexpr std::array<Class, 256> make_classes() {
  std::array<Class, 256> classes{};
  for (const char c : {'\0', '\t', '\n', '\f', '\r', ' '})
    classes[static_cast<unsigned char>(c)] = Space;
  for (const char c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'})
    classes[static_cast<unsigned char>(c)] = Delimiter;
  return classes;
}
constexpr std::array<Class, 256> kClass = make_classes();

Class class_of(char c) {
  return kClass[static_cast<unsigned char>(c)];
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// A PDF number, forgiving as viewers are ("--5", "1.2.3", "4-5"); false where it is none.
bool parse_number(std::string_view word, double& value) {
  std::size_t i = 0;
  bool negative = false;
  while (i < word.size() && (word[i] == '+' || word[i] == '-')) negative = word[i++] == '-';
  double whole = 0, scale = 1;
  bool fraction = false, digits = false;
  for (; i < word.size(); ++i) {
    if (is_digit(word[i])) {
      digits = true;
      whole = whole * 10 + (word[i] - '0');
      if (fraction) scale *= 10;
    } else if (word[i] == '.' && !fraction) {
      fraction = true;
    } else if (digits && (word[i] == '-' || word[i] == '.')) {
      break;
    } else {
      return false;
    }
  }
  if (!digits && !fraction) return false;
  value = whole / scale;
  if (!std::isfinite(value)) value = 0;
  if (negative) value = -value;
  return true;
}

}  // namespace

std::string& ContentLexer::scratch() {
  if (used_ == strings_.size()) strings_.emplace_back();
  std::string& text = strings_[used_++];
  text.clear();
  return text;
}

void ContentLexer::skip_space() {
  while (position_ < bytes_.size()) {
    const char c = bytes_[position_];
    if (class_of(c) == Space) {
      ++position_;
    } else if (c == '%') {
      while (position_ < bytes_.size() && bytes_[position_] != '\n' && bytes_[position_] != '\r')
        ++position_;
    } else {
      return;
    }
  }
}

Token ContentLexer::next() {
  for (;;) {
    skip_space();
    if (position_ >= bytes_.size()) return {};
    const char c = bytes_[position_];
    if (class_of(c) == Regular) return number_or_operator();
    const bool doubled = position_ + 1 < bytes_.size() && bytes_[position_ + 1] == c;
    switch (c) {
      case '/':
        return name();
      case '(':
        return literal_string();
      case '[':
        ++position_;
        return {TokenKind::ArrayBegin, 0, {}};
      case ']':
        ++position_;
        return {TokenKind::ArrayEnd, 0, {}};
      case '<':
        if (!doubled) return hex_string();
        position_ += 2;
        return {TokenKind::DictionaryBegin, 0, {}};
      case '>':
        position_ += doubled ? 2 : 1;
        if (doubled) return {TokenKind::DictionaryEnd, 0, {}};
        break;
      default:
        ++position_;  // stray ) { }
    }
  }
}

Token ContentLexer::number_or_operator() {
  const std::size_t begin = position_;
  while (position_ < bytes_.size() && class_of(bytes_[position_]) == Regular) ++position_;
  const std::string_view word = bytes_.substr(begin, position_ - begin);
  Token token{TokenKind::Operator, 0, word};
  const char first = word.front();
  if ((is_digit(first) || first == '-' || first == '+' || first == '.') &&
      parse_number(word, token.number))
    token.kind = TokenKind::Number;
  return token;
}

Token ContentLexer::name() {
  const std::size_t begin = ++position_;
  bool escaped = false;
  while (position_ < bytes_.size() && class_of(bytes_[position_]) == Regular)
    escaped |= bytes_[position_++] == '#';
  const std::string_view raw = bytes_.substr(begin, position_ - begin);
  if (!escaped) return {TokenKind::Name, 0, raw};
  std::string& text = scratch();
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const int high = raw[i] == '#' && i + 2 < raw.size() ? hex_value(raw[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(raw[i + 2]) : -1;
    if (low >= 0) {
      text += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      text += raw[i];
    }
  }
  return {TokenKind::Name, 0, text};
}

Token ContentLexer::literal_string() {
  const std::size_t begin = ++position_;
  // Most strings have no escape and no inner parenthesis: they are given as they stand.
  const std::size_t end = bytes_.find_first_of("()\\\r", begin);
  if (end != std::string_view::npos && bytes_[end] == ')') {
    position_ = end + 1;
    return {TokenKind::String, 0, bytes_.substr(begin, end - begin)};
  }
  std::string& text = scratch();
  std::size_t depth = 1;
  while (position_ < bytes_.size()) {
    char c = bytes_[position_++];
    if (c == '(') ++depth;
    if (c == ')' && --depth == 0) break;
    if (c == '\r') {
      if (position_ < bytes_.size() && bytes_[position_] == '\n') ++position_;
      c = '\n';
    } else if (c == '\\') {
      if (position_ >= bytes_.size()) break;
      c = bytes_[position_++];
      if (c >= '0' && c <= '7') {
        int code = c - '0';
        for (int digit = 1; digit < 3 && position_ < bytes_.size(); ++digit) {
          if (bytes_[position_] < '0' || bytes_[position_] > '7') break;
          code = code * 8 + (bytes_[position_++] - '0');
        }
        c = static_cast<char>(code & 0xff);
      } else if (c == '\r' || c == '\n') {
        if (c == '\r' && position_ < bytes_.size() && bytes_[position_] == '\n') ++position_;
        continue;
      } else {
        c = c == 'n'   ? '\n'
            : c == 'r' ? '\r'
            : c == 't' ? '\t'
            : c == 'b' ? '\b'
            : c == 'f' ? '\f'
                       : c;
      }
    }
    text += c;
  }
  return {TokenKind::String, 0, text};
}

Token ContentLexer::hex_string() {
  ++position_;
  std::string& text = scratch();
  int high = -1;
  while (position_ < bytes_.size()) {
    const char c = bytes_[position_++];
    if (c == '>') break;
    const int value = hex_value(c);
    if (value < 0) continue;
    if (high < 0) {
      high = value;
    } else {
      text += static_cast<char>(high * 16 + value);
      high = -1;
    }
  }
  if (high >= 0) text += static_cast<char>(high * 16);
  return {TokenKind::String, 0, text};
}

void ContentLexer::skip_inline_image() {
  for (;;) {  // the image's dictionary
    const Token token = next();
    if (token.kind == TokenKind::End) return;
    if (token.kind == TokenKind::Operator && token.text == "ID") break;
  }
  // Its data has no length: the end is an EI between white space that is followed by something that
  // looks like content.
  for (std::size_t at = bytes_.find("EI", position_); at != std::string_view::npos;
       at = bytes_.find("EI", at + 1)) {
    const bool before = at > position_ && class_of(bytes_[at - 1]) == Space;
    const std::size_t after = at + 2;
    if (!before || (after < bytes_.size() && class_of(bytes_[after]) != Space)) continue;
    bool text = true;
    for (std::size_t i = after; i < bytes_.size() && i < after + 12; ++i) {
      const auto c = static_cast<unsigned char>(bytes_[i]);
      text = text && c < 0x7f && (c >= 0x20 || class_of(bytes_[i]) == Space) && c != 0;
    }
    if (!text) continue;
    position_ = after;
    return;
  }
  position_ = bytes_.size();
}

}  // namespace guifan::pdf
