// SPDX-License-Identifier: Apache-2.0
// A file that guifan wrote is a report followed by guifan's own words about it.
#pragma once

#include "guifan/source_document.h"

namespace guifan {

/// Moves the conversion notes (转换说明), and the list of sources or the long table before them,
/// from a document that guifan wrote into its list of removed texts: they quote the report before,
/// and quotes are no statements. Any other document stays as it is. REQUIRES: the document is
/// normalised.
void remove_own_notes(SourceDocument& document);

}  // namespace guifan
