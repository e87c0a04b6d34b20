// SPDX-License-Identifier: Apache-2.0
// A ZIP file in memory whose bytes depend on nothing but its parts: fixed time stamps, fixed
// attributes, given order.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guifan::writing {

struct PackagePart {
  std::string name;  ///< path inside the package, with slashes
  std::string bytes;
};

/// The package, or nullopt when libzip refuses (out of memory).
std::optional<std::string> write_package(const std::vector<PackagePart>& parts);

}  // namespace guifan::writing
