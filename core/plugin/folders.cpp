// SPDX-License-Identifier: Apache-2.0
#include "guifan/folders.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <system_error>

namespace guifan {

namespace fs = std::filesystem;

fs::path executable_folder() {
  std::error_code error;
  const fs::path executable = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path() : executable.parent_path();
}

void add_folder(std::vector<fs::path>& folders, const fs::path& folder) {
  std::error_code error;
  const fs::path real = fs::canonical(folder, error);
  if (error || !fs::is_directory(real, error)) return;
  if (std::find(folders.begin(), folders.end(), real) == folders.end()) folders.push_back(real);
}

std::vector<fs::path> listed_folders(const char* variable) {
  std::vector<fs::path> folders;
  const char* value = std::getenv(variable);
  std::string_view rest = value == nullptr ? std::string_view() : std::string_view(value);
  while (!rest.empty()) {
    const std::string_view entry = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(rest.size(), entry.size() + 1));
    if (!entry.empty()) folders.emplace_back(entry);
  }
  return folders;
}

}  // namespace guifan
