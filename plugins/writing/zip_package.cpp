// SPDX-License-Identifier: Apache-2.0
#include "writing/zip_package.h"

#include <zip.h>

#include <memory>

namespace guifan::writing {
namespace {

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct DiscardArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;
using Archive = std::unique_ptr<zip_t, DiscardArchive>;

/// 1980-01-01, the first date that ZIP knows.
constexpr zip_uint16_t kFirstDosDate = 0x21;
/// A report is small: the last few per cent of size are not worth twice the time.
constexpr zip_uint32_t kDeflateLevel = 2;
constexpr zip_uint32_t kPlainFile = 0100644u << 16;

bool add_part(zip_t* archive, const PackagePart& part) {
  zip_source_t* content = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
  if (content == nullptr) return false;
  const zip_int64_t index = zip_file_add(archive, part.name.c_str(), content, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(content);
    return false;
  }
  const auto entry = static_cast<zip_uint64_t>(index);
  return zip_file_set_dostime(archive, entry, 0, kFirstDosDate, 0) == 0 &&
         zip_file_set_external_attributes(archive, entry, 0, ZIP_OPSYS_UNIX, kPlainFile) == 0 &&
         zip_set_file_compression(archive, entry, ZIP_CM_DEFLATE, kDeflateLevel) == 0;
}

std::optional<std::string> read_all(zip_source_t* source) {
  if (zip_source_open(source) != 0) return std::nullopt;
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0) return std::nullopt;
  std::string bytes(stat.size, '\0');
  const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (got < 0 || static_cast<zip_uint64_t>(got) != bytes.size()) return std::nullopt;
  return bytes;
}

}  // namespace

std::optional<std::string> write_package(const std::vector<PackagePart>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  Source target(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!target) return std::nullopt;
  // Closing the archive takes one reference; ours is read afterwards.
  zip_source_keep(target.get());
  Archive archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, &error));
  if (!archive) {
    zip_source_free(target.get());
    return std::nullopt;
  }
  for (const PackagePart& part : parts)
    if (!add_part(archive.get(), part)) return std::nullopt;
  if (zip_close(archive.get()) != 0) return std::nullopt;
  static_cast<void>(archive.release());  // zip_close() has freed it
  return read_all(target.get());
}

}  // namespace guifan::writing
