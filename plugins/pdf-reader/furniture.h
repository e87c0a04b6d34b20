// SPDX-License-Identifier: Apache-2.0
// Page numbers and running heads: lines at the edge of pages that are about the page, not about the
// report.
#pragma once

#include <vector>

#include "page_layout.h"

namespace guifan::pdf {

/// Moves page numbers and running heads out of the pages' elements into their leftovers. Decorated
/// numbers (- 3 -, 第3页) always count; a bare number, which could be a figure, only where it
/// counts the pages on most of them, in one place apart from the text; a line only where it stands
/// in the same place, apart from the text, on most pages.
void remove_furniture(std::vector<PageLayout>& pages);

}  // namespace guifan::pdf
