// SPDX-License-Identifier: Apache-2.0
// What stands inside an OLE2 compound file: only enough to name it.
#pragma once

#include <cstdint>
#include <string_view>

namespace guifan::docx {

enum class OleContent : std::uint8_t {
  NotOle,
  EncryptedPackage,  ///< a DOCX (or other package) behind a password or rights management
  WordDocument,      ///< .doc, .dot, .wps
  Workbook,
  Presentation,
  Unknown,
};

/// Looks at the directory entries. They are found by their names at entry boundaries, so that a
/// damaged sector chain does not hide them.
OleContent identify_ole(std::string_view bytes);

}  // namespace guifan::docx
