// SPDX-License-Identifier: Apache-2.0
// A page saved as one file (.mht, RFC 2557): the HTML part of a MIME message.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guifan::html {

struct SavedPage {
  std::string html;     ///< bytes of the HTML part, transfer encoding undone
  std::string charset;  ///< label of its Content-Type; may be empty
};

/// Begins with the header of a MIME message that may hold a page.
bool looks_like_saved_page(std::string_view bytes);

/// The first text/html part, or nullopt.
std::optional<SavedPage> open_saved_page(std::string_view bytes);

}  // namespace guifan::html
