// SPDX-License-Identifier: Apache-2.0
// Conversion to DOCX by an installed LibreOffice.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "failure.h"
#include "source_kind.h"

namespace guifan::office {

/// The program: `wanted` if given, else soffice.bin beside soffice on PATH, else the usual folders.
/// Nullopt: none.
std::optional<std::filesystem::path> find_libreoffice(std::string_view wanted);

/// The bytes of a DOCX made from `bytes`. Each call has a profile and folder of its own, so that
/// calls may run side by side and nothing of the user's own settings is read or changed. Macros do
/// not run, links are not followed. Failures: OFFICE-002 (time), -003 (could not convert), -004 (no
/// temporary folder).
docx::Expected<std::string> convert_to_docx(const std::filesystem::path& program,
                                            std::string_view bytes, const SourceKind& kind,
                                            std::chrono::seconds most_time);

}  // namespace guifan::office
