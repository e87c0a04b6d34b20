// SPDX-License-Identifier: Apache-2.0
// What careless scrapers leave of a page's markup in a text.
#pragma once

#include <string>
#include <string_view>

namespace guifan::text {

/// The text without HTML comments and without the tags of elements that say nothing about their
/// text (div, span, ...), where they end on the line they begin on, and with the common character
/// references (&nbsp; &ldquo; ...) replaced. Lines stay where they are.
std::string without_left_over_markup(std::string_view text);

}  // namespace guifan::text
