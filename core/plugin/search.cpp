// SPDX-License-Identifier: Apache-2.0
// Where plugins are looked for.
#include <algorithm>
#include <cstdlib>

#include "guifan/registry.h"

namespace guifan {
namespace {

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

}  // namespace

std::vector<fs::path> builtin_plugin_folders() {
  std::vector<fs::path> folders;
  if (const fs::path here = executable_folder(); !here.empty()) {
    add_folder(folders, here / ".." / "lib" / "guifan" / "plugins");
    // Debian installs below lib/x86_64-linux-gnu, others below lib64.
    add_folder(folders, here / ".." / GUIFAN_INSTALL_LIBDIR / "guifan" / "plugins");
  }
  // The installation only where nothing is beside the executable: two sets of built-in plugins
  // would reject each other.
  if (folders.empty())
    add_folder(folders, fs::path(GUIFAN_INSTALL_FULL_LIBDIR) / "guifan" / "plugins");
  return folders;
}

std::vector<fs::path> plugin_folders(std::span<const fs::path> asked) {
  std::vector<fs::path> folders;
  for (const fs::path& folder : asked) add_folder(folders, folder);
  if (const char* variable = std::getenv("GUIFAN_PLUGIN_PATH")) {
    std::string_view rest = variable;
    while (!rest.empty()) {
      const std::string_view entry = rest.substr(0, rest.find(':'));
      rest.remove_prefix(std::min(rest.size(), entry.size() + 1));
      if (const fs::path folder(entry); folder.is_absolute()) add_folder(folders, folder);
    }
  }
  for (const fs::path& folder : builtin_plugin_folders()) add_folder(folders, folder);
  return folders;
}

}  // namespace guifan
