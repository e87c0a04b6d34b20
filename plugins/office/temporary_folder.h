// SPDX-License-Identifier: Apache-2.0
// A private folder that goes away with its content.
#pragma once

#include <filesystem>
#include <optional>

namespace guifan::office {

class TemporaryFolder {
 public:
  /// A new folder, readable for this user only; nullopt where none can be made.
  static std::optional<TemporaryFolder> make();
  TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::move(other.path_)) {
    other.path_.clear();
  }
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder();
  const std::filesystem::path& path() const { return path_; }

 private:
  explicit TemporaryFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

}  // namespace guifan::office
