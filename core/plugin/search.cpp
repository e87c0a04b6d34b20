// SPDX-License-Identifier: Apache-2.0
// Where plugins are looked for.
#include "guifan/folders.h"
#include "guifan/registry.h"

namespace guifan {

namespace fs = std::filesystem;

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
  for (const fs::path& folder : listed_folders("GUIFAN_PLUGIN_PATH"))
    if (folder.is_absolute()) add_folder(folders, folder);
  for (const fs::path& folder : builtin_plugin_folders()) add_folder(folders, folder);
  return folders;
}

}  // namespace guifan
