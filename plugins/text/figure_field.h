// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace guifan::text {

/// Whether a field of a table is a figure as forms print it: digits of either width with
/// separators, or the dash of a cell that does not apply.
bool is_figure(std::string_view field);

}  // namespace guifan::text
