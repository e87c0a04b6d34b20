// SPDX-License-Identifier: Apache-2.0
#include "glyph_names.h"

#include <podofo/podofo.h>

#include <array>

namespace guifan::pdf {
namespace {

constexpr std::array<std::uint16_t, 95> kHelvetica = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};
constexpr std::array<std::uint16_t, 95> kTimes = {
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541};

/// The hexadecimal number of 4 to 6 upper-case digits that `digits` is, or 0.
char32_t hexadecimal(std::string_view digits) {
  if (digits.size() < 4 || digits.size() > 6) return 0;
  char32_t value = 0;
  for (const char c : digits) {
    if (c >= '0' && c <= '9')
      value = value * 16 + static_cast<char32_t>(c - '0');
    else if (c >= 'A' && c <= 'F')
      value = value * 16 + static_cast<char32_t>(c - 'A' + 10);
    else if (c >= 'a' && c <= 'f')
      value = value * 16 + static_cast<char32_t>(c - 'a' + 10);
    else
      return 0;
  }
  return value > 0x10ffff || (value >= 0xd800 && value < 0xe000) ? 0 : value;
}

/// PoDoFo gives UTF-16 in big-endian byte order.
char32_t from_big_endian(PoDoFo::pdf_utf16be c) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(&c);
  return static_cast<char32_t>(bytes[0] << 8 | bytes[1]);
}

char32_t listed(std::string_view name) {
  try {
    return from_big_endian(
        PoDoFo::PdfDifferenceEncoding::NameToUnicodeID(PoDoFo::PdfName(std::string(name))));
  } catch (const PoDoFo::PdfError&) {
    return 0;
  }
}

const PoDoFo::PdfEncoding* instance(BaseEncoding encoding) {
  using Factory = PoDoFo::PdfEncodingFactory;
  switch (encoding) {
    case BaseEncoding::Standard:
      return Factory::GlobalStandardEncodingInstance();
    case BaseEncoding::WinAnsi:
      return Factory::GlobalWinAnsiEncodingInstance();
    case BaseEncoding::MacRoman:
      return Factory::GlobalMacRomanEncodingInstance();
    case BaseEncoding::MacExpert:
      return Factory::GlobalMacExpertEncodingInstance();
    case BaseEncoding::Symbol:
      return Factory::GlobalSymbolEncodingInstance();
    case BaseEncoding::ZapfDingbats:
      return Factory::GlobalZapfDingbatsEncodingInstance();
    case BaseEncoding::None:
      break;
  }
  return nullptr;
}

std::array<char32_t, 256> read_encoding(BaseEncoding encoding) {
  std::array<char32_t, 256> characters{};
  const PoDoFo::PdfEncoding* source = instance(encoding);
  for (int code = 0; source != nullptr && code < 256; ++code) {
    try {
      characters[static_cast<std::size_t>(code)] = from_big_endian(source->GetCharCode(code));
    } catch (const PoDoFo::PdfError&) {  // outside of the encoding's range
    }
  }
  return characters;
}

}  // namespace

std::u32string text_of_glyph_name(std::string_view name) {
  std::u32string text;
  name = name.substr(0, name.find('.'));
  while (!name.empty()) {
    const std::string_view part = name.substr(0, name.find('_'));
    name.remove_prefix(std::min(name.size(), part.size() + 1));
    if (part.substr(0, 3) == "uni" && part.size() >= 7 && part.size() % 4 == 3) {
      for (std::size_t at = 3; at + 4 <= part.size(); at += 4)
        if (const char32_t c = hexadecimal(part.substr(at, 4))) text += c;
      if (!text.empty()) continue;
    }
    if (part.size() > 1 && part[0] == 'u') {
      if (const char32_t c = hexadecimal(part.substr(1))) {
        text += c;
        continue;
      }
    }
    if (const char32_t c = part.empty() ? 0 : listed(part)) text += c;
  }
  return text;
}

BaseEncoding base_encoding(std::string_view name) {
  if (name == "StandardEncoding") return BaseEncoding::Standard;
  if (name == "WinAnsiEncoding") return BaseEncoding::WinAnsi;
  if (name == "MacRomanEncoding") return BaseEncoding::MacRoman;
  if (name == "MacExpertEncoding") return BaseEncoding::MacExpert;
  return BaseEncoding::None;
}

char32_t character_of(BaseEncoding encoding, std::uint8_t code) {
  static const std::array<std::array<char32_t, 256>, 7> tables = [] {
    std::array<std::array<char32_t, 256>, 7> all{};
    for (std::size_t i = 0; i < all.size(); ++i)
      all[i] = read_encoding(static_cast<BaseEncoding>(i));
    return all;
  }();
  return tables[static_cast<std::size_t>(encoding)][code];
}

double standard_width(std::string_view name, std::uint8_t code) {
  const auto has = [name](std::string_view part) {
    return name.find(part) != std::string_view::npos;
  };
  if (has("Courier") || has("Mono")) return 600;
  const bool ascii = code >= 32 && code < 127;
  if (ascii && has("Times")) return kTimes[code - 32U];
  if (ascii && (has("Helvetica") || has("Arial"))) return kHelvetica[code - 32U];
  return 500;
}

}  // namespace guifan::pdf
