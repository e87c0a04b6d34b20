// SPDX-License-Identifier: Apache-2.0
// Values in the syntax of PDF: numbers, names, strings, references. No locale, same bytes
// everywhere.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace guifan::pdfwriter {

/// Number of an indirect object, from 1; 0 is none.
using ObjectId = std::uint32_t;

/// A number with at most two decimals.
std::string number(double value);
/// A place or a length on the page: 1/10 pt is 1/700 inch, which nobody sees.
std::string coordinate(double points);

/// "12 0 R".
std::string reference(ObjectId id);

/// A text string for people (titles, alternatives): UTF-16BE with byte order mark, in hex.
std::string text_string(std::string_view utf8);

/// Appends one code unit, or a character as UTF-16BE, in hex digits.
void append_hex16(std::string& out, std::uint16_t value);
void append_utf16_hex(std::string& out, char32_t character);

}  // namespace guifan::pdfwriter
