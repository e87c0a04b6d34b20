// SPDX-License-Identifier: Apache-2.0
#include "cmap.h"

#include <gtest/gtest.h>

#include "predefined_cmaps.h"
#include "unicode_folding.h"

namespace guifan::pdf {
namespace {

TEST(CMap, ReadsToUnicodeWithRangesArraysLigaturesAndSurrogates) {
  const CMap map = parse_cmap(
      "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
      "2 beginbfchar <0001> <0066006C> <0002> <D840DC3E> endbfchar\n"
      "2 beginbfrange <0010> <0012> <4E00> <0020> <0021> [<4E8C> <4E09>] endbfrange\n");
  EXPECT_EQ(map.text(1), U"fl");
  EXPECT_EQ(map.text(2), U"\U0002003E");
  EXPECT_EQ(map.text(0x12), U"\u4E02");
  EXPECT_EQ(map.text(0x21), U"\u4E09");
  EXPECT_FALSE(map.text(0x13));
}

TEST(CMap, LaterDefinitionsWin) {
  const CMap map =
      parse_cmap("beginbfchar <01> <0041> endbfchar beginbfchar <01> <0042> endbfchar");
  EXPECT_EQ(map.text(1), U"B");
}

TEST(CMap, SurvivesGarbage) {
  const CMap map = parse_cmap(
      "beginbfrange <01> endbfrange begincidrange <01> <00> 5 endcidrange <zz> endbfchar [");
  EXPECT_FALSE(map.text(1));
  EXPECT_FALSE(map.cid(1, 1));
}

TEST(Codespace, ComparesByteByByte) {
  const Codespace space{0x8140, 0xfefe, 2};
  EXPECT_TRUE(space.contains(0xb0a1));
  EXPECT_FALSE(space.contains(0xb03f));
}

TEST(PredefinedCMap, ReadsGbkBytes) {
  const auto cmap = PredefinedCMap::find("GBK-EUC-H");
  ASSERT_TRUE(cmap);
  EXPECT_EQ(cmap->collection(), "GB1");
  std::uint32_t code = 0;
  ASSERT_EQ(cmap->next("\xd5\xfe\xb8\xae", code), 2U);  // 政府
  EXPECT_EQ(unicode_of_cid("GB1", *cmap->cid(code, 2)), U'政');
  ASSERT_EQ(cmap->next("2017", code), 1U);
  EXPECT_EQ(unicode_of_cid("GB1", *cmap->cid(code, 1)), U'2') << "half-width digits stay ASCII";
}

TEST(PredefinedCMap, FollowsUsecmap) {
  const auto vertical = PredefinedCMap::find("GBK-EUC-V");
  ASSERT_TRUE(vertical);
  EXPECT_TRUE(vertical->vertical());
  std::uint32_t code = 0;
  ASSERT_EQ(vertical->next("\xd5\xfe", code), 2U);
  EXPECT_EQ(unicode_of_cid("GB1", *vertical->cid(code, 2)), U'政');
}

TEST(PredefinedCMap, KnowsTraditionalCollections) {
  const auto cmap = PredefinedCMap::find("ETen-B5-H");
  ASSERT_TRUE(cmap);
  std::uint32_t code = 0;
  ASSERT_EQ(cmap->next("\xac\x46", code), 2U);
  EXPECT_EQ(unicode_of_cid(cmap->collection(), *cmap->cid(code, 2)), U'政');
  EXPECT_FALSE(PredefinedCMap::find("No-Such-H"));
}

TEST(UnicodeFolding, MapsLookalikesToWhatWasMeant) {
  EXPECT_EQ(fold_character(0x2f00), U'一');
  EXPECT_EQ(fold_character(0x2fd5), U'龠');
  EXPECT_EQ(fold_character(0x2ed4), U'门');
  EXPECT_EQ(fold_character(0xfe35), U'（');
  EXPECT_EQ(fold_character(U'政'), U'政');
  EXPECT_EQ(to_utf8(U"a\u00e9政\U0002003E"), "a\u00e9政\U0002003E");
}

}  // namespace
}  // namespace guifan::pdf
