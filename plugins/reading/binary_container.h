// SPDX-License-Identifier: Apache-2.0
// Files that hold no text of their own, whatever their names say: what a reader of text refuses.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace guifan::reading {

/// The bytes begin as a ZIP, PDF, OLE, RTF, GZIP, picture, archive, program or WARC file does; a
/// PDF may begin within the first KiB.
inline bool is_binary_container(std::string_view bytes) {
  using std::string_view_literals::operator""sv;
  constexpr std::array kMagic{"PK\x03\x04"sv,
                              "PK\x05\x06"sv,
                              "%PDF-"sv,
                              "\xD0\xCF\x11\xE0"sv,
                              "{\\rtf"sv,
                              "\x1F\x8B"sv,
                              "\x89PNG"sv,
                              "GIF8"sv,
                              "\xFF\xD8\xFF"sv,
                              "Rar!"sv,
                              "7z\xBC\xAF"sv,
                              "\x7F"
                              "ELF"sv,
                              "BZh"sv,
                              "WARC/"sv};
  return std::ranges::any_of(
             kMagic, [bytes](std::string_view magic) { return bytes.starts_with(magic); }) ||
         bytes.substr(0, 1'024).find("%PDF-") != std::string_view::npos;
}

}  // namespace guifan::reading
