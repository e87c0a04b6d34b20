// SPDX-License-Identifier: Apache-2.0
// The identities of a layout on the figures that are known.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crosswalk/figure_index.h"
#include "guifan/layout.h"

namespace guifan {

/// Every identity (and joint figure) of `layout` that the readings break. With all terms known both
/// sides are compared; with some terms of one side unknown, the known ones must still not exceed
/// the other side, because counts are not negative. Unknown is what is blank, a dash, lost,
/// ambiguous or contradictory. A difference that rounding explains is only a note.
void check_identities(const Report& report, const Layout& layout, const LayoutReadings& readings,
                      std::vector<Diagnostic>& diagnostics);

/// The indicator in words: its row, and its column where the table has several
/// ("（七）总计·自然人"). A joint figure is named by what its parts have in common ("行政诉讼").
std::string indicator_name(const Layout& layout, std::string_view indicator);

/// The names of the terms, joined by "＋"; many terms are only counted.
std::string side_name(const Layout& layout, const std::vector<std::string>& terms);

}  // namespace guifan
