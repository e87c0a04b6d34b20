// SPDX-License-Identifier: Apache-2.0
#include "rebuild.h"

#include <gtest/gtest.h>

namespace guifan::pdf {
namespace {

TEST(Rebuild, LeavesOutNumbersThatNoObjectCanHave) {
  const std::string rebuilt = rebuild(
      "1 0 obj<</Type/ObjStm/N 3/First 60/Length 80>>stream\n"
      "99999999999999999999999999 0 7 99999999999999999999999999 3 0 \n"
      "<</Type/Catalog/Inside 1>>\nendstream\nendobj");
  EXPECT_NE(rebuilt.find("3 0 obj"), std::string::npos) << rebuilt;
  EXPECT_NE(rebuilt.find("/Inside 1"), std::string::npos) << rebuilt;
  EXPECT_EQ(rebuilt.find("7 0 obj"), std::string::npos) << rebuilt;
}

}  // namespace
}  // namespace guifan::pdf
