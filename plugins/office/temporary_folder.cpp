// SPDX-License-Identifier: Apache-2.0
#include "temporary_folder.h"

#include <cstdlib>
#include <string>
#include <system_error>

namespace guifan::office {

std::optional<TemporaryFolder> TemporaryFolder::make() {
  std::error_code failure;
  const std::filesystem::path base = std::filesystem::temp_directory_path(failure);
  if (failure) return std::nullopt;
  std::string pattern = (base / "guifan-office-XXXXXX").string();
  if (!mkdtemp(pattern.data())) return std::nullopt;
  return TemporaryFolder(pattern);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace guifan::office
