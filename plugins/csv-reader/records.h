// SPDX-License-Identifier: Apache-2.0
// Records of comma-separated values (RFC 4180), as spreadsheet programs save them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guifan::csv {

struct Record {
  std::uint32_t line = 0;           ///< 1-based, where it begins: a quoted field may hold line ends
  std::vector<std::string> fields;  ///< without the blanks around them
};

/// The character between the fields: the one of comma, semicolon and tab that stands outside quotes
/// in most of the first lines; a first line "sep=;" decides.
char separator_of(std::string_view text);

/// All records, the empty ones too. A quote that is never closed is a character like any other.
std::vector<Record> read_records(std::string_view text, char separator);

}  // namespace guifan::csv
