// SPDX-License-Identifier: Apache-2.0
// The bytes of one input.
#pragma once

#include <filesystem>
#include <string>

#include "guifan/result.h"

namespace guifan::cli {

/// Errors: CLI-010 to CLI-013 say why the file cannot be read, CLI-015 that it is over the limit.
Result<std::string> read_file(const std::filesystem::path& path);
/// Standard input to its end. Errors: as read_file().
Result<std::string> read_standard_input();

}  // namespace guifan::cli
