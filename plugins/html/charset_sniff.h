// SPDX-License-Identifier: Apache-2.0
// What a page says about its encoding.
#pragma once

#include <string>

#include "guifan/plugin.h"

namespace guifan::html {

/// The label of the first meta element (charset= or http-equiv) or XML declaration in the first 4
/// KiB; empty for none.
std::string declared_charset(sdk::ByteView bytes);

/// The first `limit` bytes as lower-case ASCII; NULs are dropped, so that markup in UTF-16 can be
/// read.
std::string markup_of(sdk::ByteView bytes, std::size_t limit);

}  // namespace guifan::html
