// SPDX-License-Identifier: Apache-2.0
#include "guifan/locator.h"

#include <gtest/gtest.h>

namespace guifan {
namespace {

TEST(Locator, PrintsLinesBeforeTables) {
  EXPECT_EQ(to_string(Locator{.line = 83, .table = 2}), "line 83");
}

TEST(Locator, PrintsOnlyTheCoordinatesItHas) {
  EXPECT_EQ(to_string(Locator{.page = 3, .table = 2, .row = 5, .column = 7}), "p3 t2 r5 c7");
  EXPECT_EQ(to_string(Locator{.paragraph = 4}), "¶4");
  EXPECT_EQ(to_string(Locator{}), "");
}

}  // namespace
}  // namespace guifan
