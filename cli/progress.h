// SPDX-License-Identifier: Apache-2.0
// A line of progress on standard error while many inputs are worked on; silent unless that is a
// terminal.
#pragma once

#include <cstddef>
#include <string_view>

namespace guifan::cli {

class Progress {
 public:
  Progress(std::size_t total, bool quiet);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }
  /// Shows that `name` is being worked on.
  void next(std::string_view name);
  /// Takes the line away, so that a message can be printed.
  void clear();

 private:
  std::size_t total_, done_ = 0;
  bool shown_;
};

}  // namespace guifan::cli
