// SPDX-License-Identifier: Apache-2.0
// Reading font programs: big-endian numbers, with bounds.
#pragma once

#include <cstdint>
#include <string_view>

namespace guifan::pdf {

/// Big-endian numbers with bounds: reading past the end gives 0 and sets `failed`.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes, std::size_t position = 0)
      : bytes_(bytes), position_(position) {}
  std::uint32_t take(std::size_t bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) {
      if (position_ >= bytes_.size()) {
        failed = true;
        return 0;
      }
      value = value << 8 | static_cast<unsigned char>(bytes_[position_++]);
    }
    return value;
  }
  std::size_t position() const { return position_; }
  bool failed = false;

 private:
  std::string_view bytes_;
  std::size_t position_;
};

/// `size` bytes from `from`, as many of them as there are.
inline std::string_view slice(std::string_view bytes, std::size_t from, std::size_t size) {
  return from >= bytes.size() ? std::string_view() : bytes.substr(from, size);
}

}  // namespace guifan::pdf
