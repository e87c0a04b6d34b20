// SPDX-License-Identifier: Apache-2.0
// What the report says in words against what its tables say.
#pragma once

#include <vector>

#include "crosswalk/figure_index.h"
#include "guifan/layout.h"

namespace guifan {

/// Prose indicators are the cell ids of this template.
inline constexpr std::string_view kProseTemplate = "standard-2021";

/// Statements that differ from the tables' figure for the same cell, or for a joint figure from the
/// sum of its parts where the tables print all of them. Amounts of money are compared in one unit;
/// one that was only rounded gives a note. Scope and period may explain a difference, so it is
/// reported and never decided here.
void check_text_against_tables(const Report& report, const FigureIndex& figures,
                               const LayoutLibrary& layouts, std::vector<Diagnostic>& diagnostics);

}  // namespace guifan
