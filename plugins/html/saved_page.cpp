// SPDX-License-Identifier: Apache-2.0
#include "html/saved_page.h"

#include <algorithm>

namespace guifan::html {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t kHeaderBytes = 16 * 1'024;
constexpr std::size_t kParts = 10'000;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower);
  return out;
}

/// The header block at the start of `text`, unfolded, and where its body begins.
struct Header {
  std::string fields;  ///< "name: value\n" lines as written
  std::size_t body = 0;

  std::string value(std::string_view name) const {
    const std::string all = lowered(fields);
    std::size_t at = all.find("\n" + std::string(name) + ":");
    if (at == std::string::npos) return {};
    at += name.size() + 2;
    return fields.substr(at, fields.find('\n', at) - at);
  }
};

Header read_header(std::string_view text) {
  Header header;
  header.fields = "\n";
  std::size_t at = 0;
  while (at < text.size() && at < kHeaderBytes) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    at = std::min(end + 1, text.size());
    if (line.empty()) break;
    if (line.front() == ' ' || line.front() == '\t') header.fields.pop_back();
    header.fields += line;
    header.fields += '\n';
  }
  header.body = at;
  return header;
}

/// A parameter of a header value: boundary="..." or charset=...
std::string parameter(std::string_view value, std::string_view name) {
  const std::string all = lowered(value);
  std::size_t at = all.find(std::string(name) + "=");
  if (at == std::string::npos) return {};
  at += name.size() + 1;
  const bool quoted = at < value.size() && value[at] == '"';
  if (quoted) ++at;
  const std::size_t end =
      value.find_first_of(quoted ? std::string_view("\"") : std::string_view("; \t"), at);
  return std::string(value.substr(at, end == npos ? npos : end - at));
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string decode_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      out += text[i];
      continue;
    }
    if (text.substr(i + 1).starts_with("\r\n")) {
      i += 2;
    } else if (text.substr(i + 1).starts_with('\n')) {
      i += 1;
    } else if (i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      i += 2;
    } else {
      out += '=';
    }
  }
  return out;
}

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

std::string decode_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const int digit = base64_digit(c);
    if (digit < 0) continue;
    bits = (bits << 6) | static_cast<unsigned>(digit);
    if (++count == 4) {
      out += static_cast<char>(bits >> 16);
      out += static_cast<char>(bits >> 8);
      out += static_cast<char>(bits);
      bits = 0;
      count = 0;
    }
  }
  if (count == 3) out += static_cast<char>(bits >> 10);
  if (count == 3) out += static_cast<char>(bits >> 2);
  if (count == 2) out += static_cast<char>(bits >> 4);
  return out;
}

std::optional<SavedPage> page_of(const Header& header, std::string_view body) {
  const std::string type = header.value("content-type");
  if (lowered(type).find("text/html") == std::string::npos) return std::nullopt;
  const std::string encoding = lowered(header.value("content-transfer-encoding"));
  SavedPage page;
  page.charset = parameter(type, "charset");
  if (encoding.find("quoted-printable") != std::string::npos) {
    page.html = decode_quoted_printable(body);
  } else if (encoding.find("base64") != std::string::npos) {
    page.html = decode_base64(body);
  } else {
    page.html = std::string(body);
  }
  return page;
}

}  // namespace

bool looks_like_saved_page(std::string_view bytes) {
  const std::size_t name = bytes.find_first_of(": <\n");
  if (name == 0 || name == npos || bytes[name] != ':') return false;
  const Header header = read_header(bytes);
  return !header.value("mime-version").empty() && !header.value("content-type").empty();
}

std::optional<SavedPage> open_saved_page(std::string_view bytes) {
  const Header header = read_header(bytes);
  if (auto page = page_of(header, bytes.substr(header.body))) return page;
  const std::string mark = "--" + parameter(header.value("content-type"), "boundary");
  if (mark.size() == 2) return std::nullopt;
  std::size_t at = bytes.find(mark, header.body);
  for (std::size_t parts = 0; at != npos && parts < kParts; ++parts) {
    const std::size_t begin = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
    const std::size_t end = bytes.find(mark, begin);
    const std::string_view part = bytes.substr(begin, end == npos ? npos : end - begin);
    const Header part_header = read_header(part);
    if (auto page = page_of(part_header, part.substr(part_header.body))) return page;
    at = end;
  }
  return std::nullopt;
}

}  // namespace guifan::html
