// SPDX-License-Identifier: Apache-2.0
// A static object whose constructor throws: std::terminate inside dlopen().
#include <stdexcept>

namespace {
struct Thrower {
  Thrower() { throw std::runtime_error("from a static constructor"); }
};
const Thrower kThrower;
}  // namespace

extern "C" __attribute__((visibility("default"))) const void* guifan_plugin_entry() {
  return &kThrower;
}
