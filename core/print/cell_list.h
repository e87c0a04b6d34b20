// SPDX-License-Identifier: Apache-2.0
// Many cells of the template in few words.
#pragma once

#include <set>
#include <string>

#include "guifan/diagnostic.h"
#include "guifan/layout.h"

namespace guifan::print {

/// All cells of `ids`, row by row in the template's order: "row · column、column". A row that is
/// meant as a whole is named without its columns, several such rows that are all below one label by
/// that label, and what a label shares with the one before it is not said again:
/// "办理结果/（一）予以公开（各列）；（二）其他处理 · 自然人". Ids that the
/// template does not have follow as they are.
std::string list_cells(const Layout& target, std::set<std::string> ids, Language language);

}  // namespace guifan::print
