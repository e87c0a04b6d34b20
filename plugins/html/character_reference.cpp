// SPDX-License-Identifier: Apache-2.0
#include "html/character_reference.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>

namespace guifan::html {
namespace {

constexpr std::size_t kLongestName = 8;  // "thetasym" is the longest name of HTML 4

constexpr std::array<char32_t, 32> kWindows1252{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

int digit_value(char c, int base) {
  if (c >= '0' && c <= '9') return c - '0';
  if (base == 16 && c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (base == 16 && c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

CharacterReference read_number(std::string_view text) {
  std::size_t at = 2;
  int base = 10;
  if (at < text.size() && (text[at] == 'x' || text[at] == 'X')) {
    base = 16;
    ++at;
  }
  const std::size_t first = at;
  char32_t code = 0;
  for (; at < text.size(); ++at) {
    const int digit = digit_value(text[at], base);
    if (digit < 0) break;
    if (code <= 0x10FFFF) code = code * static_cast<char32_t>(base) + static_cast<char32_t>(digit);
  }
  if (at == first) return {};
  if (at < text.size() && text[at] == ';') ++at;
  if (code >= 128 && code < 160) code = kWindows1252[code - 128];
  return {code, at};
}

char32_t entity_value(std::string_view name) {
  std::array<char, kLongestName + 1> text{};
  std::ranges::copy(name, text.begin());
  const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(text.data()));
  return entity != nullptr ? static_cast<char32_t>(entity->value) : 0;
}

CharacterReference read_name(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && end <= kLongestName && is_letter_or_digit(text[end])) ++end;
  if (end < text.size() && text[end] == ';') {
    if (const char32_t code = entity_value(text.substr(1, end - 1))) return {code, end + 1};
  }
  // Without a semicolon only the names of Latin-1 and the four of SGML count, the longest first.
  for (; end > 2; --end) {
    const char32_t code = entity_value(text.substr(1, end - 1));
    if (code != 0 && code < 256) return {code, end};
  }
  return {};
}

}  // namespace

CharacterReference read_character_reference(std::string_view text) {
  if (text.size() < 3) return {};
  return text[1] == '#' ? read_number(text) : read_name(text);
}

void append_utf8(std::string& out, char32_t code) {
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = 0xFFFD;
  const auto byte = [&out](char32_t value) { out += static_cast<char>(value); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | (code >> 6));
    byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | (code >> 12));
    byte(0x80 | ((code >> 6) & 0x3F));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | (code >> 18));
    byte(0x80 | ((code >> 12) & 0x3F));
    byte(0x80 | ((code >> 6) & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
}

std::string decode_references(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t ampersand = std::min(text.find('&'), text.size());
    out += text.substr(0, ampersand);
    text.remove_prefix(ampersand);
    if (text.empty()) break;
    const CharacterReference reference = read_character_reference(text);
    if (reference.length == 0) {
      out += '&';
      text.remove_prefix(1);
    } else {
      append_utf8(out, reference.code);
      text.remove_prefix(reference.length);
    }
  }
  return out;
}

}  // namespace guifan::html
