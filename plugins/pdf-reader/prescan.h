// SPDX-License-Identifier: Apache-2.0
// Checks on the raw bytes, before the object layer sees them.
#pragma once

#include <cstddef>
#include <string_view>

namespace guifan::pdf {

/// The deepest nesting of `<<` in the file, up to `limit` + 1: PoDoFo copies nested dictionaries in
/// cubic time and its parser recurses on them (400 levels: 0.8 s, 1600: half a minute, 200,000:
/// stack overflow).
std::size_t dictionary_depth(std::string_view bytes, std::size_t limit);

}  // namespace guifan::pdf
