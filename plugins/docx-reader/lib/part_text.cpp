// SPDX-License-Identifier: Apache-2.0
#include "part_text.h"

namespace guifan::docx {
namespace {

constexpr std::size_t kDeclarationBytes = 256;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// The encoding that a part claims: its byte-order mark's, else its declaration's; "UTF-8" where it
/// says nothing.
std::string claimed_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with(std::string_view("<\0", 2)))
    return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF") || bytes.starts_with(std::string_view("\0<", 2)))
    return "UTF-16BE";
  if (bytes.starts_with("\xEF\xBB\xBF") || !bytes.starts_with("<?xml")) return "UTF-8";
  const std::string_view head = bytes.substr(0, kDeclarationBytes);
  const std::string_view declaration = head.substr(0, head.find("?>"));
  const std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return "UTF-8";
  const std::size_t open = declaration.find_first_of("\"'", at);
  if (open == std::string_view::npos) return "UTF-8";
  const std::size_t close = declaration.find(declaration[open], open + 1);
  return std::string(
      declaration.substr(open + 1, close == std::string_view::npos ? close : close - open - 1));
}

}  // namespace

std::optional<std::string> part_text(const sdk::Context& context, std::string bytes) {
  const std::string encoding = claimed_encoding(bytes);
  const std::string label = lower(encoding);
  if (label == "utf-8" || label == "utf8" || label == "us-ascii" || label == "ascii") return bytes;
  const sdk::Decoded decoded =
      context.decode({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, encoding);
  if (decoded.invalid_sequences() != 0 || decoded.declared_wrong()) return std::nullopt;
  std::string_view text = decoded.text();
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.starts_with("<?xml")) {
    const std::size_t end = text.find("?>");
    if (end == std::string_view::npos) return std::nullopt;
    text.remove_prefix(end + 2);
    while (!text.empty() && (text.front() == '\n' || text.front() == '\r' || text.front() == ' '))
      text.remove_prefix(1);
  }
  return std::string(text);
}

}  // namespace guifan::docx
