// SPDX-License-Identifier: Apache-2.0
#include "engines/load_engine.h"

#include <dlfcn.h>

#include <filesystem>

namespace guifan {

Engine load_engine(const char* file, const char* symbol) {
  Engine engine;
  Dl_info here{};
  if (dladdr(reinterpret_cast<const void*>(&load_engine), &here) == 0 ||
      here.dli_fname == nullptr) {
    engine.problem = "the module does not know its own place";
    return engine;
  }
  const auto path = std::filesystem::path(here.dli_fname).parent_path() / ".." / "engines" / file;
  void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_NODELETE);
  if (library != nullptr) engine.function = dlsym(library, symbol);
  if (engine.function == nullptr) {
    const char* reason = dlerror();
    engine.problem = reason != nullptr ? reason : "unknown reason";
  }
  return engine;
}

}  // namespace guifan
