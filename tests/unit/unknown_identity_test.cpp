// SPDX-License-Identifier: Apache-2.0
// A report that does not say whose it is, or of which year, is converted with a warning.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "table_reading.h"

namespace guifan {
namespace {

using ::testing::ElementsAre;

constexpr std::string_view kChapters =
    "一、概述\n本单位明确了专人。\n二、主动公开情况\n主动公开政府信息12条。\n三、依申请公开情况\n未"
    "收到申请。\n"
    "四、存在的问题\n无。\n";

std::vector<std::string> warnings(std::string_view title) {
  SourceDocument document = test::from_lines(std::string(title) + "\n" + std::string(kChapters));
  const auto report = recognise(document, shipped_layouts());
  std::vector<std::string> ids;
  for (const Diagnostic& diagnostic : report->diagnostics) ids.push_back(diagnostic.id);
  return ids;
}

TEST(UnknownIdentity, IsSaid) {
  EXPECT_THAT(warnings("松口县林业局2015年政府信息公开工作年度报告"), ElementsAre());
  EXPECT_THAT(warnings("松口县林业局政府信息公开工作年度报告"), ElementsAre("REC-007"));
  EXPECT_THAT(warnings("2015年政府信息公开工作年度报告"), ElementsAre("REC-008"));
  EXPECT_THAT(warnings("政府信息公开工作年度报告"), ElementsAre("REC-007", "REC-008"));
}

}  // namespace
}  // namespace guifan
