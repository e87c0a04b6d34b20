// SPDX-License-Identifier: Apache-2.0
// A document in traditional characters.
#pragma once

#include <string>

namespace guifan::generator {

/// Traditional characters, and with `pinyin_notes` behind some of them the note that converters
/// leave: 國(guó).
std::string traditional(const std::string& simplified, bool pinyin_notes);

}  // namespace guifan::generator
