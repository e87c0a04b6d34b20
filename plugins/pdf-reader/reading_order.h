// SPDX-License-Identifier: Apache-2.0
// The order in which a person reads the elements of a page.
#pragma once

#include <vector>

#include "page_layout.h"

namespace guifan::pdf {

/// Top to bottom; where lines stand in two clear columns of running text, column by column.
/// `direction` is the one the page's text runs in.
void sort_reading_order(std::vector<PageElement>& elements, Direction direction);

}  // namespace guifan::pdf
