// SPDX-License-Identifier: Apache-2.0
// Random reports as files, for tests that send them through other people's programs.
#pragma once

#include <cstdint>
#include <filesystem>

#include "guifan/layout.h"

namespace guifan::generator {

/// N.html and N.json (the truth) for N = 0, 1...: the layouts in turn, nothing damaged.
void write_sound_reports(const std::filesystem::path& folder, std::uint64_t count,
                         std::uint64_t seed, const LayoutLibrary& layouts);

/// Damaged and sound reports as a run makes them, and gold.jsonl: which file is whose, of which
/// year, in which layout.
void write_run(const std::filesystem::path& folder, std::uint64_t count, std::uint64_t seed,
               const LayoutLibrary& layouts);

}  // namespace guifan::generator
