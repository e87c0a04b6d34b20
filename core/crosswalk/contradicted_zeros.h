// SPDX-License-Identifier: Apache-2.0
// A printed 0 whose own parts are not all 0. It stays what is printed, but it proves nothing: no
// other cell is 0 because of it.
#pragma once

#include <cstddef>
#include <set>

#include "crosswalk/figure_index.h"
#include "guifan/layout.h"

namespace guifan {

/// Indices into Report::figures of the zeros that a part contradicts, directly or through a sum in
/// between, in whatever layout they are printed. A sum that is only a hint counts too: it forces
/// nothing, but it may forbid.
std::set<std::size_t> contradicted_zeros(const FigureIndex& figures, const LayoutLibrary& layouts);

}  // namespace guifan
