// SPDX-License-Identifier: Apache-2.0
// Figures that do not fit their cells: read where there is no choice, else not at all. A figure of
// Helvetica 12 is 6.67 points wide; the grid has columns of 20 points from 100 on.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "pdf_maker.h"

namespace guifan::pdf::testing {
namespace {

using Lines = std::vector<std::string>;

/// The cells that hold text in a grid of one row and this many columns, and what was left out.
Lines cells(std::string_view text, int columns = 4) {
  std::vector<double> xs;
  for (int i = 0; i <= columns; ++i) xs.push_back(100 + 20 * i);
  PdfMaker maker;
  maker.page(grid(xs, {600, 620}) + std::string(text));
  Lines lines = read(maker.bytes());
  std::erase_if(lines, [](const std::string& line) {
    return line == "T" || line.ends_with(' ') || line.starts_with('!');
  });
  return lines;
}

/// A text object that sets digits one by one, as browsers do under letter-spacing.
std::string spaced(double x, std::string_view digits, double step) {
  std::string content = fmt::format("BT /F1 12 Tf {} 605 Td ", x);
  for (std::size_t i = 0; i < digits.size(); ++i)
    content += fmt::format("{}({}) Tj ", i == 0 ? "" : fmt::format("{} 0 Td ", step), digits[i]);
  return content + "ET\n";
}

/// The same with a text object for each digit.
std::string scattered(double x, std::string_view digits, double step) {
  std::string content;
  for (std::size_t i = 0; i < digits.size(); ++i)
    content += show(x + step * static_cast<double>(i), 605, digits.substr(i, 1));
  return content;
}

TEST(CellChoice, KeepsANumberTogetherThatIsSetDigitByDigit) {
  const std::string others = spaced(122, "217", 8.5) + show(142, 605, "7") + show(162, 605, "8");
  EXPECT_EQ(cells(spaced(102, "101752", 8.5) + others),
            (Lines{"0,0 101752", "0,1 217", "0,2 7", "0,3 8"}));
  EXPECT_EQ(cells("BT /F1 12 Tf 1.83 Tc 102 605 Td (101752) Tj ET " + others),
            (Lines{"0,0 101752", "0,1 217", "0,2 7", "0,3 8"}));
  EXPECT_EQ(cells("BT /F1 12 Tf 102 605 Td [(1) -350 (0) -350 (1) -350 (7)] TJ ET " + others),
            (Lines{"0,0 1 0 1 7", "0,1 217", "0,2 7", "0,3 8"}));
}

TEST(CellChoice, ReadsLetterSpacedNumbersThatStandFarApart) {
  EXPECT_EQ(cells("BT /F1 12 Tf 4 Tc 102 605 Td (1) Tj 20 0 Td (2) Tj 20 0 Td (34) Tj ET"),
            (Lines{"0,0 1", "0,1 2", "0,2 34"}));
  // Nothing says that the page spaces its letters: these may be two figures.
  EXPECT_EQ(cells(spaced(101, "12", 10.67)), (Lines{"0,0 1 2"}));
  PdfMaker maker;
  const std::size_t wide = maker.object(
      "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/UniGB-UTF16-H/DescendantFonts[<</Type/Font"
      "/Subtype/CIDFontType0/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/"
      "Supplement "
      "2>>/DW 1000>>]>>");
  std::string words;
  for (const int y : {700, 680, 660})
    words +=
        fmt::format("BT /F2 12 Tf 100 {} Td <6536> Tj 16 0 Td <5230> Tj 16 0 Td <7533> Tj ET ", y);
  maker.page(words + grid({100, 140, 180}, {600, 620}) + spaced(102, "123", 10.67) +
                 spaced(142, "45", 10.67),
             fmt::format("/F2 {} 0 R", wide));
  const Lines lines = read(maker.bytes());
  EXPECT_EQ(Lines(lines.end() - 2, lines.end()), (Lines{"0,0 123", "0,1 45"}));
}

TEST(CellChoice, FollowsNumbersThatStickOutToTheLeftOrOnBothSides) {
  EXPECT_EQ(cells(show(102, 605, "1") + show(122, 605, "2") + show(132, 605, "3456") +
                  show(165, 605, "78")),
            (Lines{"0,0 1", "0,1 2", "0,2 3456", "0,3 78"}));
  EXPECT_EQ(cells(show(110 - 13.34, 605, "1234") + show(130 - 13.34, 605, "5678") +
                  show(150 - 13.34, 605, "9012") + show(170 - 13.34, 605, "3456")),
            (Lines{"0,0 1234", "0,1 5678", "0,2 9012", "0,3 3456"}));
}

TEST(CellChoice, ReadsAnOverhangOfTheLastColumn) {
  EXPECT_EQ(cells(show(102, 605, "1") + spaced(122, "271243", 8.5), 2),
            (Lines{"0,0 1", "0,1 271243"}));
}

TEST(CellChoice, LeavesOutANumberThatMayBelongToTwoCells) {
  EXPECT_EQ(cells(show(102, 605, "1") + show(122, 605, "12345") + show(162, 605, "8")),
            (Lines{"0,0 1", "0,1 �", "0,2 �", "0,3 8", "X uncertain-cell: 12345"}));
  PdfMaker maker;
  maker.page(grid({100, 120, 140}, {600, 620}) + show(102, 605, "12345"));
  EXPECT_EQ(read(maker.bytes()),
            (Lines{"T", "0,0 �", "0,1 �", "X uncertain-cell: 12345", "! PDF-022 1 1 12345"}));
}

TEST(CellChoice, LeavesOutANumberThatTwoFiguresStandBeside) {
  EXPECT_EQ(cells(show(101, 605, "1") + show(109, 605, "123") + show(132, 605, "2"), 2),
            (Lines{"0,0 1�", "0,1 � 2", "X uncertain-cell: 123"}));
}

TEST(CellChoice, NeverCutsANumberWhoseDigitsHaveTextObjectsOfTheirOwn) {
  EXPECT_EQ(cells(scattered(102, "10175", 8.5) + show(142, 605, "7") + show(162, 605, "8")),
            (Lines{"0,0 �", "0,1 �", "0,2 7", "0,3 8", "X uncertain-cell: 10175"}));
  EXPECT_EQ(cells(scattered(102, "10175", 8.5) + scattered(122, "23", 8.5) + show(142, 605, "7")),
            (Lines{"0,0 10175", "0,1 23", "0,2 7"}));
  EXPECT_EQ(cells(scattered(106, "1234", 20)), (Lines{"0,0 1", "0,1 2", "0,2 3", "0,3 4"}));
}

TEST(CellChoice, TellsCellsApartWhoseDigitsStandAtUnequalSteps) {
  EXPECT_EQ(
      cells("BT /F1 12 Tf 103 605 Td (12) Tj 20 0 Td (34) Tj 20 0 Td (5) Tj 20 0 Td (67) Tj ET"),
      (Lines{"0,0 12", "0,1 34", "0,2 5", "0,3 67"}));
  EXPECT_EQ(cells("BT /F1 12 Tf 112 605 Td (1) Tj 11 0 Td (7) Tj 6.67 0 Td (5) Tj ET"),
            (Lines{"0,0 1", "0,1 75"}));
}

TEST(CellChoice, KeepsLabelsOutOfTheFiguresThatTheyRunThrough) {
  EXPECT_EQ(cells(show(102, 605, "a long label") + show(122, 605, "6") + show(142, 605, "7") +
                  show(162, 605, "8")),
            (Lines{"0,0 a long label", "0,1 6", "0,2 7", "0,3 8"}));
  PdfMaker maker;  // both columns of labels have lines that stick out
  maker.page(grid({100, 120, 140, 160, 180}, {580, 620}) + show(102, 605, "one on") +
             show(102, 590, "top") + show(122, 605, "the-other") + show(142, 605, "7") +
             show(162, 605, "8"));
  EXPECT_EQ(read(maker.bytes()), (Lines{"T", "0,0 one on top", "0,1 the-other", "0,2 7", "0,3 8"}));
}

TEST(CellChoice, KeepsTextTogetherThatChangesItsFont) {
  const std::string number = show(102, 605, "11") + "BT /F1 12 Tf 115.344 605 Td (1175) Tj ET ";
  EXPECT_EQ(cells(number + show(122, 605, "6") + show(142, 605, "7")),
            (Lines{"0,0 111175", "0,1 6", "0,2 7"}));
  EXPECT_EQ(cells(show(102, 605, "1.") + show(112.5, 605, "label") + show(122, 605, "6")),
            (Lines{"0,0 1.label", "0,1 6"}));
  EXPECT_EQ(cells(show(101, 605, "x") + show(107.5, 605, "2345") + show(142, 605, "6")),
            (Lines{"0,0 �", "0,1 �", "0,2 6", "X uncertain-cell: x2345"}));
}

TEST(CellChoice, CountsANumberOnceThatIsPrintedTwice) {
  const std::string number = show(102, 605, "12345") + show(102.4, 605, "12345");
  EXPECT_EQ(cells(number + show(122, 605, "1") + show(142, 605, "2") + show(162, 605, "3")),
            (Lines{"0,0 12345", "0,1 1", "0,2 2", "0,3 3"}));
  EXPECT_EQ(cells(number + show(142, 605, "2") + show(162, 605, "3")).front(), "0,0 �");
}

TEST(CellChoice, TellsEqualNumbersOfTwoRowsApart) {
  PdfMaker maker;
  maker.page(grid({100, 120, 140, 160}, {600, 620, 640}) + show(102, 625, "12345") +
             show(122, 625, "6") + show(142, 625, "7") + show(102, 605, "12345") +
             show(122, 605, "8") + show(142, 605, "9"));
  EXPECT_EQ(read(maker.bytes()),
            (Lines{"T", "0,0 12345", "0,1 6", "0,2 7", "1,0 12345", "1,1 8", "1,2 9"}));
}

TEST(CellChoice, LeavesOutNumbersThatStandOnEachOther) {
  EXPECT_EQ(cells(show(101, 605, "12") + show(104, 605, "34") + show(122, 605, "5")),
            (Lines{"0,0 ��", "0,1 5", "X uncertain-cell: 12", "X uncertain-cell: 34"}));
}

TEST(CellChoice, ReadsANumberAsAWholeThatTheClipCuts) {
  const std::string clip = "q 100 600 20 20 re W n ";
  EXPECT_EQ(cells(clip + show(102, 605, "12345") + "Q " + show(122, 605, "6")),
            (Lines{"0,0 12345", "0,1 6"}));
}

TEST(CellChoice, LeavesOutANumberWhoseRestIsHidden) {
  const std::string clip = "q 100 600 18 20 re W n ";
  EXPECT_EQ(
      cells(clip + show(102, 605, "12") + show(115.5, 605, "34") + "Q " + show(122, 605, "6")),
      (Lines{"0,0 �", "0,1 6", "X uncertain-cell: 12", "X hidden-text: 34"}));
}

TEST(CellChoice, LeavesOutWhatMayBeThePartOfANumberThatTheClipLeaves) {
  const std::string clip = "q 100 600 20.2 20 re W n ";  // the program leaves out what is not seen
  EXPECT_EQ(cells(clip + show(100, 605, "123") + "Q " + show(122, 605, "6")),
            (Lines{"0,0 �", "0,1 6", "X uncertain-cell: 123"}));
  EXPECT_EQ(cells(clip + show(102, 605, "12") + "Q " + show(122, 605, "6")),
            (Lines{"0,0 12", "0,1 6"}));
  PdfMaker maker;  // the last column runs over the edge of the page
  maker.page(grid({555, 575, 595}, {600, 620}) + show(557, 605, "1") + show(577, 605, "23"), "",
             "/MediaBox[0 0 590.5 842]");
  EXPECT_EQ(read(maker.bytes()),
            (Lines{"T", "0,0 1", "0,1 �", "X uncertain-cell: 23", "! PDF-022 1 1 23"}));
}

}  // namespace
}  // namespace guifan::pdf::testing
