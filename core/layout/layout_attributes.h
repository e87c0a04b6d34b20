// SPDX-License-Identifier: Apache-2.0
// Attributes of layout files as values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "guifan/layout.h"
#include "layout/xml_file.h"

namespace guifan {

/// The attribute, or nothing.
std::string text_attribute(const xmlNode& node, const char* name);
/// True for "yes".
bool flag(const xmlNode& node, const char* name);
/// The number, or `fallback` where the attribute is missing or no plain number.
std::uint32_t number(const xmlNode& node, const char* name, std::uint32_t fallback);
/// Ids with spaces between them.
std::vector<std::string> names(const xmlNode& node, const char* name);
/// A label with the spellings of the attribute "also".
Label make_label(std::string text, const xmlNode& node);

}  // namespace guifan
