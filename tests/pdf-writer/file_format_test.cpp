// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "cff_charset.h"
#include "font_objects.h"
#include "object_file.h"
#include "rulings.h"

namespace guifan::pdfwriter {
namespace {

TEST(Syntax, NumbersHaveNoUselessCharacters) {
  EXPECT_EQ(number(12), "12");
  EXPECT_EQ(number(12.5), "12.5");
  EXPECT_EQ(number(-0.25), "-0.25");
  EXPECT_EQ(number(3.999), "4");
  EXPECT_EQ(number(-0.001), "0");
  EXPECT_EQ(number(7.05), "7.05");
  EXPECT_EQ(coordinate(841.89), "841.9");
}

TEST(Syntax, TextStringsAreUtf16) {
  EXPECT_EQ(text_string("a中"), "<FEFF00614E2D>");
  EXPECT_EQ(text_string("\xF0\xA0\x80\x80"), "<FEFFD840DC00>");  // U+20000
  EXPECT_EQ(text_string("一\n\x01二"), "<FEFF4E0000204E8C>");
}

std::string small_file(std::string_view content) {
  ObjectFile file;
  const ObjectId stream = file.add_stream("", content);
  const ObjectId catalogue = file.add("<</Type/Catalog/Content " + reference(stream) + ">>");
  const ObjectId information = file.add("<<>>");
  return std::move(file).finish(catalogue, information);
}

TEST(ObjectFile, StartxrefPointsAtTheCrossReference) {
  const std::string file = small_file("q Q");
  EXPECT_TRUE(file.starts_with("%PDF-1.7\n"));
  const std::size_t at = file.rfind("startxref\n") + 10;
  const std::size_t offset = std::stoul(file.substr(at));
  EXPECT_NE(file.substr(offset, 40).find(" 0 obj\n<</Type/XRef"), std::string::npos);
  EXPECT_TRUE(file.ends_with("%%EOF\n"));
}

TEST(ObjectFile, IdentifierComesFromTheContent) {
  EXPECT_EQ(small_file("q Q"), small_file("q Q"));
  const auto identifier = [](const std::string& file) {
    return file.substr(file.find("/ID[<") + 5, 32);
  };
  EXPECT_NE(identifier(small_file("q Q")), identifier(small_file("q q Q Q")));
}

TEST(ToUnicode, BlocksHoldAHundredAndAstralCharactersTwoUnits) {
  std::map<std::uint16_t, char32_t> characters;
  for (std::uint16_t code = 1; code <= 101; ++code) characters[code] = 0x4E00u + code;
  characters[200] = 0x20000;
  const std::string cmap = to_unicode_cmap(characters);
  EXPECT_NE(cmap.find("100 beginbfchar\n<0001> <4E01>\n"), std::string::npos);
  EXPECT_NE(cmap.find("2 beginbfchar\n"), std::string::npos);
  EXPECT_NE(cmap.find("<00C8> <D840DC00>\n"), std::string::npos);
}

/// A CFF table of three glyphs as far as the charset: CIDs 0, 700, 701.
std::string cid_keyed_font() {
  using namespace std::string_literals;
  const std::string header = "\x01\x00\x04\x01"s;
  const std::string names = "\x00\x01\x01\x01\x02X"s;
  // Three operands and ROS (12 30); then the charset's offset, 35, and operator 15.
  const std::string dictionary = "\x8B\x8B\x8B\x0C\x1E\x1D"s + "\x00\x00\x00\x1F"s + "\x0F"s;
  const std::string top = "\x00\x01\x01\x01\x0C"s + dictionary;
  const std::string rest = std::string(31 - header.size() - names.size() - top.size(), '\0');
  return header + names + top + rest + "\x02\x02\xBC\x00\x01"s;
}

TEST(CffCharset, CidsOfRanges) {
  EXPECT_EQ(cff_cids(cid_keyed_font(), 3), (std::vector<std::uint16_t>{0, 700, 701}));
}

TEST(CffCharset, NothingIsReadBehindTheEnd) {
  const std::string whole = cid_keyed_font();
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_TRUE(cff_cids(std::string_view(whole).substr(0, size), 3).empty()) << size;
  EXPECT_TRUE(cff_cids(whole, 4).empty());  // more glyphs than the charset names
}

TEST(Rulings, SharedSidesAreDrawnOnceAndJoined) {
  const std::vector<Rectangle> boxes{{10, 10, 20, 5}, {30, 10, 20, 5}, {10, 15, 40, 5}};
  const std::vector<Ruling> rulings = rulings_between(boxes);
  ASSERT_EQ(rulings.size(), 6u);  // three across; left, right and the short one in the middle
  EXPECT_EQ(rulings[1].left, 10);
  EXPECT_EQ(rulings[1].right, 50);
  EXPECT_EQ(rulings[4].left, 30);
  EXPECT_EQ(rulings[4].bottom, 15);
}

}  // namespace
}  // namespace guifan::pdfwriter
