// SPDX-License-Identifier: Apache-2.0
// Operators that move text: seen by the cell that a figure ends up in. The grid has cells of 100 by
// 20 points from (100, 600) on; a figure of Helvetica 12 is 6.67 points wide.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "pdf_maker.h"

namespace guifan::pdf::testing {
namespace {

using Lines = std::vector<std::string>;

/// The cells of a grid of two rows and three columns that hold text, after this content.
Lines cells(std::string_view text, std::string_view around_grid = {}) {
  PdfMaker maker;
  maker.page(std::string(around_grid) + grid({100, 200, 300, 400}, {600, 620, 640}) +
             "BT /F1 12 Tf " + std::string(text) + " ET");
  Lines lines = read(maker.bytes());
  std::erase_if(lines, [](const std::string& line) { return line == "T" || line.ends_with(' '); });
  return lines;
}

TEST(TextState, MovesByTdAndTmAndTStar) {
  EXPECT_EQ(cells("110 625 Td (1) Tj 100 -20 Td (2) Tj"), (Lines{"0,0 1", "1,1 2"}));
  EXPECT_EQ(cells("1 0 0 1 310 605 Tm (3) Tj"), (Lines{"1,2 3"}));
  EXPECT_EQ(cells("20 TL 110 625 Td (1) Tj T* (2) Tj"), (Lines{"0,0 1", "1,0 2"}));
  EXPECT_EQ(cells("110 645 Td 0 -20 TD (1) Tj T* (2) Tj"), (Lines{"0,0 1", "1,0 2"}));
}

TEST(TextState, ShowsOnTheNextLine) {
  EXPECT_EQ(cells("20 TL 110 645 Td (1) ' (2) '"), (Lines{"0,0 1", "1,0 2"}));
  EXPECT_EQ(cells("20 TL 110 645 Td 0 93.33 (12) \""), (Lines{"0,0 1", "0,1 2"}));
}

TEST(TextState, ShiftsInsideAnArray) {
  EXPECT_EQ(cells("110 625 Td [(1) -7777 (2)] TJ"), (Lines{"0,0 1", "0,1 2"}));
}

TEST(TextState, SpacesCharactersAndWords) {
  EXPECT_EQ(cells("93.33 Tc 110 625 Td (12) Tj"), (Lines{"0,0 1", "0,1 2"}));
  EXPECT_EQ(cells("90 Tw 110 625 Td (1 2) Tj"), (Lines{"0,0 1", "0,1 2"}));
}

TEST(TextState, ScalesHorizontally) {
  EXPECT_EQ(cells("1500 Tz 110 625 Td (1) Tj 100 Tz (2) Tj"), (Lines{"0,0 1", "0,1 2"}));
}

TEST(TextState, RisesFromTheBaseline) {
  EXPECT_EQ(cells("110 605 Td (1) Tj 100 0 Td 20 Ts (2) Tj"), (Lines{"0,1 2", "1,0 1"}));
}

TEST(TextState, FollowsTheGraphicsMatrix) {
  EXPECT_EQ(cells("110 625 Td (1) Tj ET Q BT /F1 12 Tf 117 625 Td (2) Tj", "q 1 0 0 1 0 0 cm "),
            (Lines{"0,0 12"}));
  EXPECT_EQ(cells("ET 1 0 0 1 100 -20 cm BT /F1 12 Tf 110 625 Td (1) Tj"), (Lines{"1,1 1"}));
}

TEST(TextState, DrawsAFormThroughItsMatrix) {
  PdfMaker maker;
  const std::size_t form = maker.stream(
      "/Type/XObject/Subtype/Form/BBox[0 0 500 700]/Matrix[1 0 0 1 100 -20]/Resources<</Font<</F1 "
      "3 "
      "0 R>>>>",
      show(110, 625, "1") + show(110, 710, "above the box of the form"));
  maker.page(grid({100, 200, 300}, {600, 620, 640}) + "/X Do", "",
             fmt::format("/Resources<</XObject<</X {} 0 R>>>>", form));
  EXPECT_EQ(read(maker.bytes()), (Lines{"T", "0,0 ", "0,1 ", "1,0 ", "1,1 1",
                                        "X hidden-text: above the box of the form"}));
}

TEST(TextState, ReadsPagesThatAreTurned) {
  // Turned by 90 degrees clockwise a viewer shows (x, y) at (y, 595 - x).
  for (const auto& [rotate, matrix] : {std::pair{90, "0 1 -1 0 595 0 cm "},
                                       {180, "-1 0 0 -1 595 842 cm "},
                                       {270, "0 -1 1 0 0 842 cm "}}) {
    PdfMaker maker;
    maker.page(matrix + grid({100, 200, 300}, {400, 420, 440}) + show(110, 425, "Head") +
                   show(210, 405, "7"),
               "", fmt::format("/Rotate {}", rotate));
    EXPECT_EQ(read(maker.bytes()), (Lines{"T", "0,0 Head", "0,1 ", "1,0 ", "1,1 7"})) << rotate;
  }
}

TEST(TextState, ListsWhatTheProducerMarkedAsHeaderOrFooter) {
  PdfMaker maker;
  maker.page("/Artifact <</Type/Pagination>> BDC " + show(72, 400, "in the middle") + "EMC " +
             "/Artifact BMC " + show(72, 300, "a plain artifact") + "EMC");
  EXPECT_EQ(read(maker.bytes()), (Lines{"B a plain artifact", "X page-furniture: in the middle"}));
}

TEST(TextState, ReadsColumnsOfTextOneAfterTheOther) {
  PdfMaker maker;
  std::string content;
  for (int row = 0; row < 12; ++row)
    for (int column = 0; column < 2; ++column)
      content +=
          show(60 + 250 * column, 700 - 16 * row,
               fmt::format("{} words in column line {:02}", column == 0 ? "left" : "more", row));
  maker.page(content);
  std::string all;
  for (const std::string& line : read(maker.bytes())) all += line + "\n";
  EXPECT_LT(all.find("left words in column line 11"), all.find("more words in column line 00"))
      << all;
}

TEST(TextState, TellsCellsApartByTheirBackground) {
  std::string content;
  for (int row = 0; row < 2; ++row)
    for (int column = 0; column < 2; ++column)
      content += fmt::format("{} g {} {} 100 20 re f ", (row + column) % 2 == 0 ? 0.8 : 0.9,
                             100 + 100 * column, 620 - 20 * row);
  PdfMaker maker;
  maker.page(content + "0 g " + show(110, 625, "Head") + show(210, 605, "7"));
  EXPECT_EQ(read(maker.bytes()), (Lines{"T", "0,0 Head", "0,1 ", "1,0 ", "1,1 7"}));
}

}  // namespace
}  // namespace guifan::pdf::testing
