// SPDX-License-Identifier: Apache-2.0
// Page numbers and running heads: lines at the edge of pages that are about the page, not about the
// report.
#pragma once

#include <vector>

#include "page_layout.h"

namespace guifan::pdf {

/// Moves page numbers and running heads out of the pages' elements into their leftovers. A number
/// counts as a page number where it follows the pages (same distance from the page's own number on
/// two pages at least, or the decorated form
/// "- 3 -" / 第3页); a line counts as a running head where it stands in the same place on several
/// pages.
void remove_furniture(std::vector<PageLayout>& pages);

}  // namespace guifan::pdf
