// SPDX-License-Identifier: Apache-2.0
// UTF-8 as characters that can be printed.
#pragma once

#include <string>
#include <string_view>

namespace guifan::pdfwriter {

/// The characters of a text. Tabs and line ends become spaces; other controls, noncharacters and
/// broken sequences are left out: the host has replaced broken ones by U+FFFD already.
std::u32string characters_of(std::string_view utf8);

}  // namespace guifan::pdfwriter
