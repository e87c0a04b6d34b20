// SPDX-License-Identifier: Apache-2.0
// Any bytes as a damaged file: the scan must come to an end and give a file of about the same size.
#include <cstddef>
#include <cstdint>

#include "prescan.h"
#include "rebuild.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)guifan::pdf::dictionary_depth(bytes, 100);
  (void)guifan::pdf::rebuild(bytes);
  return 0;
}
