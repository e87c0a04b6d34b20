// SPDX-License-Identifier: Apache-2.0
// One page of a document: its content streams and the appearances of its annotations, run in page
// coordinates.
#pragma once

#include <set>

#include "content_interpreter.h"
#include "page_tree.h"

namespace guifan::pdf {

/// Fills `page`, whatever it held before.
void read_page(const ObjectStore& store, FontCache& fonts,
               const std::set<std::uint64_t>& hidden_layers, Budget& budget, const PageNode& node,
               std::uint32_t number, PageContent& page);

}  // namespace guifan::pdf
