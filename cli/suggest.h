// SPDX-License-Identifier: Apache-2.0
// "Did you mean": the known words nearest to a mistyped one.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guifan::cli {

/// Up to `most` words within a few edits of `typed`, or that it is a part of; nearest first.
std::vector<std::string> suggest(std::string_view typed, std::span<const std::string> known,
                                 std::size_t most = 3);

}  // namespace guifan::cli
