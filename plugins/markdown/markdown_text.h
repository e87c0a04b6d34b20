// SPDX-License-Identifier: Apache-2.0
// Text into CommonMark with GitHub's pipe tables.
#pragma once

#include <string>
#include <string_view>

namespace guifan::markdown {

/// Text that means itself wherever it stands in a line; line breaks become one space.
std::string inline_text(std::string_view text);
/// The same for a table cell; line breaks become <br>.
std::string cell_text(std::string_view text);
/// A paragraph: lines end in hard breaks, and no line starts a list, heading, quote or rule.
std::string paragraph_text(std::string_view text);

}  // namespace guifan::markdown
