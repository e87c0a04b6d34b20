// SPDX-License-Identifier: Apache-2.0
// Tables that no layout describes and that lost their grid: a cell a line, or a row a line. Every
// figure goes to the residue with its label, so that nothing is lost.
#pragma once

#include <span>
#include <vector>

#include "guifan/recognise.h"

namespace guifan {

/// Adds residue, tokens and a diagnostic that names the words before the first figure for every
/// run of short lines in which two labels or more have figures. `skip[i]`: block i belongs to a
/// table or to no chapter. Figures that `prose` took stay there.
void collect_unknown_lines(const SourceDocument& document, const ChapterPlan& plan,
                           const std::vector<bool>& skip, std::span<const NumericToken> prose,
                           TableFindings& findings);

}  // namespace guifan
