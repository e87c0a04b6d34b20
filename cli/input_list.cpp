// SPDX-License-Identifier: Apache-2.0
#include "input_list.h"

#include <algorithm>

namespace guifan::cli {
namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& path) {
  std::error_code error;
  return path != "-" && fs::is_directory(path, error);
}

bool is_no_document(const std::string& name) {
  return name.starts_with('.') || name.starts_with("~$");
}

bool same_folder(const fs::path& one, const fs::path& other) {
  std::error_code error;
  return !other.empty() && fs::equivalent(one, other, error) && !error;
}

/// A folder still to be walked, or a file.
struct Found {
  fs::path path, place;
  bool folder;
};

/// What a folder holds, last name first: the list is worked on from its end.
bool add_entries(const Found& folder, const fs::path& left_out, std::vector<Found>& open) {
  std::error_code error;
  std::vector<Found> entries;
  fs::directory_iterator entry(folder.path, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (is_no_document(name)) continue;
    std::error_code unknown;
    const bool is_subfolder = entry->is_directory(unknown);
    if (is_subfolder && (entry->is_symlink(unknown) || same_folder(entry->path(), left_out)))
      continue;
    // A pipe would be waited for; a broken link is said by the one who opens it.
    if (!is_subfolder && entry->exists(unknown) && !entry->is_regular_file(unknown)) continue;
    entries.push_back({entry->path(), folder.place / name, is_subfolder});
  }
  std::ranges::sort(entries, [](const Found& one, const Found& other) {
    return other.path.native() < one.path.native();
  });
  open.insert(open.end(), entries.begin(), entries.end());
  return !error;
}

}  // namespace

Result<std::vector<Input>> list_inputs(const std::vector<std::string>& typed,
                                       const fs::path& left_out) {
  std::vector<Input> inputs;
  for (const std::string& path : typed) {
    if (!is_folder(path)) {
      inputs.push_back({path, fs::path(path).filename()});
      continue;
    }
    std::error_code error;
    const fs::path name = typed.size() == 1 ? fs::path() : fs::canonical(path, error).filename();
    std::vector<Found> open{{path, name, true}};
    while (!open.empty()) {
      const Found next = std::move(open.back());
      open.pop_back();
      if (!next.folder || !add_entries(next, left_out, open))
        inputs.push_back({next.path.string(), next.place});
    }
  }
  if (inputs.empty()) return Error{ErrorKind::Io, "CLI-044"};
  return inputs;
}

bool names_a_folder(const std::vector<std::string>& typed) {
  return std::ranges::any_of(typed, is_folder);
}

}  // namespace guifan::cli
