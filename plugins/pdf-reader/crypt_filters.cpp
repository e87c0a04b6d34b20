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

/// What matters of an encryption dictionary. Strings count by their length.
struct Encryption {
  bool complete = false;
  double version = 0, revision = 0;
  std::string streams = "Identity", strings = "Identity", handler;
  std::size_t owner = 0, user = 0, owner_key = 0, user_key = 0, permissions = 0;

  bool idle() const {
    return complete && handler == "Standard" && version >= 4 && streams == "Identity" &&
           strings == "Identity";
  }
  bool broken() const {
    if (!complete || handler != "Standard") return false;  // not ours to judge
    if (revision < 5) return owner < 32 || user < 32;
    return owner < 48 || user < 48 || owner_key < 32 || user_key < 32 || permissions < 16;
  }
};

/// Reads the dictionary that starts here.
Encryption read_encryption(std::string_view bytes) {
  ContentLexer lexer(bytes);
  Encryption result;
  std::size_t depth = 0;
  std::string key;
  for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
    const bool value = depth == 1 && !key.empty();
    if (token.kind == TokenKind::DictionaryBegin) {
      ++depth;
    } else if (token.kind == TokenKind::DictionaryEnd) {
      if (depth <= 1) {
        result.complete = depth == 1;
        return result;
      }
      --depth;
    } else if (token.kind == TokenKind::Operator && token.text == "endobj") {
      return result;
    } else if (depth == 1 && key.empty() && token.kind == TokenKind::Name) {
      key = token.text;
      continue;
    } else if (value && key == "V") {
      result.version = token.number;
    } else if (value && key == "R") {
      result.revision = token.number;
    } else if (value && key == "Filter") {
      result.handler = token.text;
    } else if (value && key == "StmF") {
      result.streams = token.text;
    } else if (value && key == "StrF") {
      result.strings = token.text;
    } else if (value && token.kind == TokenKind::String) {
      if (key == "O") result.owner = token.text.size();
      if (key == "U") result.user = token.text.size();
      if (key == "OE") result.owner_key = token.text.size();
      if (key == "UE") result.user_key = token.text.size();
      if (key == "Perms") result.permissions = token.text.size();
    }
    key.clear();
    lexer.forget_strings();
  }
  return result;
}

/// Every /Encrypt entry that names an object.
std::vector<Entry> find_entries(std::string_view bytes) {
  std::vector<Entry> entries;
  for (std::size_t at = bytes.find("/Encrypt"); at != std::string_view::npos && entries.size() < 64;
       at = bytes.find("/Encrypt", at + 8))
    if (auto entry = read_entry(bytes, at)) entries.push_back(*std::move(entry));
  return entries;
}

/// The place behind "12 0 obj", from `from` on.
std::size_t find_object(std::string_view bytes, const std::string& name, std::size_t from) {
  std::size_t at = bytes.find(name, from);
  while (at != std::string_view::npos && at > 0 && bytes[at - 1] >= '0' && bytes[at - 1] <= '9')
    at = bytes.find(name, at + 1);
  return at == std::string_view::npos ? at : at + name.size();
}

}  // namespace

std::string without_idle_encryption(std::string_view bytes) {
  const std::vector<Entry> entries = find_entries(bytes);
  if (entries.empty()) return {};
  for (const Entry& entry : entries)
    if (entry.object != entries.front().object) return {};
  const std::size_t object = find_object(bytes, entries.front().object, 0);
  if (object == std::string_view::npos || !read_encryption(bytes.substr(object)).idle()) return {};
  std::string plain(bytes);
  for (const Entry& entry : entries)
    plain.replace(entry.begin, entry.end - entry.begin, entry.end - entry.begin, ' ');
  return plain;
}

bool encryption_is_broken(std::string_view bytes) {
  for (const Entry& entry : find_entries(bytes)) {
    std::size_t looked_at = 0;  // an object may stand in the file again and again
    for (std::size_t at = find_object(bytes, entry.object, 0);
         at != std::string_view::npos && looked_at < 64;
         at = find_object(bytes, entry.object, at), ++looked_at)
      if (read_encryption(bytes.substr(at)).broken()) return true;
  }
  for (std::size_t at = bytes.find("/Encrypt<<"); at != std::string_view::npos;
       at = bytes.find("/Encrypt<<", at + 8))
    if (read_encryption(bytes.substr(at + 8)).broken()) return true;
  return false;
}

}  // namespace guifan::pdf
