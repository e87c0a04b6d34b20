// SPDX-License-Identifier: Apache-2.0
// Fonts cut down to the characters that a report uses.
#pragma once

#include <string>

#include "font_library.h"

namespace guifan::pdfwriter {

/// The font program with only the used glyphs, as a PDF embeds it: the bare CFF table, or a
/// TrueType file with the tables that a PDF wants. Glyphs keep their index or CID. Empty: HarfBuzz
/// could not do it.
std::string font_subset(const UsedFace& used);

}  // namespace guifan::pdfwriter
