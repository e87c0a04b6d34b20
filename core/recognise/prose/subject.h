// SPDX-License-Identifier: Apache-2.0
// Who received, answered or was sued: the body that reports, or one of the bodies it reports on.
#pragma once

#include <string_view>

namespace guifan::prose {

/// Whether `subject`, the words before a statement, ends with the name of a public body that is not
/// `organisation`: 县教育局 in the report of a county. 市人社局 and 市人力资源和社会保障局 are one.
/// False where either names no body.
bool names_another_body(std::u32string_view subject, std::u32string_view organisation);

/// Whether the body is a part of a government: a department, or a town under a county. What it says
/// of 全县 or 全市 is wider than itself. The committee of a zone and a centre that reports for its
/// government are left out.
bool is_part_of_government(std::u32string_view organisation);

/// Whether the body reports for a zone: its 全区 is itself, 全市 is not.
bool is_zone(std::u32string_view organisation);

/// Whether `name` is a government above a part of it: 县政府, 市政府办公室, 县政府信息公开办.
bool names_government_above(std::u32string_view name);

}  // namespace guifan::prose
