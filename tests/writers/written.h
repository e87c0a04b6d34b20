// SPDX-License-Identifier: Apache-2.0
// Calls one writer module through its C table.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "../support/sample_report.h"

namespace guifan::test {

struct Written {
  std::int32_t status = -1;  ///< GUIFAN_OK ...; -1 when the module could not be loaded
  std::string bytes;
};

using OptionList = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// Loads guifan-MODULE.so and lets it write. A fault is a status, never an exception.
Written write_with(std::string_view module, const guifan_report_view& view,
                   OptionList options = {});
/// The same with an output that refuses every byte.
std::int32_t write_to_full_disk(std::string_view module, const guifan_report_view& view);

}  // namespace guifan::test
