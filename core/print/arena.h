// SPDX-License-Identifier: Apache-2.0
// Memory behind a guifan_report_view: strings and arrays that never move once they are kept.
#pragma once

#include <deque>
#include <memory>
#include <string>
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
    const std::string& kept = strings_.emplace_back(text);
    return {kept.data(), kept.size()};
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
  std::deque<std::string> strings_;
  std::deque<std::shared_ptr<const void>> arrays_;
};

}  // namespace guifan::print
