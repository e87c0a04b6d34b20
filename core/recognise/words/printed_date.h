// SPDX-License-Identifier: Apache-2.0
// Dates as pages print them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guifan {

struct PrintedDate {
  int year = 0, month = 0, day = 0;
  std::size_t begin = 0, end = 0;  ///< byte range
  std::string iso() const;         ///< "2022-01-17"
};

/// The first complete date at or after `from`: 2022-01-17, 2022/1/17, 2022.01.17, 2022年1月17日. A
/// date that lost digits (2017210日) is none.
std::optional<PrintedDate> find_date(std::string_view normalised, std::size_t from = 0);

}  // namespace guifan
