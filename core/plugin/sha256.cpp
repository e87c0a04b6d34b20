// SPDX-License-Identifier: Apache-2.0
// SHA-256 by Nettle, which uses the processor's own instructions where it has them. Not libcrypto,
// which would be 5 MB of relocations at every start for one function.
#include <nettle/sha2.h>

#include <array>

#include "guifan/registry.h"

namespace guifan {

std::string sha256_hex(std::span<const std::byte> bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_digest(&context, digest.size(), digest.data());

  static constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    hex += kHex[byte >> 4];
    hex += kHex[byte & 0xf];
  }
  return hex;
}

}  // namespace guifan
