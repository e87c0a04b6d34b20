// SPDX-License-Identifier: Apache-2.0
// Pages to one document: furniture out, tables and paragraphs joined across page breaks.
#pragma once

#include <vector>

#include "document_model.h"
#include "page_layout.h"

namespace guifan::pdf {

/// Appends blocks and removed texts of the pages to `document`.
void assemble(std::vector<PageLayout> pages, Document& document);

}  // namespace guifan::pdf
