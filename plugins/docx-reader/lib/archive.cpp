// SPDX-License-Identifier: Apache-2.0
#include "archive.h"

#include <zip.h>

#include <algorithm>
#include <array>

#include "docx_limits.h"

namespace guifan::docx {
namespace {

/// Documents rarely unpack to more; a claim of more is waited for, not believed.
constexpr std::uint64_t kLikelyRatio = 100;

Failure over_limit(std::string_view limit, std::string_view part) {
  return {sdk::Status::LimitExceeded, "DOCX-005", {std::string(limit), std::string(part)}};
}
Failure damaged_part(std::string_view part, std::string_view why) {
  return {sdk::Status::Malformed, "DOCX-004", {std::string(part), std::string(why)}};
}

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

std::string part_key(std::string_view name) {
  while (!name.empty() && (name.front() == '/' || name.front() == '\\')) name.remove_prefix(1);
  std::string key(name);
  for (char& c : key) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '\\') c = '/';
  }
  return key;
}

void Archive::CloseZip::operator()(zip* archive) const {
  zip_discard(archive);
}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

void Archive::add_entry(std::string_view name, std::uint64_t index) {
  if (name.empty() || name.back() == '/') return;  // a folder
  const auto [known, added] = entries_.try_emplace(part_key(name), index);
  if (!added) duplicates_.push_back(known->first);
}

bool Archive::open_directory() {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, &error);
  if (source) zip_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (source && !zip_) zip_source_free(source);
  zip_error_fini(&error);
  return zip_ != nullptr;
}

Expected<Archive> Archive::open(std::string_view bytes) {
  Archive archive;
  archive.bytes_ = bytes;
  if (archive.open_directory()) {
    const zip_int64_t count = zip_get_num_entries(archive.zip_.get(), 0);
    if (count > static_cast<zip_int64_t>(limits::archive_entries))
      return over_limit("archive_entries", "ZIP");
    std::map<std::string, std::uint64_t> packed_sizes;
    for (zip_int64_t i = 0; i < count; ++i) {
      zip_stat_t stat;
      zip_stat_init(&stat);
      if (zip_stat_index(archive.zip_.get(), static_cast<zip_uint64_t>(i), 0, &stat) != 0 ||
          !stat.name)
        continue;
      archive.add_entry(stat.name, static_cast<std::uint64_t>(i));
      if ((stat.valid & ZIP_STAT_COMP_SIZE) != 0) packed_sizes.emplace(stat.name, stat.comp_size);
    }
    archive.local_ = scan_local_headers(bytes, packed_sizes);
    if (!archive.entries_.empty()) {
      for (const LocalEntry& entry : archive.local_)
        if (entry.name.back() != '/' && !archive.has(entry.name))
          archive.lost_.push_back(entry.name);
      return archive;
    }
  }
  if (archive.local_.empty()) archive.local_ = scan_local_headers(bytes);
  if (archive.local_.size() > limits::archive_entries) return over_limit("archive_entries", "ZIP");
  if (archive.local_.empty()) return Failure{sdk::Status::Malformed, "DOCX-002", {}};
  archive.zip_.reset();
  archive.recovered_ = true;
  for (std::size_t i = 0; i < archive.local_.size(); ++i)
    archive.add_entry(archive.local_[i].name, i);
  return archive;
}

std::vector<std::string> Archive::names(std::string_view prefix) const {
  std::vector<std::string> found;
  for (auto entry = entries_.lower_bound(std::string(prefix)); entry != entries_.end(); ++entry) {
    if (!entry->first.starts_with(prefix)) break;
    found.push_back(entry->first);
  }
  return found;
}

bool Archive::adopt_lost(std::string_view name) {
  const std::string key = part_key(name);
  for (std::size_t i = 0; i < local_.size(); ++i)
    if (part_key(local_[i].name) == key) {
      adopted_.emplace(key, i);
      std::erase_if(lost_, [&key](const std::string& lost) { return part_key(lost) == key; });
      rescued_.push_back(key);
      return true;
    }
  return false;
}

Expected<std::string> Archive::read(std::string_view name) {
  const std::string key = part_key(name);
  const auto entry = entries_.find(key);
  const auto adopted = adopted_.find(key);
  if (entry == entries_.end() && adopted == adopted_.end()) return damaged_part(key, "missing");
  const std::size_t most_bytes =
      std::min(limits::part_bytes, limits::package_bytes - unpacked_bytes_);
  if (entry == entries_.end()) return read_local(local_[adopted->second], key, most_bytes);
  if (recovered_) return read_local(local_[entry->second], key, most_bytes);
  auto part = read_through_directory(key, entry->second, most_bytes);
  if (part || part.failure().status != sdk::Status::Malformed) return part;
  // The directory may point to the wrong place while the part itself is whole.
  for (const LocalEntry& local : local_) {
    if (part_key(local.name) != key) continue;
    if (auto rescued = read_local(local, key, most_bytes)) {
      rescued_.push_back(key);
      return rescued;
    }
  }
  return part;
}

Expected<std::string> Archive::read_local(const LocalEntry& entry, const std::string& key,
                                          std::size_t most_bytes) {
  std::string out;
  switch (unpack_local(bytes_, entry, most_bytes, out)) {
    case Unpacked::Complete:
      unpacked_bytes_ += out.size();
      return out;
    case Unpacked::Truncated:
      return damaged_part(key, "truncated");
    case Unpacked::Corrupt:
      return damaged_part(key, "checksum or compressed data wrong");
    case Unpacked::OverLimit:
      return over_limit("part_bytes", key);
    case Unpacked::Unsupported:
      return damaged_part(key, "compression method not supported");
  }
  return damaged_part(key, "unreadable");
}

Expected<std::string> Archive::read_through_directory(const std::string& key, std::uint64_t index,
                                                      std::size_t most_bytes) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(zip_.get(), index, 0, &stat) != 0)
    return damaged_part(key, zip_strerror(zip_.get()));
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
    return Failure{sdk::Status::Unsupported, "DOCX-007", {key}};
  std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(zip_.get(), index, 0));
  if (!file) return damaged_part(key, zip_strerror(zip_.get()));
  const std::uint64_t packed =
      (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : bytes_.size();
  std::string out;
  // The size that the file claims is a hint only: it never reserves more than could come out.
  if ((stat.valid & ZIP_STAT_SIZE) != 0)
    out.reserve(std::min<std::uint64_t>(
        {stat.size, most_bytes, std::min<std::uint64_t>(packed, bytes_.size()) * kLikelyRatio}));
  std::array<char, 65'536> buffer;
  for (;;) {
    const zip_int64_t count = zip_fread(file.get(), buffer.data(), buffer.size());
    if (count < 0) return damaged_part(key, zip_file_strerror(file.get()));
    if (count == 0) break;
    out.append(buffer.data(), static_cast<std::size_t>(count));
    if (out.size() > most_bytes)
      return over_limit(most_bytes < limits::part_bytes ? "package_bytes" : "part_bytes", key);
    if (out.size() > limits::inflate_ratio_from_bytes &&
        out.size() / limits::inflate_ratio > std::min<std::uint64_t>(packed, bytes_.size()))
      return over_limit("inflate_ratio", key);
  }
  unpacked_bytes_ += out.size();
  return out;
}

}  // namespace guifan::docx
