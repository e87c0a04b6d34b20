// SPDX-License-Identifier: Apache-2.0
// Tokens of PDF syntax, as content streams and CMaps use it. Reads every byte sequence without
// failing: what is no token is skipped.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace guifan::pdf {

enum class TokenKind : std::uint8_t {
  End,
  Number,
  Name,    ///< without the slash, #xx decoded
  String,  ///< decoded bytes of (...) or <...>
  ArrayBegin,
  ArrayEnd,
  DictionaryBegin,
  DictionaryEnd,
  Operator,
};

struct Token {
  TokenKind kind = TokenKind::End;
  double number = 0;
  std::string_view text;  ///< valid until forget_strings()
};

class ContentLexer {
 public:
  explicit ContentLexer(std::string_view bytes) : bytes_(bytes) {}

  Token next();
  /// Frees the decoded strings that earlier tokens point to. Call between operators.
  void forget_strings() { used_ = 0; }
  /// After the operator BI: jumps behind the EI that ends the inline image.
  void skip_inline_image();
  std::size_t position() const { return position_; }

 private:
  void skip_space();
  Token number_or_operator();
  Token name();
  Token literal_string();
  Token hex_string();
  std::string& scratch();

  std::string_view bytes_;
  std::size_t position_ = 0;
  std::deque<std::string> strings_;  // a deque: growing keeps addresses
  std::size_t used_ = 0;
};

}  // namespace guifan::pdf
