// SPDX-License-Identifier: Apache-2.0
// Output that appears whole or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "guifan/result.h"

namespace guifan::cli {

/// Whether a file, folder or broken link of this name is in the way of an output. Devices and pipes
/// are not: they are written to.
bool would_replace(const std::filesystem::path& path);

/// Writes `bytes` to a temporary file beside `asked`, brings it to disk, and renames it. With
/// `replace` false an existing file stays and is an error, also one that appeared in the meantime.
/// A link is followed; a device or pipe is written to and stays what it is.
Result<bool> write_file(const std::filesystem::path& asked, std::string_view bytes, bool replace);

/// Why the folder of an output could not be made.
Error folder_error(const std::string& folder, const std::error_code& error);

/// Writes all of `bytes` to standard output.
Result<bool> write_standard_output(std::string_view bytes);

/// SIGINT and SIGTERM remove the temporary file of the write under way and end the process with 130
/// or 143; SIGPIPE becomes a write error.
void install_signal_handlers();

}  // namespace guifan::cli
