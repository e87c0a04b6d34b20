// SPDX-License-Identifier: Apache-2.0
// The bytes of an XML part as UTF-8. libxml2 never decodes: it loses text behind characters that a
// declared Chinese encoding does not have, without a word.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "guifan/plugin.h"

namespace guifan::docx {

/// The part in UTF-8, without its XML declaration where it was another encoding. Nullopt where
/// bytes do not decode.
std::optional<std::string> part_text(const sdk::Context& context, std::string bytes);

}  // namespace guifan::docx
