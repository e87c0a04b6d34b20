// SPDX-License-Identifier: Apache-2.0
// What an embedded font program says about its own codes: asked only where the PDF itself is
// silent.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "objects.h"

namespace guifan::pdf {

/// Text of each code; empty where the program has none.
using BuiltInEncoding = std::array<std::u32string, 256>;

/// The encoding inside a simple font's program (Type 1 or CFF); all empty for others.
BuiltInEncoding read_built_in_encoding(const ObjectStore& store, const Object* descriptor);

/// Characters of CIDs through the Unicode cmap of an embedded TrueType program; empty where there
/// is none.
std::unordered_map<std::uint32_t, char32_t> read_cid_characters(const ObjectStore& store,
                                                                const Object* descendant,
                                                                const Object* descriptor);

/// The parts, on bytes alone.
BuiltInEncoding type1_encoding(std::string_view program);
BuiltInEncoding cff_encoding(std::string_view program);
/// Glyph index to character, from the best Unicode subtable.
std::unordered_map<std::uint32_t, char32_t> truetype_characters(std::string_view program);

}  // namespace guifan::pdf
