// SPDX-License-Identifier: Apache-2.0
#include "tally.h"

#include <fmt/format.h>

namespace guifan::cli {

Diagnostic Tally::message(std::size_t inputs) const {
  std::size_t failed = 0;
  std::string reasons;
  for (const auto& [id, count] : failures_) {
    failed += count;
    reasons += fmt::format("{}{} × {}", reasons.empty() ? "" : ", ", id, count);
  }
  const std::size_t done = clean_ + looked_at_;
  const std::size_t left = inputs - done - kept_ - failed;
  std::vector<std::string> numbers{std::to_string(inputs), std::to_string(done),
                                   std::to_string(looked_at_), std::to_string(kept_)};
  if (failed == 0 && left == 0) return make_diagnostic("CLI-050", std::move(numbers));
  for (std::string more :
       {std::to_string(failed), reasons.empty() ? std::string("-") : reasons, std::to_string(left)})
    numbers.push_back(std::move(more));
  return make_diagnostic("CLI-051", std::move(numbers));
}

}  // namespace guifan::cli
