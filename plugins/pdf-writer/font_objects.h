// SPDX-License-Identifier: Apache-2.0
// A used face as objects of the file: a Type 0 font (ISO 32000-1, 9.7) with the used glyphs only.
#pragma once

#include <optional>

#include "font_library.h"
#include "object_file.h"

namespace guifan::pdfwriter {

/// Puts the font under `id`. False: HarfBuzz could not cut the font down.
bool put_font(ObjectFile& file, ObjectId id, const UsedFace& used);

/// The CMap that says which characters the codes stand for.
std::string to_unicode_cmap(const std::map<std::uint16_t, char32_t>& characters);

}  // namespace guifan::pdfwriter
