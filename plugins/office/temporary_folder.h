// SPDX-License-Identifier: Apache-2.0
// A private folder that goes away with its content, even when this process is killed.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <utility>

namespace guifan::office {

/// A small process of its own waits beside the folder: when this process ends without having
/// cleaned up, it kills what works in the folder and removes it.
class TemporaryFolder {
 public:
  /// A new folder, readable for this user only; nullopt where none can be made.
  static std::optional<TemporaryFolder> make();
  TemporaryFolder(TemporaryFolder&& other) noexcept
      : path_(std::move(other.path_)),
        janitor_(std::exchange(other.janitor_, -1)),
        to_janitor_(std::exchange(other.to_janitor_, -1)) {
    other.path_.clear();
  }
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder();
  const std::filesystem::path& path() const { return path_; }
  /// The socket to which a process group that is going to work in the folder sends its pid_t; -1:
  /// none.
  int announcements() const { return to_janitor_; }
  /// It has ended.
  void nobody_works_here() const { tell(-1); }

 private:
  explicit TemporaryFolder(std::filesystem::path path) : path_(std::move(path)) {}
  void start_janitor();
  void tell(pid_t group) const;
  std::filesystem::path path_;
  pid_t janitor_ = -1;
  int to_janitor_ = -1;  ///< this end of the socket closes with this process
};

}  // namespace guifan::office
