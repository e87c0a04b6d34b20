// SPDX-License-Identifier: Apache-2.0
// The code column (01, 02, ...) of the forms before 2014. Its digits are no figures, and where a
// line is lost they must not be taken for one.
#pragma once

#include <vector>

#include "recognise/rows/table_rows.h"

namespace guifan {

/// Takes the codes out of the rows' tokens where this printing has a code column: most rows that
/// hold anything begin with their own code. A row that holds only its code becomes doubtful: its
/// figure or its code is lost, nobody knows which.
void strip_codes(const std::vector<ExpectedRow>& expected, TableRows& rows);

}  // namespace guifan
