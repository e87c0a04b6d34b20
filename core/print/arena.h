// SPDX-License-Identifier: Apache-2.0
// Memory behind a guifan_report_view: strings and arrays that never move once they are kept.
#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "guifan/plugin_abi.h"

namespace guifan::print {

/// Keeps copies and hands out borrowed pointers, valid as long as the arena lives.
class Arena {
 public:
  guifan_string keep(std::string_view text) {
    if (text.empty()) return {"", 0};
    if (text.size() > free_) {
      // A long text gets a chunk of its own; the rest of the current one is not given up for it.
      const bool own_chunk = text.size() > kChunkBytes / 4;
      const std::size_t bytes = own_chunk ? text.size() : kChunkBytes;
      chunks_.push_back(std::make_unique_for_overwrite<char[]>(bytes));
      if (own_chunk) {
        std::copy(text.begin(), text.end(), chunks_.back().get());
        return {chunks_.back().get(), text.size()};
      }
      next_ = chunks_.back().get();
      free_ = bytes;
    }
    char* kept = next_;
    std::copy(text.begin(), text.end(), kept);
    next_ += text.size();
    free_ -= text.size();
    return {kept, text.size()};
  }

  /// nullptr for an empty array.
  template <typename T>
  const T* keep(std::vector<T> items) {
    if (items.empty()) return nullptr;
    auto kept = std::make_shared<const std::vector<T>>(std::move(items));
    const T* data = kept->data();
    arrays_.push_back(std::move(kept));
    return data;
  }

 private:
  static constexpr std::size_t kChunkBytes = 65'536;
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* next_ = nullptr;  ///< free part of the newest shared chunk
  std::size_t free_ = 0;
  std::deque<std::shared_ptr<const void>> arrays_;
};

}  // namespace guifan::print
