// SPDX-License-Identifier: Apache-2.0
// Document properties: docProps/core.xml and docProps/app.xml.
#pragma once

#include "package.h"

namespace guifan::docx {

/// Hands title, author, dates, company and producing program to the document.
void emit_properties(Package& package, sdk::DocumentBuilder& document);

}  // namespace guifan::docx
