// SPDX-License-Identifier: Apache-2.0
// Tables that no layout describes: every figure goes to the residue with its labels, so that
// nothing is lost.
#pragma once

#include "guifan/recognise.h"

namespace guifan {

/// Adds residue, tokens and a diagnostic that names the header for every grid that recognition did
/// not use.
void collect_unknown_tables(const SourceDocument& document, TableFindings& findings);

}  // namespace guifan
