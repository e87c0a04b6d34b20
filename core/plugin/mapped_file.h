// SPDX-License-Identifier: Apache-2.0
// A read-only file in memory, for a look at headers without reading the rest.
#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <span>
#include <string>

#include "guifan/unique_fd.h"

namespace guifan::plugin {

class MappedFile {
 public:
  explicit MappedFile(const std::filesystem::path& file) {
    const UniqueFd fd(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat facts {};
    if (fd.get() < 0 || fstat(fd.get(), &facts) != 0) {
      error_ = std::strerror(errno);
    } else if (!S_ISREG(facts.st_mode)) {
      error_ = "not a regular file";
    } else if (facts.st_size > 0) {
      size_ = static_cast<std::size_t>(facts.st_size);
      data_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, fd.get(), 0);
      if (data_ == MAP_FAILED) {
        error_ = std::strerror(errno);
        data_ = nullptr;
        size_ = 0;
      }
    }
  }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile() {
    if (data_) munmap(data_, size_);
  }
  /// Empty when the file is there and readable.
  const std::string& error() const { return error_; }
  std::span<const std::byte> bytes() const { return {static_cast<const std::byte*>(data_), size_}; }

 private:
  void* data_ = nullptr;
  std::size_t size_ = 0;
  std::string error_;
};

}  // namespace guifan::plugin
