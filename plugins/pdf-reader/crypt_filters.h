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

}  // namespace guifan::pdf
