// SPDX-License-Identifier: Apache-2.0
// docProps: what a file manager and an archive can see without opening the text.
#pragma once

#include <string>

#include "guifan/plugin.h"

namespace guifan::docx {

std::string core_properties(const sdk::ReportView& report);
std::string application_properties();
/// Year, source file and hash, template, converter.
std::string custom_properties(const sdk::ReportView& report);

}  // namespace guifan::docx
