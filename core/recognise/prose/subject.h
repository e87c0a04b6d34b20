// SPDX-License-Identifier: Apache-2.0
// Who received, answered or was sued: the body that reports, or one of the bodies it reports on.
#pragma once

#include <string_view>

namespace guifan::prose {

/// Whether `subject`, the words before a statement, ends with the name of a public body that is not
/// `organisation`: 县教育局 in the report of a county. 市人社局 and 市人力资源和社会保障局 are one.
/// False where either names no body.
bool names_another_body(std::u32string_view subject, std::u32string_view organisation);

}  // namespace guifan::prose
