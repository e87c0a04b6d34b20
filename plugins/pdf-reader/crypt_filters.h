// SPDX-License-Identifier: Apache-2.0
// Encryption that leaves the text alone: files in which only the attachments are encrypted.
#pragma once

#include <string>
#include <string_view>

namespace guifan::pdf {

/// The same file without its /Encrypt entry, at unchanged offsets, where the crypt filters say that
/// streams and strings are not encrypted (ISO 32000-1, 7.6.5: /StmF and /StrF Identity or not
/// there); empty where they are, or where that cannot be told.
std::string without_idle_encryption(std::string_view bytes);

/// True where an encryption dictionary lacks what its revision needs (ISO 32000-2, 7.6.4): owner
/// and user entries of 32 bytes, or of 48 with keys of 32 and permissions of 16 bytes. PoDoFo does
/// not look and reads past their ends.
bool encryption_is_broken(std::string_view bytes);

}  // namespace guifan::pdf
