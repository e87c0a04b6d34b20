// SPDX-License-Identifier: Apache-2.0
// How far a run over many inputs is, as the last line of the terminal.
#pragma once

#include <cstddef>
#include <string_view>

#include "messages.h"

namespace guifan::cli {

class Progress {
 public:
  /// `messages` outlives it.
  Progress(std::size_t total, const Messages& messages) : total_(total), messages_(messages) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { messages_.show_status(""); }
  /// Shows that `name` is being worked on.
  void next(std::string_view name);

 private:
  std::size_t total_, done_ = 0;
  const Messages& messages_;
};

}  // namespace guifan::cli
