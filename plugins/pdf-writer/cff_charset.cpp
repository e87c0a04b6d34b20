// SPDX-License-Identifier: Apache-2.0
#include "cff_charset.h"

#include <optional>

namespace guifan::pdfwriter {
namespace {

class Cursor {
 public:
  explicit Cursor(std::string_view bytes, std::size_t at = 0) : bytes_(bytes), at_(at) {}
  bool good() const { return good_; }
  std::size_t at() const { return at_; }
  bool ended() const { return at_ >= bytes_.size(); }
  std::uint32_t take(int count) {
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i) {
      if (ended()) {
        good_ = false;
        return 0;
      }
      value = value << 8 | static_cast<unsigned char>(bytes_[at_++]);
    }
    return value;
  }
  void skip_to(std::size_t at) {
    at_ = at;
    if (at > bytes_.size()) good_ = false;
  }

 private:
  std::string_view bytes_;
  std::size_t at_;
  bool good_ = true;
};

/// Reads an INDEX: its first item, and moves the cursor behind the whole.
std::optional<std::string_view> take_index(std::string_view cff, Cursor& cursor) {
  const std::uint32_t count = cursor.take(2);
  if (!cursor.good()) return std::nullopt;
  if (count == 0) return std::string_view{};
  const auto offset_size = static_cast<int>(cursor.take(1));
  if (offset_size < 1 || offset_size > 4) return std::nullopt;
  const std::size_t offsets = cursor.at();
  const std::uint32_t first = cursor.take(offset_size);
  const std::uint32_t second = cursor.take(offset_size);
  cursor.skip_to(offsets + std::size_t{count} * static_cast<std::size_t>(offset_size));
  const std::uint32_t last = cursor.take(offset_size);
  const std::size_t data = cursor.at() - 1;  // offsets count from the byte before the data
  if (!cursor.good() || first < 1 || second < first || data + second > cff.size())
    return std::nullopt;
  cursor.skip_to(data + last);
  return cff.substr(data + first, second - first);
}

struct TopDictionary {
  bool cid_keyed = false;
  std::uint32_t charset = 0;
};

TopDictionary read_top_dictionary(std::string_view dictionary) {
  TopDictionary top;
  Cursor cursor(dictionary);
  std::int64_t operand = 0;
  while (cursor.good() && !cursor.ended()) {
    const std::uint32_t byte = cursor.take(1);
    if (byte == 12) {
      if (cursor.take(1) == 30) top.cid_keyed = true;  // ROS
    } else if (byte <= 21) {
      if (byte == 15 && operand >= 0) top.charset = static_cast<std::uint32_t>(operand);
    } else if (byte == 28) {
      operand = static_cast<std::int16_t>(cursor.take(2));
    } else if (byte == 29) {
      operand = static_cast<std::int32_t>(cursor.take(4));
    } else if (byte == 30) {  // a real number, in nibbles up to 0xF
      while (cursor.good() && !cursor.ended() && (cursor.take(1) & 0xF) != 0xF) continue;
    } else if (byte >= 32 && byte <= 246) {
      operand = static_cast<std::int64_t>(byte) - 139;
    } else if (byte >= 247 && byte <= 250) {
      operand = (static_cast<std::int64_t>(byte) - 247) * 256 + cursor.take(1) + 108;
    } else if (byte >= 251 && byte <= 254) {
      operand = -(static_cast<std::int64_t>(byte) - 251) * 256 - cursor.take(1) - 108;
    }
  }
  return top;
}

}  // namespace

std::vector<std::uint16_t> cff_cids(std::string_view cff, std::uint32_t glyphs) {
  Cursor cursor(cff);
  cursor.take(2);
  cursor.skip_to(cursor.take(1));  // behind the header
  if (!cursor.good() || !take_index(cff, cursor)) return {};
  const auto dictionary = take_index(cff, cursor);
  if (!dictionary) return {};
  const TopDictionary top = read_top_dictionary(*dictionary);
  if (!top.cid_keyed || top.charset <= 2) return {};  // 0 to 2 are predefined, by names

  Cursor charset(cff, top.charset);
  const std::uint32_t format = charset.take(1);
  std::vector<std::uint16_t> cids{0};
  while (cids.size() < glyphs) {
    const std::uint32_t first = charset.take(2);
    const std::uint32_t more = format == 0 ? 0 : charset.take(format == 1 ? 1 : 2);
    if (!charset.good() || format > 2) return {};
    for (std::uint32_t i = 0; i <= more && cids.size() < glyphs; ++i)
      cids.push_back(static_cast<std::uint16_t>(first + i));
  }
  return cids;
}

}  // namespace guifan::pdfwriter
