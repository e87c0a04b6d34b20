// SPDX-License-Identifier: Apache-2.0
// Folders that guifan looks for things in: beside the running program, and in lists of the
// environment.
#pragma once

#include <filesystem>
#include <vector>

namespace guifan {

/// The folder of the running program, links followed; empty where the system does not say.
std::filesystem::path executable_folder();

/// Appends the folder's real path, unless it does not exist or is in the list already.
void add_folder(std::vector<std::filesystem::path>& folders, const std::filesystem::path& folder);

/// The entries of a colon-separated environment variable, in order, empty ones left out; none where
/// it is not set. Not checked: relative and missing folders are among them.
std::vector<std::filesystem::path> listed_folders(const char* variable);

}  // namespace guifan
