// SPDX-License-Identifier: Apache-2.0
// A ZIP file in memory whose bytes depend on nothing but its parts: fixed time stamps, fixed
// attributes, given order. Parts are deflated while they are written, so that no part ever stands
// in memory as a whole. (libzip would ask for each part as one buffer, and brings five libraries
// more.)
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct z_stream_s;

namespace guifan::writing {

class PackageWriter {
 public:
  PackageWriter();
  PackageWriter(const PackageWriter&) = delete;
  PackageWriter& operator=(const PackageWriter&) = delete;
  ~PackageWriter();

  /// Starts the next part. `name`: path inside the package, with slashes.
  void begin_part(std::string_view name);
  /// More bytes of the part.
  void write(std::string_view bytes);
  void end_part();
  /// A whole part.
  void add(std::string_view name, std::string_view bytes);
  /// The package; nullopt where memory ran out or a size is over what plain ZIP can say (4 GiB).
  std::optional<std::string> finish() &&;

 private:
  struct Entry {
    std::string name;
    std::uint32_t checksum = 0;
    std::uint64_t packed_bytes = 0, bytes = 0, offset = 0;
  };
  void deflate_all(int flush);

  std::string package_;
  std::vector<Entry> entries_;
  std::unique_ptr<z_stream_s> stream_;
  bool failed_ = false;
};

}  // namespace guifan::writing
