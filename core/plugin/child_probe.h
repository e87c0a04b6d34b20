// SPDX-License-Identifier: Apache-2.0
// Loads a suspicious module in a child process first: a crash in a static constructor then costs
// the child.
#pragma once

#include <filesystem>
#include <string>

namespace guifan::plugin {

enum class ChildOutcome {
  Survived,  ///< the module loads, or the dynamic linker refuses it in words
  Crashed,
  Hung,     ///< no answer within the time limit; the child was killed
  NoChild,  ///< fork() failed
};

struct ChildReport {
  ChildOutcome outcome = ChildOutcome::Survived;
  std::string detail;  ///< e.g. "SIGSEGV", "exit status 3"
};

/// dlopen, entry and first look at the descriptor, all in a child. Costs one fork and one dlopen
/// (under 1 ms for small modules). REQUIRES: no other thread of this process holds the dynamic
/// linker's lock.
ChildReport probe_in_child(const std::filesystem::path& file);

}  // namespace guifan::plugin
