// SPDX-License-Identifier: Apache-2.0
// The one thing that is needed from inside a CFF font: which CID each of its glyphs has.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace guifan::pdfwriter {

/// CIDs by glyph index of a CID-keyed font (Adobe Technical Note 5176, sections 9 and 13); empty
/// for a font that is keyed by names, whose glyphs are addressed by index, and for a damaged one.
/// `cff`: the whole table; nothing in it is believed.
std::vector<std::uint16_t> cff_cids(std::string_view cff, std::uint32_t glyphs);

}  // namespace guifan::pdfwriter
