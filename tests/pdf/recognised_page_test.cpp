// SPDX-License-Identifier: Apache-2.0
#include "recognised_page.h"

#include <gtest/gtest.h>

#include "isolation.h"
#include "pdf_maker.h"
#include "scanned_rulings.h"
#include "unicode_folding.h"

namespace guifan::pdf::testing {
namespace {

constexpr std::string_view kTable =
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_"
    "num\tleft\ttop\twidth\theight\tconf\ttext\n"
    "4\t1\t1\t1\t1\t0\t100\t50\t300\t40\t-1\t\n"
    "5\t1\t1\t1\t1\t1\t100\t55\t120\t30\t96.5\t收到\n"
    "5\t1\t1\t1\t1\t2\t200\t50\t60\t40\t91\t12\n"
    "not a row\n"
    "5\t1\t1\t1\t2\t1\t100\t150\t80\t30\t35\t第7\n";

std::string text_of(const PageContent& page) {
  std::string text;
  for (const Character& c : page.characters) append_utf8(text, c.code);
  return text;
}

TEST(RecognisedWords, TakeTheirLinesHeightAndNeverOverlap) {
  const auto words = parse_recognised_words(kTable);
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[0].text, "收到");
  EXPECT_EQ(words[0].box.top, 50);
  EXPECT_EQ(words[0].box.bottom, 90);
  EXPECT_EQ(words[0].box.right, 210);  // half of what both claimed
  EXPECT_EQ(words[1].box.left, 210);
  EXPECT_EQ(words[2].box.top, 150);
}

TEST(RecognisedPage, LeavesOutFiguresThatRecognitionWasNotSureOf) {
  PageContent page;
  page.width = 595;
  page.height = 842;
  const RecognisedPage recognised{1, 1190, 1684, parse_recognised_words(kTable), {}};
  EXPECT_EQ(add_recognised(recognised, page), 1U);
  EXPECT_EQ(text_of(page), "收到12第�");
  EXPECT_NEAR(page.characters.front().box.left, 50, 0.01);
  EXPECT_NEAR(page.characters.front().box.top, 842 - 25, 0.01);
}

/// A white picture with black rectangles (x0, y0, x1, y1).
GreyPicture picture(std::uint32_t width, std::uint32_t height,
                    const std::vector<std::array<std::uint32_t, 4>>& black) {
  GreyPicture result{width, height, std::string(std::size_t{width} * height, '\xff')};
  for (const auto& [x0, y0, x1, y1] : black)
    for (std::uint32_t y = y0; y < y1; ++y)
      for (std::uint32_t x = x0; x < x1; ++x) result.pixels[std::size_t{y} * width + x] = '\0';
  return result;
}

TEST(ScannedRulings, FindsLinesAndLeavesStrokesAndBarsAlone) {
  GreyPicture page = picture(400, 300,
                             {{20, 50, 380, 53},       // a line, three pixels thick
                              {100, 50, 102, 250},     // a line downwards
                              {200, 100, 260, 104},    // a stroke of a character
                              {200, 150, 380, 200}});  // a bar
  const auto rulings = find_scanned_rulings(page, 120);
  ASSERT_EQ(rulings.size(), 2U);
  EXPECT_TRUE(rulings[0].horizontal);
  EXPECT_EQ(rulings[0].position, 51.5);
  EXPECT_EQ(rulings[0].low, 20);
  EXPECT_EQ(rulings[0].high, 380);
  EXPECT_FALSE(rulings[1].horizontal);
  EXPECT_EQ(rulings[1].position, 101);
  erase_rulings(page, rulings);
  EXPECT_TRUE(find_scanned_rulings(page, 120).empty());
  EXPECT_EQ(page.pixels[std::size_t{102} * 400 + 230], '\0');  // the stroke is still there
}

TEST(ScannedRulings, BridgesDust) {
  const auto rulings =
      find_scanned_rulings(picture(300, 20, {{0, 5, 140, 7}, {142, 5, 300, 7}}), 200);
  ASSERT_EQ(rulings.size(), 1U);
  EXPECT_EQ(rulings[0].high, 300);
}

TEST(GreyPicture, ReadsWhatItWritesAndNothingElse) {
  const GreyPicture page = picture(7, 3, {{1, 1, 2, 2}});
  const auto again = parse_pgm(to_pgm(page));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->width, 7U);
  EXPECT_EQ(again->pixels, page.pixels);
  EXPECT_TRUE(parse_pgm("P5\n# made by hand\n1 1\n255\nx"));
  for (const std::string_view bad :
       {"", "P5", "P5\n#", "P5\n7 3\n255\nshort", "P5\n7 3\n65535\n012345678901234567890",
        "P6\n1 1\n255\nxxx", "P5\n0 3\n255\n", "P5\n99999999999 1\n255\n", "P5\n-1 1\n255\nx"})
    EXPECT_FALSE(parse_pgm(bad)) << bad;
}

TEST(DocumentReader, PutsRecognisedTextOnPagesThatArePictures) {
  PdfMaker maker;
  const std::size_t image = maker.stream(
      "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/"
      "DeviceGray",
      "x");
  maker.page("q 595 0 0 842 0 0 cm /I Do Q", "",
             "/Resources<</XObject<</I " + std::to_string(image) + " 0 R>>>>");
  maker.page(show(72, 700, "Text"));
  ReadOptions options;
  options.recognised.push_back({1, 595, 842, {{"已收到", 95, {72, 142, 108, 130}}}, {}});
  options.recognised.push_back({2, 595, 842, {{"never", 95, {72, 142, 108, 130}}}, {}});
  const std::string bytes = maker.bytes();
  EXPECT_EQ(read(bytes, options),
            (std::vector<std::string>{"B 已收到", "B Text", "! PDF-019 1 0"}));
  const Document document = read_isolated(bytes, options);
  EXPECT_NE(std::find(document.metadata.begin(), document.metadata.end(),
                      std::pair<std::string, std::string>("recognised-pages", "1")),
            document.metadata.end());
}

}  // namespace
}  // namespace guifan::pdf::testing
