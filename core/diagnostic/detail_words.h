// SPDX-License-Identifier: Apache-2.0
// Details of messages that come from programs and libraries that speak English only.
#pragma once

#include <string>

namespace guifan {

/// The Chinese words for a detail such as "truncated" or "Permission denied"; all else comes back
/// as it is.
std::string detail_in_chinese(const std::string& detail);

}  // namespace guifan
