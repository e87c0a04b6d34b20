// SPDX-License-Identifier: Apache-2.0
// Text that lost a byte: from there on every character is made of halves of two others, up to the
// next ASCII character. It decodes without an error and means nothing. Such text is reported and
// kept as it is; guessing the byte would be inventing.
#pragma once

#include <string_view>
#include <vector>

#include "guifan/diagnostic.h"
#include "guifan/source_document.h"

namespace guifan {

/// A stretch of code points reads like Chinese that slipped by a byte: rare characters all over the
/// code table, with symbols of foreign scripts and unassigned ones between them. Names, rare places
/// and a stray symbol do not make a text garbled.
bool is_garbled(std::u32string_view text);
bool is_garbled_utf8(std::string_view utf8);

/// One REC-005 for each run of neighbouring blocks that hold garbled text, with the place of the
/// first such text.
std::vector<Diagnostic> find_garbled_text(const SourceDocument& document);

}  // namespace guifan
