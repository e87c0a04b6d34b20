// SPDX-License-Identifier: Apache-2.0
// The ZIP container of a package: parts by name, unpacked under limits.
//
// libzip reads it through the central directory. Where that is unusable the local headers are
// scanned instead, and recovered() says so. The bytes are borrowed and must outlive the archive.
// One thread at a time.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "failure.h"
#include "zip_scan.h"

struct zip;

namespace guifan::docx {

/// A part name as the packaging standard compares it: no leading slash, lower-case ASCII, '\' as
/// '/'.
std::string part_key(std::string_view name);

class Archive {
 public:
  /// Fails with DOCX-002 where the bytes hold no ZIP at all, DOCX-005 over the entry limit.
  static Expected<Archive> open(std::string_view bytes);
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  bool has(std::string_view name) const {
    return entries_.contains(part_key(name)) || adopted_.contains(part_key(name));
  }
  /// Part keys that start with `prefix`, sorted.
  std::vector<std::string> names(std::string_view prefix = {}) const;
  /// The unpacked part. Damage, encryption and limits are failures that name the part.
  Expected<std::string> read(std::string_view name);

  /// The central directory was unusable: parts come from the local headers.
  bool recovered() const { return recovered_; }
  /// Names that occur more than once; the first one is read.
  const std::vector<std::string>& duplicates() const { return duplicates_; }
  /// Parts that the directory misplaces and that were read at their local header.
  const std::vector<std::string>& rescued() const { return rescued_; }
  /// Takes a part that the directory lost from its local header, for reading; false where there is
  /// none.
  bool adopt_lost(std::string_view name);
  /// Parts that stand in the file but not in its central directory.
  const std::vector<std::string>& lost_by_directory() const { return lost_; }

 private:
  struct CloseZip {
    void operator()(zip* archive) const;
  };
  Archive() = default;
  bool open_directory();
  void add_entry(std::string_view name, std::uint64_t index);
  Expected<std::string> read_through_directory(const std::string& key, std::uint64_t index,
                                               std::size_t most_bytes);
  Expected<std::string> read_local(const LocalEntry& entry, const std::string& key,
                                   std::size_t most_bytes);

  std::string_view bytes_;
  std::unique_ptr<zip, CloseZip> zip_;
  std::map<std::string, std::uint64_t> entries_;  // key -> index in the directory, or in local_
  std::vector<LocalEntry> local_;
  std::vector<std::string> duplicates_, lost_, rescued_;
  std::map<std::string, std::size_t> adopted_;  // key -> index in local_
  std::size_t unpacked_bytes_ = 0;
  bool recovered_ = false;
};

}  // namespace guifan::docx
