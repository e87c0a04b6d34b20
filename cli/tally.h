// SPDX-License-Identifier: Apache-2.0
// What became of many inputs, in one message at the end.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "guifan/diagnostic.h"

namespace guifan::cli {

class Tally {
 public:
  void done(bool with_warnings) { ++(with_warnings ? looked_at_ : clean_); }
  void kept() { ++kept_; }
  /// `id`: of the message that said why.
  void failed(const std::string& id) { ++failures_[id]; }

  /// CLI-051 where some failed or were not tried, else CLI-050. `inputs`: how many there were.
  Diagnostic message(std::size_t inputs) const;

 private:
  std::size_t clean_ = 0, looked_at_ = 0, kept_ = 0;
  std::map<std::string, std::size_t> failures_;
};

}  // namespace guifan::cli
