// SPDX-License-Identifier: Apache-2.0
// What a file manager and an archive see without opening the text.
#pragma once

#include <string>

#include "guifan/plugin.h"

namespace guifan::pdfwriter {

/// Entries of the information dictionary, and the same as XMP with the PDF/A mark. No date of
/// making: the same report gives the same bytes. The day of publication is there where it is known.
std::string information_dictionary(const sdk::ReportView& report);
std::string xmp_packet(const sdk::ReportView& report);

}  // namespace guifan::pdfwriter
