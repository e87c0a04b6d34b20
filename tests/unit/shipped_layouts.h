// SPDX-License-Identifier: Apache-2.0
// The layouts of formats/, read once a test program.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <filesystem>

#include "guifan/layout.h"

namespace guifan {

inline const LayoutLibrary& shipped_layouts() {
  static const auto loaded =
      LayoutLibrary::load(std::array{std::filesystem::path(GUIFAN_SOURCE_DIR) / "formats"});
  EXPECT_TRUE(loaded) << loaded.error().message;
  return *loaded;
}

}  // namespace guifan
