// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <string>
#include <vector>

#include "guifan/text.h"

namespace guifan {
namespace {

const std::string kSimplified =
    "二、主动公开政府信息情况。本机关全年公开信息三百条，其中规范性文件五件。";
const std::string kTraditional =
    "二、主動公開政府信息情況。本機關全年公開信息三百條，其中規範性文件五件。";

std::string encode(const std::string& utf8, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::string bytes(utf8.size() * 3 + 8, '\0');
  const int32_t length =
      ucnv_convert(encoding, "UTF-8", bytes.data(), static_cast<int32_t>(bytes.size()), utf8.data(),
                   static_cast<int32_t>(utf8.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status));
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

DecodedText read(const std::string& bytes, std::string_view declared = "") {
  return decode(std::as_bytes(std::span(bytes)), declared);
}

TEST(Decode, EachEncodingWithoutDeclaration) {
  for (const char* name : {"UTF-8", "gb18030", "UTF-16LE", "UTF-16BE"}) {
    const DecodedText text = read(encode(kSimplified, name));
    EXPECT_EQ(text.utf8, kSimplified) << name;
    EXPECT_EQ(text.invalid_sequences, 0U);
    EXPECT_GT(text.confidence, 0.5);
  }
  EXPECT_EQ(read(encode(kSimplified, "gb18030")).encoding, "GB18030");
  EXPECT_EQ(read(encode(kTraditional, "Big5")).encoding, "Big5");
  EXPECT_EQ(read(encode(kTraditional, "Big5")).utf8, kTraditional);
}

TEST(Decode, ByteOrderMarksGoAway) {
  EXPECT_EQ(read("\xEF\xBB\xBF" + kSimplified).utf8, kSimplified);
  EXPECT_EQ(read("\xFF\xFE" + encode(kSimplified, "UTF-16LE")).utf8, kSimplified);
  EXPECT_EQ(read("\xFE\xFF" + encode(kSimplified, "UTF-16BE")).encoding, "UTF-16BE");
}

TEST(Decode, FewBadBytesDoNotFlipAPage) {
  std::string page;
  for (int i = 0; i < 40; ++i) page += kSimplified;
  for (std::size_t i = 0; i < 20; ++i) page.insert((kSimplified.size() + 1) * i, "\xFF");
  const DecodedText text = read(page, "gb2312");
  EXPECT_EQ(text.encoding, "UTF-8");
  EXPECT_EQ(text.invalid_sequences, 20U);
  EXPECT_TRUE(text.declared_wrong);

  // Far behind what is judged, too.
  while (page.size() < 400'000) page += kSimplified;
  const DecodedText longer = read(page + "\xFF" + kSimplified);
  EXPECT_EQ(longer.encoding, "UTF-8");
  EXPECT_EQ(longer.invalid_sequences, 21U);
}

TEST(Decode, WrongDeclarationIsNotFollowed) {
  const DecodedText text = read(encode(kSimplified, "gb18030"), "utf-8");
  EXPECT_EQ(text.encoding, "GB18030");
  EXPECT_TRUE(text.declared_wrong);
  EXPECT_FALSE(read(encode(kSimplified, "gb18030"), "GB2312").declared_wrong);
  EXPECT_EQ(read(encode(kTraditional, "Big5"), "gb2312").encoding, "Big5");
}

TEST(Decode, OldTablesLoseNothing) {
  // Characters of GBK and GB18030 on a page that says gb2312; 0x80 is the euro sign.
  EXPECT_EQ(read(encode("朱镕基主持政府信息公开工作\xE2\x80\xA2会议", "gb18030"), "gb2312").utf8,
            "朱镕基主持政府信息公开工作•会议");
  EXPECT_EQ(read(encode("政府信息公开", "gb18030") + "\x80", "gbk").utf8, "政府信息公开€");
}

TEST(Decode, ShortTexts) {
  EXPECT_EQ(read(encode("总计", "gb18030")).utf8, "总计");
  EXPECT_EQ(read(encode("年度報告", "Big5")).utf8, "年度報告");
  EXPECT_EQ(read("").utf8, "");
  EXPECT_EQ(read("1,2\r\n3\r4").utf8, "1,2\n3\n4");
}

TEST(Decode, NulAndCutEnds) {
  EXPECT_EQ(read(std::string("a\0b", 3)).utf8, "ab");
  const DecodedText cut = read(kSimplified.substr(0, kSimplified.size() - 1));
  EXPECT_EQ(cut.encoding, "UTF-8");
  EXPECT_EQ(cut.invalid_sequences, 1U);
}

}  // namespace
}  // namespace guifan
