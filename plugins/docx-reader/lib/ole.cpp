// SPDX-License-Identifier: Apache-2.0
#include "ole.h"

#include <cstddef>

namespace guifan::docx {
namespace {

constexpr std::string_view kMagic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};
constexpr std::size_t kEntryBytes = 128;  // directory entries start at multiples of this

// Names are UTF-16 and compared without regard to case.
bool entry_is(std::string_view entry, std::string_view name) {
  for (std::size_t i = 0; i <= name.size(); ++i) {
    const char wanted = i < name.size() ? name[i] : '\0';
    const char found = entry[2 * i];
    const char lower = found >= 'A' && found <= 'Z' ? static_cast<char>(found - 'A' + 'a') : found;
    if (lower != wanted || entry[2 * i + 1] != '\0') return false;
  }
  return true;
}

bool has_entry(std::string_view bytes, std::string_view lower_name) {
  for (std::size_t at = 512; at + kEntryBytes <= bytes.size(); at += kEntryBytes)
    if (entry_is(bytes.substr(at, kEntryBytes), lower_name)) return true;
  return false;
}

}  // namespace

OleContent identify_ole(std::string_view bytes) {
  if (!bytes.starts_with(kMagic)) return OleContent::NotOle;
  if (has_entry(bytes, "encryptedpackage")) return OleContent::EncryptedPackage;
  if (has_entry(bytes, "worddocument")) return OleContent::WordDocument;
  if (has_entry(bytes, "workbook") || has_entry(bytes, "book")) return OleContent::Workbook;
  if (has_entry(bytes, "powerpoint document")) return OleContent::Presentation;
  return OleContent::Unknown;
}

}  // namespace guifan::docx
