// SPDX-License-Identifier: Apache-2.0
#include "html/charset_sniff.h"

namespace guifan::html {
namespace {

constexpr std::size_t kSniffBytes = 4'096;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
bool is_label_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
         c == ':';
}

/// The value of `name` = ["']value in a tag, or empty.
std::string value_after(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    std::string_view rest = tag.substr(at + name.size());
    const auto skip_spaces = [&rest] {
      while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
    };
    skip_spaces();
    if (!rest.starts_with('=')) continue;
    rest.remove_prefix(1);
    skip_spaces();
    if (rest.starts_with('"') || rest.starts_with('\'')) rest.remove_prefix(1);
    skip_spaces();
    std::size_t end = 0;
    while (end < rest.size() && is_label_character(rest[end])) ++end;
    if (end > 0) return std::string(rest.substr(0, end));
  }
  return {};
}

}  // namespace

std::string markup_of(sdk::ByteView bytes, std::size_t limit) {
  std::string out;
  const std::string_view head = bytes.first(limit).text();
  out.reserve(head.size());
  for (const char c : head) {
    if (c == '\0') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

std::string declared_charset(sdk::ByteView bytes) {
  const std::string head = markup_of(bytes, kSniffBytes);
  for (std::size_t at = head.find('<'); at != std::string::npos; at = head.find('<', at + 1)) {
    const std::string_view tag = std::string_view(head).substr(at, head.find('>', at) - at);
    if (tag.starts_with("<?xml")) {
      if (std::string label = value_after(tag, "encoding"); !label.empty()) return label;
    } else if (tag.starts_with("<meta")) {
      if (std::string label = value_after(tag, "charset"); !label.empty()) return label;
    }
  }
  return {};
}

}  // namespace guifan::html
