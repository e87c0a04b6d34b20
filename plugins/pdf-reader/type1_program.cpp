// SPDX-License-Identifier: Apache-2.0
// The clear text part of a Type 1 program names its codes.
#include <algorithm>

#include "content_lexer.h"
#include "font_program.h"
#include "glyph_names.h"

namespace guifan::pdf {

BuiltInEncoding type1_encoding(std::string_view program) {
  BuiltInEncoding encoding;
  const std::size_t begin = program.find("/Encoding");
  if (begin == std::string_view::npos) return encoding;
  const std::size_t end = std::min(program.find("eexec"), program.size());
  if (begin >= end) return encoding;
  ContentLexer lexer(program.substr(begin, end - begin));
  lexer.next();
  double code = -1;
  for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
    if (token.kind == TokenKind::Operator && (token.text == "def" || token.text == "readonly"))
      break;
    if (token.kind == TokenKind::Number) code = token.number;
    if (token.kind == TokenKind::Name && code >= 0 && code < 256)
      encoding[static_cast<std::size_t>(code)] = text_of_glyph_name(token.text);
    lexer.forget_strings();
  }
  return encoding;
}

}  // namespace guifan::pdf
