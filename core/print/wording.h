// SPDX-License-Identifier: Apache-2.0
// The words in which a printed report speaks of rules, blanks and residue. Ids are
// docs/report.schema.json's, words are for people.
#pragma once

#include <string>
#include <string_view>

#include "guifan/diagnostic.h"
#include "guifan/locator.h"
#include "guifan/standard_report.h"

namespace guifan::print {

/// Short name of a rule, e.g. "照录".
std::string_view rule_name(FillRule rule, Language language);
/// What the rule did, one sentence.
std::string_view rule_words(FillRule rule, Language language);
/// Why a cell is blank, a clause without a full stop.
std::string_view blank_words(BlankReason reason, Language language);
/// Why a figure is residue; an unknown reason id comes back as it is.
std::string residue_words(std::string_view reason, Language language);
/// What a caveat id means; other caveats come back as they are.
std::string caveat_words(std::string_view caveat, Language language);
std::string_view severity_words(Severity severity, Language language);

/// A place for people: "第3页表2第4行第2列", "page 3, table 2, row 4, column 2". Empty for no
/// place.
std::string place_words(const Locator& place, Language language);

/// A cell's labels as one line: "row · column".
std::string cell_words(std::string_view row_label, std::string_view column_label);

}  // namespace guifan::print
