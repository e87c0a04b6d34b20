// SPDX-License-Identifier: Apache-2.0
// Modules that plugins load when they are first needed: start-up is paid for by every run.
#pragma once

#include <string>

namespace guifan {

struct Engine {
  void* function = nullptr;  ///< nullptr: could not be loaded
  std::string problem;       ///< then: why, in the words of the dynamic loader
};

/// The function `symbol` of ../engines/FILE beside the folder that the calling module was loaded
/// from. Never unloaded. Not cached: callers keep it in a static.
Engine load_engine(const char* file, const char* symbol);

}  // namespace guifan
