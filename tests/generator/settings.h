// SPDX-License-Identifier: Apache-2.0
// What the generator is asked for on its command line.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace guifan::generator {

struct Settings {
  std::uint64_t count = 500, seed = 1;
  std::uint64_t show = 5;  ///< how many bad reports are shrunk and printed
  std::string keep;        ///< folder for them; empty: they are not kept
  std::string write;       ///< folder for sound reports, instead of a run
  std::string collect;     ///< folder for the reports of a run, instead of the run
};

/// The settings, or the exit code: help was printed, or a mistake was named.
std::variant<Settings, int> parse_settings(int argc, const char* const* argv);

}  // namespace guifan::generator
