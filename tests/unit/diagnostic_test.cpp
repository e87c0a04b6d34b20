// SPDX-License-Identifier: Apache-2.0
#include "guifan/diagnostic.h"

#include <gtest/gtest.h>

#include <set>

#include "diagnostic/detail_words.h"

namespace guifan {
namespace {

TEST(Catalogue, EveryEntryHasBothLanguagesAndAUniqueId) {
  std::set<std::string_view> seen;
  for (const CatalogueEntry& entry : catalogue()) {
    EXPECT_TRUE(seen.insert(entry.id).second) << entry.id << " stands twice";
    EXPECT_FALSE(entry.chinese.empty()) << entry.id;
    EXPECT_FALSE(entry.english.empty()) << entry.id;
    EXPECT_EQ(entry.chinese_cure.empty(), entry.english_cure.empty()) << entry.id;
  }
}

TEST(Message, FillsItsSlotsInBothLanguages) {
  const Diagnostic diagnostic = make_diagnostic("INT-001", {"token 7"});
  EXPECT_EQ(diagnostic.severity, Severity::Error);
  EXPECT_EQ(message_text(diagnostic, Language::English), "internal error: token 7");
  EXPECT_EQ(message_text(diagnostic, Language::Chinese), "内部错误：token 7");
}

TEST(Message, UnknownIdPrintsItsOwnText) {
  EXPECT_EQ(message_text(make_diagnostic("OTHER-1", {"from a plugin"}), Language::English),
            "from a plugin");
}

TEST(Diagnostic, DetailsOfOtherProgramsAreSaidInTheReadersLanguage) {
  const Diagnostic damaged = make_diagnostic("DOCX-023", {"word/styles.xml", "truncated"});
  EXPECT_EQ(message_text(damaged, Language::Chinese),
            "部件 word/styles.xml 无法读取（不完整），其中的内容缺失");
  EXPECT_NE(message_text(damaged, Language::English).find("(truncated)"), std::string::npos);
  EXPECT_EQ(detail_in_chinese("signal 9"), "被信号终止：9");
  EXPECT_EQ(detail_in_chinese("something new"), "something new");
}

}  // namespace
}  // namespace guifan
