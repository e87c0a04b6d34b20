// SPDX-License-Identifier: Apache-2.0
#include "progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "display_width.h"

namespace guifan::cli {
namespace {
constexpr std::size_t kFewest = 3;  // fewer inputs need no bar
constexpr std::size_t kBar = 24;
}  // namespace

Progress::Progress(std::size_t total, bool quiet)
    : total_(total), shown_(!quiet && total >= kFewest && isatty(STDERR_FILENO)) {}

void Progress::next(std::string_view name) {
  if (!shown_) return;
  const std::size_t filled = done_ * kBar / total_;
  ++done_;
  fmt::print(stderr, "\r\x1b[K[{}{}] {}/{} {}", std::string(filled, '='),
             std::string(kBar - filled, ' '), done_, total_, shorten(printable(name), 40));
  std::fflush(stderr);
}

void Progress::clear() {
  if (shown_ && done_ != 0) std::fputs("\r\x1b[K", stderr);
}

}  // namespace guifan::cli
