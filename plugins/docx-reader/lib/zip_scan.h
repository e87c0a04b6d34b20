// SPDX-License-Identifier: Apache-2.0
// ZIP read from its local headers alone: what is left when the central directory is gone (a
// truncated download) or points elsewhere (a prefixed file), and the witness of what a damaged
// directory lost.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guifan::docx {

/// One local header as it stands in the file. Sizes are what it claims; 0 where a data descriptor
/// follows.
struct LocalEntry {
  std::string name;
  std::uint16_t method = 0;  ///< 0 stored, 8 deflate
  bool encrypted = false;
  bool descriptor_follows = false;
  std::uint32_t checksum = 0;
  std::uint32_t packed_bytes = 0;
  std::size_t data_offset = 0;
};

/// Every local header with a plausible name, in file order. Data of one entry is not searched for
/// headers where its size is known (from its header, or from `packed_sizes` by name), so that a ZIP
/// stored inside a ZIP does not count.
std::vector<LocalEntry> scan_local_headers(
    std::string_view bytes, const std::map<std::string, std::uint64_t>& packed_sizes = {});

enum class Unpacked : std::uint8_t {
  Complete,   ///< the whole part, checksum right
  Truncated,  ///< the data ends early
  Corrupt,    ///< not deflate data, or the checksum is wrong
  OverLimit,
  Unsupported,  ///< another compression method, or encrypted
};

/// Unpacks one entry into `out`, at most `most_bytes`. `out` holds what came out, also when it is
/// not Complete.
Unpacked unpack_local(std::string_view bytes, const LocalEntry& entry, std::size_t most_bytes,
                      std::string& out);

}  // namespace guifan::docx
