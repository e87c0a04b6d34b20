// SPDX-License-Identifier: Apache-2.0
// What an element's attributes say about its standing: hidden, or page furniture by its name.
#pragma once

#include "html/tokenizer.h"

namespace guifan::html {

/// hidden, display:none, visibility:hidden, Word's mso-hide:all.
bool is_hidden_by_style(const Token& start_tag);

/// <s>, <strike>, or a style that draws a line through: the body has withdrawn the text.
bool is_struck_through(const Token& start_tag);

/// nav, footer, aside, header; a role of navigation; or a class or id one of whose words names
/// furniture (mainNav, footer_box, breadcrumb). A hint only: the analysis of the page decides.
bool is_named_as_furniture(const Token& start_tag);

}  // namespace guifan::html
