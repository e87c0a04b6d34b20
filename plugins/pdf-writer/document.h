// SPDX-License-Identifier: Apache-2.0
// The report as a PDF file.
#pragma once

#include <optional>
#include <string>

#include "font_library.h"
#include "guifan/plugin.h"

namespace guifan::pdfwriter {

/// Tagged PDF 1.7 after the rules of PDF/A-2b. Nothing where a font could not be cut down to its
/// used glyphs. `fonts` knows afterwards which characters were missing.
std::optional<std::string> write_document(const sdk::ReportView& report, FontLibrary& fonts);

}  // namespace guifan::pdfwriter
