// SPDX-License-Identifier: Apache-2.0
// Work on many inputs in several processes at once. A process that crashes costs its own input
// only.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace guifan::cli {

constexpr unsigned kMostWorkers = 256;

/// What a worker did with one input.
struct Work {
  int code = 0;          ///< exit code of this input
  std::string result;    ///< for the one who asked
  std::string messages;  ///< what was printed to standard error, set by run_in_workers()
  int signal = 0;        ///< not 0: the worker was killed by it and there is no result
};

/// Calls `work(i)` for each i below `count` in `workers` child processes, and `take(i, its work)`
/// in this one, in the order of i. Where `take` returns false the rest is given up. Returns 0, or
/// the errno of a fork or pipe that failed before all work was done.
///
/// Call it with nothing half-done in memory: the children go on from a copy of this process. They
/// end when it ends, and remove their temporary files as it does (output_file.h).
int run_in_workers(std::size_t count, unsigned workers,
                   const std::function<Work(std::size_t)>& work,
                   const std::function<bool(std::size_t, const Work&)>& take);

}  // namespace guifan::cli
