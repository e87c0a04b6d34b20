// SPDX-License-Identifier: Apache-2.0
// A table put onto pages: rows whole where a page can hold them, headers repeated, and of a cell
// that is cut by a page break every line on one side or the other.
#pragma once

#include <string_view>

#include "table_layout.h"

namespace guifan::pdfwriter {

/// `caption` may be empty.
void set_table(Composer& composer, TableLayout table, std::string_view caption);

}  // namespace guifan::pdfwriter
