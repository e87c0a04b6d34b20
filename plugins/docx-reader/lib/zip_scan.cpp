// SPDX-License-Identifier: Apache-2.0
#include "zip_scan.h"

#include <zlib.h>

#include <algorithm>
#include <array>

#include "docx_limits.h"

namespace guifan::docx {
namespace {

constexpr std::string_view kLocalSignature{"PK\x03\x04", 4};
constexpr std::string_view kDescriptorSignature{"PK\x07\x08", 4};
constexpr std::size_t kHeaderBytes = 30;

std::uint32_t little_endian(std::string_view bytes, std::size_t offset, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count && offset + i < bytes.size(); ++i)
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[offset + i])) << (8 * i);
  return value;
}

bool plausible_name(std::string_view name) {
  return !name.empty() && name.size() < 1'024 && std::none_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20;
  });
}

struct Inflater {
  z_stream stream{};
  bool ready = false;
  Inflater() { ready = inflateInit2(&stream, -MAX_WBITS) == Z_OK; }
  ~Inflater() {
    if (ready) inflateEnd(&stream);
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
};

std::uint32_t checksum_of(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      crc32_z(crc32_z(0, nullptr, 0), reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

// Where a data descriptor follows, it is the only witness of the checksum; its signature is
// optional.
std::uint32_t expected_checksum(std::string_view bytes, const LocalEntry& entry,
                                std::size_t data_end) {
  if (!entry.descriptor_follows) return entry.checksum;
  if (bytes.substr(std::min(data_end, bytes.size()), 4) == kDescriptorSignature) data_end += 4;
  return little_endian(bytes, data_end, 4);
}

}  // namespace

std::vector<LocalEntry> scan_local_headers(
    std::string_view bytes, const std::map<std::string, std::uint64_t>& packed_sizes) {
  std::vector<LocalEntry> entries;
  std::size_t at = 0;
  while (entries.size() <= limits::archive_entries) {
    at = bytes.find(kLocalSignature, at);
    if (at == std::string_view::npos || bytes.size() - at < kHeaderBytes) break;
    const std::uint32_t flags = little_endian(bytes, at + 6, 2);
    const std::size_t name_size = little_endian(bytes, at + 26, 2);
    const std::size_t extra_size = little_endian(bytes, at + 28, 2);
    const std::string_view name = bytes.substr(at + kHeaderBytes, name_size);
    LocalEntry entry;
    entry.method = static_cast<std::uint16_t>(little_endian(bytes, at + 8, 2));
    entry.data_offset = at + kHeaderBytes + name_size + extra_size;
    if (name.size() != name_size || !plausible_name(name) || entry.data_offset > bytes.size()) {
      at += kLocalSignature.size();
      continue;
    }
    entry.name = std::string(name);
    entry.encrypted = (flags & 1u) != 0;
    entry.descriptor_follows = (flags & 8u) != 0;
    entry.checksum = little_endian(bytes, at + 14, 4);
    entry.packed_bytes = little_endian(bytes, at + 18, 4);
    // A claimed size is only used to step over data where another record really starts there.
    std::uint64_t size = entry.descriptor_follows ? 0 : entry.packed_bytes;
    if (const auto known = packed_sizes.find(entry.name); size == 0 && known != packed_sizes.end())
      size = known->second;
    const std::size_t next =
        entry.data_offset + static_cast<std::size_t>(std::min<std::uint64_t>(size, bytes.size()));
    at = bytes.substr(std::min(next, bytes.size()), 2) == "PK" ? next : entry.data_offset;
    entries.push_back(std::move(entry));
  }
  return entries;
}

Unpacked unpack_local(std::string_view bytes, const LocalEntry& entry, std::size_t most_bytes,
                      std::string& out) {
  out.clear();
  if (entry.encrypted) return Unpacked::Unsupported;
  const std::string_view rest = bytes.substr(std::min(entry.data_offset, bytes.size()));
  if (entry.method == 0) {
    if (entry.descriptor_follows)
      return Unpacked::Unsupported;  // nothing says where stored data ends
    if (entry.packed_bytes > most_bytes) return Unpacked::OverLimit;
    out.assign(rest.substr(0, entry.packed_bytes));
    if (out.size() < entry.packed_bytes) return Unpacked::Truncated;
    return checksum_of(out) == entry.checksum ? Unpacked::Complete : Unpacked::Corrupt;
  }
  if (entry.method != 8) return Unpacked::Unsupported;

  Inflater inflater;
  if (!inflater.ready) return Unpacked::Corrupt;
  z_stream& stream = inflater.stream;
  stream.next_in =
      reinterpret_cast<Bytef*>(const_cast<char*>(rest.data()));  // NOLINT: zlib's C interface
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(rest.size(), 0xFFFFFFFFu));
  std::array<char, 65'536> buffer;
  for (;;) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    const int state = inflate(&stream, Z_NO_FLUSH);
    const std::size_t delivered = buffer.size() - stream.avail_out;
    if (out.size() + delivered > most_bytes) return Unpacked::OverLimit;
    out.append(buffer.data(), delivered);
    if (out.size() > limits::inflate_ratio_from_bytes &&
        out.size() / limits::inflate_ratio > stream.total_in)
      return Unpacked::OverLimit;
    if (state == Z_STREAM_END) break;
    if (state == Z_BUF_ERROR || (state == Z_OK && stream.avail_in == 0 && delivered == 0))
      return Unpacked::Truncated;
    if (state != Z_OK) return Unpacked::Corrupt;
  }
  const std::size_t data_end = entry.data_offset + stream.total_in;
  return checksum_of(out) == expected_checksum(bytes, entry, data_end) ? Unpacked::Complete
                                                                       : Unpacked::Corrupt;
}

}  // namespace guifan::docx
