// SPDX-License-Identifier: Apache-2.0
// PDF output as users meet it: fonts that are there, missing, broken, or may not be embedded.
#include <fstream>

#include "process.h"

namespace guifan::cli_test {
namespace {

namespace fs = std::filesystem;

/// A font of Latin letters that most systems have.
constexpr const char* kLatinFont = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
constexpr const char* kChineseFont = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc";

class PdfOutput : public CommandLine {
 protected:
  void SetUp() override {
    CommandLine::SetUp();
    write("old.txt", small_report());
  }
  Outcome convert(std::vector<std::string> more) const {
    std::vector<std::string> arguments{"convert", "old.txt", "-o", "new.pdf"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  }
};

TEST_F(PdfOutput, MissingFontNamesThePackage) {
  fs::create_directory(folder_ / "empty");
  const Outcome outcome = convert({"--option", "font-folder=empty"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("PDF-101"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("fonts-noto-cjk"), std::string::npos) << outcome.err;
  EXPECT_FALSE(exists("new.pdf"));
}

TEST_F(PdfOutput, FilesThatAreNoFontsAreRefused) {
  write("no-font.ttf", "this is no font");
  for (const char* font : {"no-font.ttf", "not-there.otf", "old.txt#1"}) {
    const Outcome outcome = convert({"--font", font});
    EXPECT_EQ(outcome.code, 2) << font;
    EXPECT_NE(outcome.err.find("PDF-102"), std::string::npos) << outcome.err;
  }
}

TEST_F(PdfOutput, CharactersWithoutAGlyphAreNamed) {
  if (!fs::exists(kLatinFont)) GTEST_SKIP() << "not installed: " << kLatinFont;
  fs::create_directory(folder_ / "empty");
  const Outcome outcome = convert({"--font", kLatinFont, "--option", "font-folder=empty"});
  EXPECT_EQ(outcome.code, 3) << outcome.err;
  EXPECT_NE(outcome.err.find("PDF-104"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("U+4E00"), std::string::npos) << outcome.err;  // 一
  EXPECT_TRUE(content("new.pdf").starts_with("%PDF-1.7"));
  // The marks still say which characters they stand for.
  const Outcome back = run({"convert", "new.pdf", "--to", "json", "-o", "-"});
  const Outcome direct = run({"convert", "old.txt", "--to", "json", "-o", "-"});
  ASSERT_TRUE(back.json().is_object()) << back.err;
  EXPECT_EQ(back.json()["title"], direct.json()["title"]);
  EXPECT_EQ(back.json()["cells"].size(), direct.json()["cells"].size());
}

/// A copy of a font whose licence bits (OS/2 fsType) say that it may not be embedded.
std::string restricted(const std::string& font) {
  std::string bytes = font;
  const std::size_t entry = bytes.find("OS/2");
  std::size_t table = 0;
  for (std::size_t i = 0; i < 4; ++i)
    table = table << 8 | static_cast<unsigned char>(bytes[entry + 8 + i]);
  bytes[table + 8] = 0;
  bytes[table + 9] = 2;
  return bytes;
}

TEST_F(PdfOutput, LicenceBitsAreObeyed) {
  if (!fs::exists(kLatinFont)) GTEST_SKIP() << "not installed: " << kLatinFont;
  write("restricted.ttf", restricted(content(kLatinFont)));
  const Outcome outcome = convert({"--font", "restricted.ttf"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("PDF-103"), std::string::npos) << outcome.err;
}

TEST_F(PdfOutput, FontOfACollectionIsChosenByNumber) {
  if (!fs::exists(kChineseFont)) GTEST_SKIP() << "not installed: " << kChineseFont;
  const Outcome outcome = convert({"--font", std::string(kChineseFont) + "#3"});
  expect_done(outcome);
  EXPECT_EQ(outcome.err.find("PDF-1"), std::string::npos) << outcome.err;
  const Outcome outside =
      run({"convert", "old.txt", "-o", "other.pdf", "--font", std::string(kChineseFont) + "#99"});
  EXPECT_NE(outside.err.find("PDF-102"), std::string::npos) << outside.err;
}

TEST_F(PdfOutput, OneFontForEverythingStillFindsTheRestElsewhere) {
  if (!fs::exists(kLatinFont) || !fs::exists(kChineseFont)) GTEST_SKIP() << "fonts not installed";
  const Outcome outcome = convert({"--font", kLatinFont});
  expect_done(outcome);
  EXPECT_EQ(outcome.err.find("PDF-104"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace guifan::cli_test
