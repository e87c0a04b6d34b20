// SPDX-License-Identifier: Apache-2.0
// Reads a Word package: DOCX, DOCM, DOTX, transitional or strict. Shared by the docx reader and the
// office bridge.
#pragma once

#include <cstdint>
#include <string_view>

#include "guifan/plugin.h"

namespace guifan::docx {

/// What the package was made of.
enum class Origin : std::uint8_t { Document, Spreadsheet };

/// Reads the whole document into `document`. Every failure is said through `context` before its
/// status is returned, and nothing that was read only in part is passed as whole: a damaged main
/// part fails, a damaged minor part is a warning. `bytes` are borrowed for the call.
sdk::Status read_docx(const sdk::Context& context, std::string_view bytes,
                      sdk::DocumentBuilder& document, Origin origin = Origin::Document);

}  // namespace guifan::docx
