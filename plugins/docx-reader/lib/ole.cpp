// SPDX-License-Identifier: Apache-2.0
#include "ole.h"

#include <string>

namespace guifan::docx {
namespace {

constexpr std::string_view kMagic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};
constexpr std::size_t kEntryBytes = 128;  // directory entries start at multiples of this

bool has_entry(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) wide += {c, '\0'};
  wide += std::string_view("\0\0", 2);
  for (std::size_t at = bytes.find(wide); at != std::string_view::npos;
       at = bytes.find(wide, at + 1))
    if (at % kEntryBytes == 0) return true;
  return false;
}

}  // namespace

OleContent identify_ole(std::string_view bytes) {
  if (!bytes.starts_with(kMagic)) return OleContent::NotOle;
  if (has_entry(bytes, "EncryptedPackage")) return OleContent::EncryptedPackage;
  if (has_entry(bytes, "WordDocument")) return OleContent::WordDocument;
  if (has_entry(bytes, "Workbook") || has_entry(bytes, "Book")) return OleContent::Workbook;
  if (has_entry(bytes, "PowerPoint Document")) return OleContent::Presentation;
  return OleContent::Unknown;
}

}  // namespace guifan::docx
