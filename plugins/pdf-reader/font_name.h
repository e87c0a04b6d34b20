// SPDX-License-Identifier: Apache-2.0
// What a font's name tells, and how to print it.
#pragma once

#include <string>
#include <string_view>

namespace guifan::pdf {

/// Weight by name: often there is no other sign. 黑体 counts: it is what Chinese headings are set
/// in. `name` is UTF-8.
bool looks_bold(std::string_view name);

/// GBK bytes as text; nothing where they are not wholly GBK, or plain ASCII.
std::u32string gbk_text(std::string_view bytes);

/// A name that messages can print: UTF-8 and GBK stay readable, other bytes become Latin-1.
std::string printable_font_name(const std::string& name);

}  // namespace guifan::pdf
