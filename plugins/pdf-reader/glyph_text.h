// SPDX-License-Identifier: Apache-2.0
// The text that a font gives a glyph, made fit for a report.
#pragma once

#include <optional>
#include <string>

#include "cmap.h"
#include "objects.h"

namespace guifan::pdf {

/// Folds every character, and writes Latin ligatures (U+FB00..FB06) as the letters they join.
std::u32string folded_text(std::u32string text);

/// A mapping that says nothing: NUL, the replacement character, or what is no character. True for
/// no text as well.
bool says_nothing(const std::u32string& text);

/// One control character: a glyph that shows something stands for something else.
bool is_control(const std::u32string& text);

/// A font's ToUnicode map; nothing where it is missing or maps no code.
std::optional<CMap> read_to_unicode(const ObjectStore& store, const Object* font);

}  // namespace guifan::pdf
