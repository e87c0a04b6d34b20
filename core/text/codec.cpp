// SPDX-License-Identifier: Apache-2.0
#include "text/codec.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <array>
#include <memory>

#include "text/utf8.h"

namespace guifan {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

/// The 24 characters that GB18030-2005 had in the private-use area and Unicode has elsewhere
/// (GB18030-2022, annex).
char32_t from_private_use(char32_t value) {
  switch (value) {
    case 0xE78D:
      return 0xFE10;
    case 0xE78E:
      return 0xFE12;
    case 0xE78F:
      return 0xFE11;
    case 0xE790:
      return 0xFE13;
    case 0xE791:
      return 0xFE14;
    case 0xE792:
      return 0xFE15;
    case 0xE793:
      return 0xFE16;
    case 0xE794:
      return 0xFE17;
    case 0xE795:
      return 0xFE18;
    case 0xE796:
      return 0xFE19;
    case 0xE7C7:
      return 0x1E3F;
    case 0xE816:
      return 0x20087;
    case 0xE817:
      return 0x20089;
    case 0xE818:
      return 0x200CC;
    case 0xE81E:
      return 0x9FB4;
    case 0xE826:
      return 0x9FB5;
    case 0xE82B:
      return 0x9FB6;
    case 0xE82C:
      return 0x9FB7;
    case 0xE831:
      return 0x215D7;
    case 0xE832:
      return 0x9FB8;
    case 0xE83B:
      return 0x2298F;
    case 0xE843:
      return 0x9FB9;
    case 0xE854:
      return 0x9FBA;
    case 0xE855:
      return 0x241FE;
    case 0xE864:
      return 0x9FBB;
    default:
      return value;
  }
}

/// ICU's to-Unicode callback: counts what does not decode. 0x80 is the euro sign of code page 936.
void count_invalid(const void* context, UConverterToUnicodeArgs* arguments, const char* units,
                   int32_t length, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  *status = U_ZERO_ERROR;
  static constexpr UChar kEuro = 0x20AC;
  static constexpr UChar kReplacement = 0xFFFD;
  const bool euro = length == 1 && static_cast<unsigned char>(units[0]) == 0x80;
  if (!euro) ++*static_cast<std::size_t*>(const_cast<void*>(context));
  const UChar* sign = euro ? &kEuro : &kReplacement;
  ucnv_cbToUWriteUChars(arguments, sign, 1, 0, status);
}

Transcoded by_icu(std::string_view bytes, const char* name) {
  Transcoded result;
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(name, &status));
  if (U_FAILURE(status)) {
    result.invalid = bytes.size();
    return result;
  }
  ucnv_setToUCallBack(converter.get(), count_invalid, &result.invalid, nullptr, nullptr, &status);
  std::array<UChar, 4096> buffer{};
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  char32_t lead = 0;
  result.utf8.reserve(bytes.size() + bytes.size() / 2);
  bool more = true;
  while (more) {
    UChar* out = buffer.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &out, buffer.data() + buffer.size(), &at, end, nullptr, true,
                   &status);
    more = status == U_BUFFER_OVERFLOW_ERROR;
    for (const UChar* unit = buffer.data(); unit != out; ++unit) {
      if (U16_IS_LEAD(*unit)) {
        lead = *unit;
        continue;
      }
      const char32_t value = U16_IS_TRAIL(*unit) && lead != 0
                                 ? static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead, *unit))
                                 : *unit;
      lead = 0;
      if (value >= 0x80) ++result.sequences;
      utf8::append(result.utf8,
                   value >= 0xE000 && value < 0xF900 ? from_private_use(value) : value);
    }
  }
  if (status == U_TRUNCATED_CHAR_FOUND) result.cut_at_end = true;
  return result;
}

Transcoded from_utf8(std::string_view bytes) {
  Transcoded result;
  result.utf8.reserve(bytes.size());
  std::size_t sound = 0;  // begin of the stretch that is copied in one go
  for (std::size_t at = 0; at < bytes.size();) {
    const utf8::CodePoint point = utf8::decode(bytes, at);
    if (point.valid) {
      if (point.length > 1) ++result.sequences;
      at += point.length;
      continue;
    }
    result.utf8.append(bytes, sound, at - sound);
    // One U+FFFD for a lead byte with the continuation bytes that it got.
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
    std::size_t taken = 1;
    while (taken < wanted && at + taken < bytes.size() && utf8::is_continuation(bytes[at + taken]))
      ++taken;
    if (taken == wanted && wanted > 1)
      taken = 1;  // complete but forbidden: an overlong form or a surrogate
    const bool cut = wanted > 1 && at + taken == bytes.size() && taken < wanted;
    result.cut_at_end = cut;
    if (!cut) ++result.invalid;
    utf8::append(result.utf8, utf8::replacement);
    at += taken;
    sound = at;
  }
  result.utf8.append(bytes, sound);
  return result;
}

Transcoded from_utf16(std::string_view bytes, bool big_endian) {
  Transcoded result;
  result.utf8.reserve(bytes.size() * 3 / 2);
  const auto unit_at = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return big_endian ? static_cast<char32_t>(first << 8 | second)
                      : static_cast<char32_t>(second << 8 | first);
  };
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    char32_t value = unit_at(at);
    if (value >= 0xD800 && value < 0xDC00 && at + 3 < bytes.size() && unit_at(at + 2) >= 0xDC00 &&
        unit_at(at + 2) < 0xE000) {
      value = 0x10000 + ((value - 0xD800) << 10) + (unit_at(at + 2) - 0xDC00);
      at += 2;
    } else if (value >= 0xD800 && value < 0xE000) {
      value = utf8::replacement;
      ++result.invalid;
    }
    if (value >= 0x80) ++result.sequences;
    utf8::append(result.utf8, value);
  }
  if (at < bytes.size()) {
    result.cut_at_end = true;
    utf8::append(result.utf8, utf8::replacement);
  }
  return result;
}

}  // namespace

std::string_view to_string(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8:
      return "UTF-8";
    case Encoding::Gb18030:
      return "GB18030";
    case Encoding::Big5:
      return "Big5";
    case Encoding::Utf16Le:
      return "UTF-16LE";
    case Encoding::Utf16Be:
      return "UTF-16BE";
  }
  return "";
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const utf8::CodePoint point = utf8::decode(bytes, at);
    if (!point.valid) return false;
    at += point.length;
  }
  return true;
}

Transcoded transcode(std::string_view bytes, Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8:
      return from_utf8(bytes);
    // Never ICU's "gb2312" or "gbk": they are older tables that lose characters of real pages.
    case Encoding::Gb18030:
      return by_icu(bytes, "gb18030");
    case Encoding::Big5:
      return by_icu(bytes, "Big5");
    case Encoding::Utf16Le:
      return from_utf16(bytes, false);
    case Encoding::Utf16Be:
      return from_utf16(bytes, true);
  }
  return {};
}

}  // namespace guifan
