// SPDX-License-Identifier: Apache-2.0
// What this run has converted already. An archive holds the same file under many names, a hanging
// one costs a whole time limit: neither is tried twice.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "failure.h"

namespace guifan::office {

/// Lives as long as the process. Safe to call from several threads; two that ask for the same file
/// at the same time may both convert it.
class ConversionCache {
 public:
  using Outcome = docx::Expected<std::string>;

  /// What came out for these bytes under this name of program, format and time limit; nullptr where
  /// nothing is known.
  std::shared_ptr<const Outcome> find(std::string_view settings, std::string_view source);
  /// Keeps the outcome and gives it back. Passing faults (no disk, no process) are not kept; the
  /// oldest outcomes go when the whole is over the limit.
  std::shared_ptr<const Outcome> keep(std::string_view settings, std::string_view source,
                                      Outcome outcome);

 private:
  struct Entry {
    std::string settings, source;  ///< compared whole: a hash could be made to collide
    std::shared_ptr<const Outcome> outcome;
    std::size_t bytes = 0;
  };
  std::mutex mutex_;
  std::list<Entry> entries_;  ///< newest first
  std::size_t bytes_ = 0;
};

}  // namespace guifan::office
