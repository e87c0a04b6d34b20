// SPDX-License-Identifier: Apache-2.0
#include "crypt_filters.h"

#include <optional>
#include <vector>

#include "content_lexer.h"

namespace guifan::pdf {
namespace {

/// "/Encrypt 12 0 R" as it stands in a trailer.
struct Entry {
  std::size_t begin = 0, end = 0;
  std::string object;  ///< "12 0 obj"
};

std::optional<Entry> read_entry(std::string_view bytes, std::size_t begin) {
  ContentLexer lexer(bytes.substr(begin, 64));
  if (lexer.next().text != "Encrypt") return std::nullopt;  // EncryptMetadata
  const Token number = lexer.next(), generation = lexer.next(), reference = lexer.next();
  if (number.kind != TokenKind::Number || generation.kind != TokenKind::Number ||
      !reference.text.starts_with("R") || number.number < 1 || number.number > 8'388'607 ||
      generation.number < 0 || generation.number > 65'535)
    return std::nullopt;
  Entry entry{begin, begin + lexer.position(), {}};
  entry.object = std::to_string(static_cast<long>(number.number)) + " " +
                 std::to_string(static_cast<long>(generation.number)) + " obj";
  return entry;
}

/// Whether the encryption dictionary that starts here says that streams and strings are as they
/// are.
bool is_idle(std::string_view dictionary) {
  ContentLexer lexer(dictionary);
  std::size_t depth = 0;
  double version = 0;
  std::string streams = "Identity", strings = "Identity", key;
  for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
    if (token.kind == TokenKind::DictionaryBegin) {
      ++depth;
    } else if (token.kind == TokenKind::DictionaryEnd) {
      if (depth <= 1) return version >= 4 && streams == "Identity" && strings == "Identity";
      --depth;
    } else if (depth == 1 && key.empty() && token.kind == TokenKind::Name) {
      key = token.text;
      continue;
    } else if (depth == 1 && key == "V") {
      version = token.number;
    } else if (depth == 1 && key == "StmF") {
      streams = token.text;
    } else if (depth == 1 && key == "StrF") {
      strings = token.text;
    } else if (token.kind == TokenKind::Operator && token.text == "endobj") {
      return false;
    }
    key.clear();
    lexer.forget_strings();
  }
  return false;
}

}  // namespace

std::string without_idle_encryption(std::string_view bytes) {
  std::vector<Entry> entries;
  for (std::size_t at = bytes.find("/Encrypt"); at != std::string_view::npos && entries.size() < 64;
       at = bytes.find("/Encrypt", at + 8))
    if (auto entry = read_entry(bytes, at)) entries.push_back(*std::move(entry));
  if (entries.empty()) return {};
  for (const Entry& entry : entries)
    if (entry.object != entries.front().object) return {};
  const std::string& name = entries.front().object;
  std::size_t object = bytes.find(name);
  while (object != std::string_view::npos && object > 0 && bytes[object - 1] >= '0' &&
         bytes[object - 1] <= '9')
    object = bytes.find(name, object + 1);
  if (object == std::string_view::npos || !is_idle(bytes.substr(object + name.size()))) return {};
  std::string plain(bytes);
  for (const Entry& entry : entries)
    plain.replace(entry.begin, entry.end - entry.begin, entry.end - entry.begin, ' ');
  return plain;
}

}  // namespace guifan::pdf
