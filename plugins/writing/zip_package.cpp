// SPDX-License-Identifier: Apache-2.0
#include "writing/zip_package.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace guifan::writing {
namespace {

// APPNOTE 6.3.x, 4.3.7, 4.3.12 and 4.3.16.
constexpr std::uint32_t kLocalSignature = 0x04034b50, kDirectorySignature = 0x02014b50,
                        kEndSignature = 0x06054b50;
constexpr std::size_t kLocalHeaderBytes = 30;
constexpr std::uint16_t kVersionNeeded = 20, kMadeByUnix = 3 << 8 | 20, kUtf8Names = 1 << 11,
                        kDeflated = 8;
/// 1980-01-01, the first date that ZIP knows.
constexpr std::uint16_t kFirstDosDate = 0x21;
/// A report is small: the last few per cent of size are not worth twice the time.
constexpr int kDeflateLevel = 2;
constexpr std::uint32_t kPlainFile = 0100644u << 16;
constexpr int kMemoryLevel = 8;  // zlib's own default

void put(std::string& out, std::size_t count, std::uint64_t value) {
  for (std::size_t i = 0; i < count; ++i) out += static_cast<char>(value >> (8 * i) & 0xff);
}

}  // namespace

PackageWriter::PackageWriter() : stream_(std::make_unique<z_stream_s>()) {
  failed_ = deflateInit2(stream_.get(), kDeflateLevel, Z_DEFLATED, -MAX_WBITS, kMemoryLevel,
                         Z_DEFAULT_STRATEGY) != Z_OK;
}

PackageWriter::~PackageWriter() {
  deflateEnd(stream_.get());
}

void PackageWriter::begin_part(std::string_view name) {
  Entry entry;
  entry.name = name;
  entry.offset = package_.size();
  entry.checksum = static_cast<std::uint32_t>(crc32_z(0, nullptr, 0));
  package_.append(kLocalHeaderBytes, '\0');  // filled in when the sizes are known
  package_ += name;
  entries_.push_back(std::move(entry));
  failed_ = failed_ || deflateReset(stream_.get()) != Z_OK;
}

void PackageWriter::write(std::string_view bytes) {
  Entry& entry = entries_.back();
  entry.bytes += bytes.size();
  entry.checksum = static_cast<std::uint32_t>(
      crc32_z(entry.checksum, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
  while (!bytes.empty() && !failed_) {
    const std::size_t now = std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max());
    stream_->next_in =
        reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT: zlib's C interface
    stream_->avail_in = static_cast<uInt>(now);
    deflate_all(Z_NO_FLUSH);
    bytes.remove_prefix(now);
  }
}

void PackageWriter::deflate_all(int flush) {
  std::array<char, 32'768> buffer;
  int state = Z_OK;
  do {
    stream_->next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream_->avail_out = static_cast<uInt>(buffer.size());
    state = deflate(stream_.get(), flush);
    const std::size_t delivered = buffer.size() - stream_->avail_out;
    package_.append(buffer.data(), delivered);
    entries_.back().packed_bytes += delivered;
    failed_ = failed_ || (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR);
  } while (!failed_ && (stream_->avail_out == 0 || (flush == Z_FINISH && state != Z_STREAM_END)));
}

void PackageWriter::end_part() {
  if (failed_) return;
  stream_->avail_in = 0;
  deflate_all(Z_FINISH);
  const Entry& entry = entries_.back();
  std::string header;
  put(header, 4, kLocalSignature);
  put(header, 2, kVersionNeeded);
  put(header, 2, kUtf8Names);
  put(header, 2, kDeflated);
  put(header, 2, 0);
  put(header, 2, kFirstDosDate);
  put(header, 4, entry.checksum);
  put(header, 4, entry.packed_bytes);
  put(header, 4, entry.bytes);
  put(header, 2, entry.name.size());
  put(header, 2, 0);
  package_.replace(entry.offset, kLocalHeaderBytes, header);
}

void PackageWriter::add(std::string_view name, std::string_view bytes) {
  begin_part(name);
  write(bytes);
  end_part();
}

std::optional<std::string> PackageWriter::finish() && {
  const std::uint64_t directory = package_.size();
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
  for (const Entry& entry : entries_) {
    failed_ = failed_ || entry.bytes > kMost;
    put(package_, 4, kDirectorySignature);
    put(package_, 2, kMadeByUnix);
    put(package_, 2, kVersionNeeded);
    put(package_, 2, kUtf8Names);
    put(package_, 2, kDeflated);
    put(package_, 2, 0);
    put(package_, 2, kFirstDosDate);
    put(package_, 4, entry.checksum);
    put(package_, 4, entry.packed_bytes);
    put(package_, 4, entry.bytes);
    put(package_, 2, entry.name.size());
    put(package_, 8, 0);  // no extra field, no comment, disk 0, binary
    put(package_, 4, kPlainFile);
    put(package_, 4, entry.offset);
    package_ += entry.name;
  }
  const std::uint64_t directory_bytes = package_.size() - directory;
  put(package_, 4, kEndSignature);
  put(package_, 4, 0);
  put(package_, 2, entries_.size());
  put(package_, 2, entries_.size());
  put(package_, 4, directory_bytes);
  put(package_, 4, directory);
  put(package_, 2, 0);
  if (failed_ || package_.size() > kMost) return std::nullopt;
  return std::move(package_);
}

}  // namespace guifan::writing
