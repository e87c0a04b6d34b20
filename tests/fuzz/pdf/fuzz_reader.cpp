// SPDX-License-Identifier: Apache-2.0
// Any bytes as a file, read in this process. Encrypted files are left out: the object layer's own
// decryption has null dereferences that its callers cannot prevent, which is why the reader runs in
// a child process. GUIFAN_FUZZ_ENCRYPTED=1 lets them in, to see what is left of that.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "document_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static const bool encrypted = std::getenv("GUIFAN_FUZZ_ENCRYPTED") != nullptr;
  if (!encrypted && bytes.find("Encrypt") != std::string_view::npos) return 0;
  try {
    (void)guifan::pdf::read_document(bytes, {});
  } catch (const std::bad_alloc&) {
  }
  return 0;
}
