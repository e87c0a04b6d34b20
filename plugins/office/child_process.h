// SPDX-License-Identifier: Apache-2.0
// Runs one program in a process group of its own and never longer than allowed.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace guifan::office {

struct ChildEnd {
  enum class Kind : std::uint8_t { Exited, Killed, TimedOut, NotStarted } kind = Kind::NotStarted;
  int code = 0;  ///< exit status or signal
};

/// Runs `arguments[0]` with exactly `environment`, no standard input, output thrown away. When time
/// is up the whole group is killed; the child also dies with this process. Where the system allows
/// it the child has no network. Before the program starts, its process group is sent to the
/// socket `announce_to` (-1: none). Safe to call from several threads.
ChildEnd run_child(const std::vector<std::string>& arguments,
                   const std::vector<std::string>& environment, const std::string& folder,
                   std::chrono::milliseconds most_time, std::uint64_t most_file_bytes,
                   int announce_to);

}  // namespace guifan::office
