// SPDX-License-Identifier: Apache-2.0
// Any bytes as a CMap program, then lookups.
#include <cstddef>
#include <cstdint>

#include "cmap.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const guifan::pdf::CMap map =
      guifan::pdf::parse_cmap({reinterpret_cast<const char*>(data), size});
  for (std::uint32_t code = 0; code < 300; ++code) {
    (void)map.text(code);
    for (std::uint32_t bytes = 1; bytes <= 4; ++bytes) (void)map.cid(code, bytes);
  }
  return 0;
}
