// SPDX-License-Identifier: Apache-2.0
#include "document_reader.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "document_model.h"
#include "pdf_maker.h"

namespace guifan::pdf::testing {
namespace {

using Lines = std::vector<std::string>;

std::string one_page(std::string_view content) {
  PdfMaker maker;
  maker.page(content);
  return maker.bytes();
}

/// An object's own place in a file is damaged by putting bytes in front.
std::string with_shifted_offsets(std::string bytes) {
  return bytes.insert(9, "% shifted by these bytes\n");
}

TEST(DocumentReader, ReadsLines) {
  EXPECT_EQ(read(one_page(show(72, 700, "First") + show(72, 600, "Second"))),
            (Lines{"B First", "B Second"}));
}

TEST(DocumentReader, KeepsWideGapsInALineAsTabs) {
  // Two figures without a line between them must never read as one.
  PdfMaker maker;
  maker.page(show(72, 700, "issued") + show(180, 700, "83") + show(240, 700, "0") +
             show(300, 700, "8"));
  EXPECT_EQ(read(maker.bytes()), (Lines{"B issued\t83\t0\t8"}));
}

TEST(DocumentReader, ReadsPagesThatAreDisplayedSidewaysOrUpsideDown) {
  const std::string content = show(100, 700, "above") + grid({100, 200, 300}, {640, 620, 600}) +
                              show(105, 625, "one") + show(205, 625, "1") + show(105, 605, "two") +
                              show(205, 605, "22") + show(300, 30, "a note");
  const Lines upright = read(one_page(content));
  EXPECT_EQ(upright, (Lines{"B above", "T", "0,0 one", "0,1 1", "1,0 two", "1,1 22", "B a note"}));
  for (const int degrees : {90, 180, 270}) {
    PdfMaker maker;
    maker.page(content, "", fmt::format("/Rotate {}", degrees));
    EXPECT_EQ(read(maker.bytes()), upright) << degrees;
  }
}

TEST(DocumentReader, GivesPlacesOnTurnedPagesAsTheyAreDisplayed) {
  // User space (72, 700) is displayed at (700, 595 - 72) after a quarter turn to the right.
  PdfMaker maker;
  maker.page(show(72, 700, "sideways"), "", "/MediaBox[0 0 595 842]/Rotate 90");
  const Document document = read_document(maker.bytes(), {});
  ASSERT_EQ(document.blocks.size(), 1U);
  const Place place = std::get<OutParagraph>(document.blocks[0]).pieces.at(0).place;
  EXPECT_EQ(place.top, 52'300);
  EXPECT_LT(place.bottom, 50'000);
  EXPECT_NEAR(place.left, 69'760, 10);
  EXPECT_NEAR(place.right, 70'960, 10);
}

TEST(DocumentReader, ReadsARuledTableWithSpans) {
  const std::string content = line(100, 600, 100, 640) + line(200, 600, 200, 620) +
                              line(300, 600, 300, 640) + line(100, 600, 300, 600) +
                              line(100, 620, 300, 620) + line(100, 640, 300, 640) +
                              show(110, 625, "Head") + show(110, 605, "12") + show(210, 605, "7");
  EXPECT_EQ(read(one_page(content)), (Lines{"T", "0,0 1x2 Head", "1,0 12", "1,1 7"}));
}

/// A cell as browsers draw it under border=1: two grey boxes, and two sides with a mitre at an end.
std::string bevelled(double left, double bottom, double right, double top) {
  return fmt::format("{0} {1} {2} 1 re f {0} {3} {2} 1 re f\n", left, bottom, right - left,
                     top - 1) +
         fmt::format("{0} {1} m {0} {2} l {3} {4} l {3} {1} l f\n", left, bottom, top, left + 1,
                     top - 1) +
         fmt::format("{0} {1} m {0} {2} l {3} {2} l {3} {4} l f\n", right - 1, bottom + 1, top,
                     right, bottom);
}

TEST(DocumentReader, ReadsATableOfBevelledCells) {
  std::string content = bevelled(98, 598, 300, 642);
  for (const double left : {100, 200})
    for (const double bottom : {600, 621})
      content += bevelled(left, bottom, left + 98, bottom + 19);
  content += show(110, 625, "First") + show(210, 625, "1") + show(110, 605, "Second") +
             show(210, 605, "2");
  EXPECT_EQ(read(one_page(content)), (Lines{"T", "0,0 First", "0,1 1", "1,0 Second", "1,1 2"}));
}

TEST(DocumentReader, KeepsOverflowingTextInItsCell) {
  const std::string content = grid({100, 200, 300}, {600, 620}) +
                              show(95, 605, "a label that is too long by far") +
                              show(280, 605, "7");
  EXPECT_EQ(read(one_page(content)), (Lines{"T", "0,0 a label that is too long by far", "0,1 7"}));
}

TEST(DocumentReader, JoinsATableAcrossPagesAndDropsTheRepeatedHeader) {
  PdfMaker maker;
  maker.page(grid({100, 200, 300}, {60, 80, 100}) + show(110, 85, "Name") + show(210, 85, "Count") +
             show(110, 65, "First") + show(210, 65, "1"));
  maker.page(grid({100, 200, 300}, {760, 780, 800}) + show(110, 785, "Name") +
             show(210, 785, "Count") + show(110, 765, "Second") + show(210, 765, "2"));
  EXPECT_EQ(read(maker.bytes()),
            (Lines{"T", "0,0 Name", "0,1 Count", "1,0 First", "1,1 1", "2,0 Second", "2,1 2"}));
}

TEST(DocumentReader, JoinsARowThatThePageBreakCut) {
  PdfMaker maker;
  maker.page(grid({100, 200, 300}, {60, 80, 100}) + show(110, 85, "First") + show(210, 85, "1") +
             show(110, 65, "Second"));
  maker.page(grid({100, 200, 300}, {780, 800}) + show(210, 785, "2"));
  EXPECT_EQ(read(maker.bytes()), (Lines{"T", "0,0 First", "0,1 1", "1,0 Second", "1,1 2"}));
}

TEST(DocumentReader, JoinsARowWhoseFiguresStandBeforeThePageBreakAndItsLabelBehind) {
  PdfMaker maker;
  maker.page(grid({100, 200, 300}, {60, 80, 100}) + show(110, 85, "First") + show(210, 85, "1") +
             show(210, 65, "2"));
  maker.page(grid({100, 200, 300}, {760, 780, 800}) + show(110, 785, "Second") +
             show(110, 765, "Third") + show(210, 765, "3"));
  EXPECT_EQ(read(maker.bytes()),
            (Lines{"T", "0,0 First", "0,1 1", "1,0 Second", "1,1 2", "2,0 Third", "2,1 3"}));
}

TEST(DocumentReader, NeverGivesFiguresToALabelBehindThePageBreakWhereTheyHaveOne) {
  PdfMaker maker;
  maker.page(grid({100, 200, 300, 400}, {60, 80}) + show(110, 65, "First") + show(310, 65, "1"));
  maker.page(grid({100, 200, 300, 400}, {760, 780}) + show(210, 765, "Second"));
  EXPECT_EQ(read(maker.bytes()),
            (Lines{"T", "0,0 First", "0,1 ", "0,2 1", "1,0 ", "1,1 Second", "1,2 "}));
}

TEST(DocumentReader, KnowsAFullLineByTheOthersOfItsCellOrColumn) {
  // The cells keep a good part of their width free: only other lines tell how much fits.
  const auto joined = [](const std::vector<std::string>& label, std::string_view next) {
    PdfMaker maker;
    std::string content = grid({100, 200, 300}, {40, 100, 130, 160}) + show(105, 147, "aaaa aaaa") +
                          show(105, 134, "aaaa") + show(205, 140, "7") +
                          show(105, 117, "bbbb bbbb") + show(105, 104, "bbbb") +
                          show(205, 110, "8") + show(205, 70, "9");
    for (std::size_t i = 0; i < label.size(); ++i)
      content += show(105, 87 - 14 * static_cast<double>(i), label[i]);
    maker.page(content);
    maker.page(grid({100, 200, 300}, {740, 760, 780}) + show(105, 765, next) +
               show(105, 745, "dd") + show(205, 745, "10"));
    const Lines lines = read(maker.bytes());
    return std::find(lines.begin(), lines.end(), "4,1 10") == lines.end();
  };
  EXPECT_TRUE(joined({"cccc", "cccc", "cccc"}, "more"));
  EXPECT_TRUE(joined({"cccc cccc"}, "more"));
  EXPECT_FALSE(joined({"cccc"}, "more")) << "there was room";
  EXPECT_FALSE(joined({"cccc", "cccc"}, "more")) << "two lines may have been set so";
  EXPECT_FALSE(joined({"cccc cccc"}, "2. more")) << "a label of its own";
}

TEST(DocumentReader, JoinsARowOfHeadingsThatThePageBreakCut) {
  // "Upheld" goes on, "Total" fitted before the break, "Corrected" behind it.
  PdfMaker maker;
  maker.page(grid({100, 128, 160, 220}, {60, 80}) + show(102, 72, "Up") + show(102, 62, "he") +
             show(130, 65, "Total"));
  maker.page(grid({100, 128, 160, 220}, {740, 760, 780}) + show(102, 765, "ld") +
             show(162, 765, "Corrected") + show(102, 745, "1") + show(130, 745, "3") +
             show(162, 745, "2"));
  EXPECT_EQ(read(maker.bytes()),
            (Lines{"T", "0,0 Up held", "0,1 Total", "0,2 Corrected", "1,0 1", "1,1 3", "1,2 2"}));
}

TEST(DocumentReader, NeverJoinsTwoRowsThatBothHaveALabel) {
  PdfMaker maker;
  maker.page(grid({100, 200, 300}, {60, 80, 100}) + show(110, 85, "First") + show(210, 85, "1") +
             show(110, 65, "Second"));
  maker.page(grid({100, 200, 300}, {780, 800}) + show(110, 785, "Third") + show(210, 785, "2"));
  EXPECT_EQ(read(maker.bytes()),
            (Lines{"T", "0,0 First", "0,1 1", "1,0 Second", "1,1 ", "2,0 Third", "2,1 2"}));
}

TEST(DocumentReader, NeverPutsAValueIntoTheHeaderAboveThePageBreak) {
  // The header cell spans two rows, is full, and the first row of the next page has a value in its
  // column.
  PdfMaker maker;
  maker.page(line(100, 60, 100, 100) + line(130, 60, 130, 100) + line(160, 60, 160, 100) +
             line(100, 60, 160, 60) + line(130, 80, 160, 80) + line(100, 100, 160, 100) +
             show(102, 65, "Open") + show(132, 85, "Part") + show(132, 65, "Done"));
  maker.page(grid({100, 130, 160}, {780, 800}) + show(102, 785, "n/a") + show(132, 785, "7"));
  EXPECT_EQ(read(maker.bytes()),
            (Lines{"T", "0,0 2x1 Open", "0,1 Part", "1,1 Done", "2,0 n/a", "2,1 7"}));
}

TEST(DocumentReader, KeepsTablesWithTextBetweenApart) {
  PdfMaker maker;
  maker.page(grid({100, 200, 300}, {60, 80, 100}) + show(110, 65, "First") + show(210, 65, "1"));
  maker.page(show(72, 810, "Caption") + grid({100, 200, 300}, {760, 780, 800}) +
             show(110, 765, "Second") + show(210, 765, "2"));
  const Lines lines = read(maker.bytes());
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "T"), 2);
}

TEST(DocumentReader, ListsPageNumbersAndRunningHeads) {
  PdfMaker maker;
  for (int page = 1; page <= 3; ++page)
    maker.page(show(72, 810, "Annual report") + show(72, 700, fmt::format("Text {}x", 7 * page)) +
               show(290, 30, std::to_string(page)));
  EXPECT_EQ(read(maker.bytes()),
            (Lines{"B Text 7x", "B Text 14x", "B Text 21x", "X page-furniture: Annual report",
                   "X page-furniture: 1", "X page-furniture: Annual report", "X page-furniture: 2",
                   "X page-furniture: Annual report", "X page-furniture: 3"}));
}

TEST(DocumentReader, TakesWhatStandsOnEveryPageForARunningHeadThoughItTouchesTheText) {
  const auto pages = [](int count, const char* other) {
    PdfMaker maker;
    for (int page = 1; page <= count; ++page)
      maker.page(show(72, 810, page == 2 ? other : "Annual report") +
                 show(72, 796, fmt::format("Text of page {}.", page)));
    const Lines lines = read(maker.bytes());
    return std::count(lines.begin(), lines.end(), "X page-furniture: Annual report");
  };
  EXPECT_EQ(pages(3, "Annual report"), 3);
  EXPECT_EQ(pages(3, "Something else"), 0);
  EXPECT_EQ(pages(2, "Annual report"), 0) << "two lines may be alike by chance";
}

TEST(DocumentReader, KeepsALoneNumberThatIsNoPageNumber) {
  EXPECT_EQ(read(one_page(show(72, 700, "Text") + show(72, 60, "4711"))),
            (Lines{"B Text", "B 4711"}));
}

TEST(DocumentReader, NeverEmptiesAPageByTakingItsOnlyLineForARunningHead) {
  PdfMaker maker;
  for (int page = 0; page < 3; ++page) maker.page(show(72, 800, "Notice"));
  const Lines lines = read(maker.bytes());
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "B Notice"), 3);
}

TEST(DocumentReader, KeepsFiguresThatHappenToCountThePages) {
  // One figure a line down to the foot of the page, as flattened tables print them: 1 and 2 are no
  // page numbers.
  PdfMaker maker;
  for (int page = 1; page <= 2; ++page) {
    std::string content;
    for (int row = 0; row < 20; ++row)
      content += show(72, 420 - 20 * row, row == 19 ? std::to_string(page) : "0");
    maker.page(content);
  }
  const Lines lines = read(maker.bytes());
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "X page-furniture: 1"), 0);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "B 2"), 1);
}

TEST(DocumentReader, TakesNumbersThatCountFivePagesForPageNumbersThoughTheyTouchTheText) {
  const auto numbers = [](int pages, double x) {
    PdfMaker maker;
    for (int page = 1; page <= pages; ++page)
      maker.page(show(72, 500, std::string(static_cast<std::size_t>(page), 'a')) +
                 show(72, 34, std::string(static_cast<std::size_t>(page), 'b')) +
                 show(72 + x * (page % 2), 20, std::to_string(page)));
    const Lines lines = read(maker.bytes());
    return std::count_if(lines.begin(), lines.end(),
                         [](const std::string& line) { return line.starts_with("X page-"); });
  };
  EXPECT_EQ(numbers(5, 0), 5);
  EXPECT_EQ(numbers(4, 0), 0);
  EXPECT_EQ(numbers(5, 20), 0) << "not at the same spot";
}

TEST(DocumentReader, LeavesClippedTextOut) {
  EXPECT_EQ(read(one_page("q 0 0 100 100 re W n " + show(72, 700, "gone") + "Q " +
                          show(72, 600, "seen"))),
            (Lines{"B seen", "X hidden-text: gone"}));
}

TEST(DocumentReader, CountsTextPrintedTwiceForWeightOnce) {
  EXPECT_EQ(read(one_page(show(72, 700, "Bold") + show(72.4, 700, "Bold"))), (Lines{"B Bold"}));
}

TEST(DocumentReader, SaysWhichFontCannotBeMapped) {
  PdfMaker maker;
  const std::size_t descendant = maker.object(
      "<</Type/Font/Subtype/CIDFontType2/BaseFont/Odd/CIDSystemInfo<</Registry(Adobe)/"
      "Ordering(Identity)/Supplement 0>>/DW 500>>");
  const std::size_t font = maker.object(fmt::format(
      "<</Type/Font/Subtype/Type0/BaseFont/Odd/Encoding/Identity-H/DescendantFonts[{} 0 R]>>",
      descendant));
  maker.page(show(72, 700, "ok") + "BT /F2 12 Tf 72 600 Td <00050006> Tj ET",
             fmt::format("/F2 {} 0 R", font));
  EXPECT_EQ(read(maker.bytes()), (Lines{"B ok", "X unmapped-text: ��", "! PDF-009 Odd 1 2"}));
}

/// A page with <00410042> in a composite font that is not embedded, has these entries, and names
/// /ToUnicode /Identity-H.
Lines read_declared_unicode(std::string_view descendant_entries) {
  PdfMaker maker;
  const std::size_t program = maker.stream("", "no font program");
  const std::size_t descriptor =
      maker.object(fmt::format("<</Type/FontDescriptor/FontFile2 {} 0 R>>", program));
  const std::size_t descendant = maker.object(
      fmt::format("<</Type/Font/Subtype/CIDFontType2/BaseFont/Odd/CIDSystemInfo<</Registry(Adobe)/"
                  "Ordering(Identity)/Supplement 0>>{}>>",
                  fmt::format(fmt::runtime(descendant_entries), descriptor)));
  const std::size_t font = maker.object(
      fmt::format("<</Type/Font/Subtype/Type0/BaseFont/Odd/Encoding/Identity-H/ToUnicode/"
                  "Identity-H/DescendantFonts[{} 0 R]>>",
                  descendant));
  maker.page("BT /F2 12 Tf 72 600 Td <00410042> Tj ET", fmt::format("/F2 {} 0 R", font));
  return read(maker.bytes());
}

TEST(DocumentReader, BelievesCodesThatAreDeclaredToBeCharacters) {
  EXPECT_EQ(read_declared_unicode("/W[65[600 600]]"), (Lines{"B AB"}));
}

TEST(DocumentReader, KnowsGlyphNumbersThatAreDeclaredToBeCharacters) {
  const Lines unmapped{"X unmapped-text: ��", "! PDF-009 Odd 1 2"};
  EXPECT_EQ(read_declared_unicode("/W[3[250]65[600 600]]"), unmapped);
  EXPECT_EQ(read_declared_unicode("/FontDescriptor {} 0 R"), unmapped);
}

TEST(DocumentReader, OpensAFileWhoseAttachmentsAloneAreEncrypted) {
  PdfMaker maker;
  const std::size_t encryption = maker.object(
      "<</Filter/Standard/V 5/R 6/Length 256/CF<</StdCF<</AuthEvent/EFOpen/CFM/AESV3/Length "
      "32>>>>/EFF/StdCF/P -1028/O(x)/U(x)/OE(x)/UE(x)/Perms(x)>>");
  maker.page(show(72, 700, "Text"));
  std::string bytes = maker.bytes();
  bytes.insert(bytes.find("/Root"), fmt::format("/ID[(a)(a)]/Encrypt {} 0 R", encryption));
  EXPECT_EQ(read(bytes), (Lines{"B Text"}));
  bytes.replace(bytes.find("/EFF"), 4, "/StmF");
  EXPECT_NE(read(bytes).front(), "B Text");
}

TEST(DocumentReader, ReadsPredefinedCMapsWithoutToUnicode) {
  PdfMaker maker;
  const std::size_t descendant = maker.object(
      "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong/CIDSystemInfo<</Registry(Adobe)/"
      "Ordering(GB1)/Supplement 2>>>>");
  const std::size_t font = maker.object(fmt::format(
      "<</Type/Font/Subtype/Type0/BaseFont/STSong/Encoding/GBK-EUC-H/DescendantFonts[{} 0 R]>>",
      descendant));
  maker.page("BT /F2 12 Tf 72 600 Td <D5FEB8AE32303137> Tj ET", fmt::format("/F2 {} 0 R", font));
  EXPECT_EQ(read(maker.bytes()), (Lines{"B 政府2017"}));
}

TEST(DocumentReader, UsesTheTextThatTheProducerGives) {
  EXPECT_EQ(read(one_page("/Span <</ActualText (real)>> BDC " + show(72, 700, "fake") + "EMC")),
            (Lines{"B real"}));
}

TEST(DocumentReader, RebuildsShiftedOffsets) {
  EXPECT_EQ(read(with_shifted_offsets(one_page(show(72, 700, "Text")))),
            (Lines{"B Text", "! PDF-005"}));
}

TEST(DocumentReader, RebuildsATruncatedFile) {
  std::string bytes = one_page(show(72, 700, "Text"));
  bytes.resize(bytes.find("xref"));
  EXPECT_EQ(read(bytes), (Lines{"B Text", "! PDF-005"}));
}

TEST(DocumentReader, ReadsLoosePagesWithoutATree) {
  PdfMaker maker;
  maker.page(show(72, 700, "Text"));
  std::string bytes = maker.bytes();
  bytes.replace(bytes.find("/Type/Pages"), 11, "/Type/Sages");
  bytes.replace(bytes.find("/Kids"), 5, "/Lids");
  const Lines lines = read(bytes);
  EXPECT_EQ(lines.front(), "B Text");
  EXPECT_NE(std::find(lines.begin(), lines.end(), "! PDF-012 1"), lines.end());
}

TEST(DocumentReader, RefusesDeepDictionaries) {
  std::string nested;
  for (int i = 0; i < 3000; ++i) nested += "<</A ";
  for (int i = 0; i < 3000; ++i) nested += ">>";
  PdfMaker maker;
  maker.object(nested);
  maker.page(show(72, 700, "Text"));
  EXPECT_EQ(read(maker.bytes()), (Lines{"! PDF-003 100"}));
}

TEST(DocumentReader, SurvivesAFormThatDrawsItself) {
  PdfMaker maker;
  maker.stream(
      "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 4 0 R>>/Font<</F1 3 0 "
      "R>>>>",
      show(72, 700, "once") + "/X Do");
  maker.page("/X Do", "", "");
  std::string bytes = maker.bytes();
  const std::size_t at = bytes.rfind("/Resources<<");
  bytes.insert(at + 12, "/XObject<</X 4 0 R>>");
  const Lines lines = read(bytes);
  EXPECT_EQ(lines.front(), "B once");
}

TEST(DocumentReader, FindsNothingInGarbage) {
  EXPECT_EQ(read("no pdf at all"), (Lines{"! PDF-001"}));
  EXPECT_EQ(read(""), (Lines{"! PDF-001"}));
}

TEST(DocumentReader, RebuildsNothingOutOfCrossReferencesAlone) {
  EXPECT_EQ(read("3 0 obj<</Type/XRef/Size 9/W[1 2 1]/Root 2 0 R>>stream 0 endobj"),
            (Lines{"! PDF-001"}));
}

TEST(Wire, GivesBackWhatWasPacked) {
  const std::string bytes =
      one_page(show(72, 700, "Text") + grid({100, 200, 300}, {600, 620}) + show(110, 605, "7"));
  const Document here = read_document(bytes, {});
  EXPECT_EQ(pack(unpack(pack(here))), pack(here));
  EXPECT_EQ(unpack("garbage").status, sdk::Status::Internal);
  EXPECT_EQ(unpack(pack(here).substr(0, 40)).status, sdk::Status::Internal);
}

}  // namespace
}  // namespace guifan::pdf::testing
