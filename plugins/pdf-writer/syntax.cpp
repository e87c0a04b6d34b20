// SPDX-License-Identifier: Apache-2.0
#include "syntax.h"

#include <cmath>

#include "characters.h"

namespace guifan::pdfwriter {

std::string number(double value) {
  std::string out;
  long long hundredths = std::llround(value * 100);
  if (hundredths < 0) {
    out += '-';
    hundredths = -hundredths;
  }
  out += std::to_string(hundredths / 100);
  const auto rest = static_cast<int>(hundredths % 100);
  if (rest == 0) return out;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
  return out;
}

std::string coordinate(double points) {
  return number(std::round(points * 10) / 10);
}

std::string reference(ObjectId id) {
  return std::to_string(id) + " 0 R";
}

void append_hex16(std::string& out, std::uint16_t value) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[(value >> shift) & 0xF];
}

void append_utf16_hex(std::string& out, char32_t character) {
  if (character < 0x10000) {
    append_hex16(out, static_cast<std::uint16_t>(character));
    return;
  }
  const char32_t rest = character - 0x10000;
  append_hex16(out, static_cast<std::uint16_t>(0xD800 + (rest >> 10)));
  append_hex16(out, static_cast<std::uint16_t>(0xDC00 + (rest & 0x3FF)));
}

std::string text_string(std::string_view utf8) {
  std::string out = "<FEFF";
  for (const char32_t character : characters_of(utf8)) append_utf16_hex(out, character);
  return out + ">";
}

}  // namespace guifan::pdfwriter
