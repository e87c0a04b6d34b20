// SPDX-License-Identifier: Apache-2.0
#include "progress.h"

#include <fmt/format.h>

#include "display_width.h"

namespace guifan::cli {
namespace {
constexpr std::size_t kFewest = 3;  // fewer inputs need no bar
constexpr std::size_t kBar = 24;
constexpr std::size_t kName = 40;
}  // namespace

void Progress::next(std::string_view name) {
  if (total_ < kFewest) return;
  const std::size_t filled = done_ * kBar / total_;
  ++done_;
  messages_.show_status(fmt::format("[{}{}] {}/{} {}", std::string(filled, '='),
                                    std::string(kBar - filled, ' '), done_, total_,
                                    shorten(printable(name), kName)));
}

}  // namespace guifan::cli
