// SPDX-License-Identifier: Apache-2.0
// Whole documents of made-up reports: whatever the grid, every character is printed once.
#include "document.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <deque>
#include <random>

namespace guifan::pdfwriter {
namespace {

/// A report with one chapter of blocks; owns all that the view points to.
struct MadeReport {
  std::deque<std::string> texts;
  std::deque<std::vector<guifan_grid_cell>> grids;
  std::vector<guifan_block> blocks;
  std::size_t characters = 0;  ///< of all texts but headings

  guifan_string keep(std::string text) {
    texts.push_back(std::move(text));
    return {texts.back().data(), texts.back().size()};
  }
  /// `count` characters without a space.
  guifan_string words(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += i % 9 == 8 ? "，" : i % 5 == 4 ? "7" : "县";
    characters += count;
    return keep(std::move(text));
  }
  void table(std::uint32_t rows, std::uint32_t columns, std::uint32_t header_rows,
             std::vector<guifan_grid_cell> cells) {
    grids.push_back(std::move(cells));
    guifan_block block{};
    block.kind = GUIFAN_BLOCK_SOURCE_TABLE;
    block.printed = 1;
    block.grid = grids.back().data();
    block.grid_size = grids.back().size();
    block.rows = rows;
    block.columns = columns;
    block.header_rows = header_rows;
    blocks.push_back(block);
  }
  std::string write(FontLibrary& fonts) {
    guifan_chapter chapter{};
    chapter.number = 1;
    chapter.blocks = blocks.data();
    chapter.block_count = blocks.size();
    guifan_report_view view{};
    view.title = keep("县");
    view.chapters = &chapter;
    view.chapter_count = 1;
    return write_document(view, fonts).value_or("");
  }
};

std::string inflated(std::string_view packed) {
  std::string out(1 << 20, '\0');
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return {};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = inflate(&stream, Z_FINISH);
  out.resize(result == Z_STREAM_END ? stream.total_out : 0);
  inflateEnd(&stream);
  return out;
}

/// Characters in cells and paragraphs of all content streams, repeated headers and page numbers
/// left out.
std::size_t printed_characters(const std::string& file) {
  std::size_t count = 0;
  for (std::size_t at = file.find("stream\n"); at != file.npos;
       at = file.find("stream\n", at + 1)) {
    const std::string content = inflated(std::string_view(file).substr(at + 7));
    if (content.find(" Tf\n") == content.npos) continue;
    bool counts = false;
    std::size_t begin = 0;
    for (std::size_t end = content.find('\n'); end != content.npos;
         begin = end + 1, end = content.find('\n', begin)) {
      const std::string line = content.substr(begin, end - begin);
      if (line.ends_with("BDC") && !line.starts_with("/Span"))
        counts = line.starts_with("/T") || line.starts_with("/P<<");
      if (counts && line.ends_with(">Tj")) count += (line.size() - 4) / 4;
    }
  }
  return count;
}

guifan_grid_cell cell(std::uint32_t row, std::uint32_t column, guifan_string text,
                      std::uint32_t rows = 1, std::uint32_t columns = 1) {
  guifan_grid_cell made{};
  made.row = row;
  made.column = column;
  made.row_span = rows;
  made.column_span = columns;
  made.role = GUIFAN_ROLE_TEXT;
  made.text = text;
  made.cell = -1;
  return made;
}

class Documents : public testing::Test {
 protected:
  void SetUp() override {
    FontLibrary::Problem problem;
    fonts_ = FontLibrary::open({}, problem);
    if (!fonts_) GTEST_SKIP() << "no Chinese font is installed (fonts-noto-cjk)";
  }
  std::optional<FontLibrary> fonts_;
};

TEST_F(Documents, OfNothingHasAPage) {
  MadeReport report;
  const std::string file = report.write(*fonts_);
  EXPECT_TRUE(file.starts_with("%PDF-1.7"));
  EXPECT_EQ(printed_characters(file), 0u);
}

TEST_F(Documents, RowsHigherThanAPageAreCutWithoutLoss) {
  MadeReport report;
  report.table(
      3, 2, 1,
      {cell(0, 0, report.words(3)), cell(0, 1, report.words(4)), cell(1, 0, report.words(9000)),
       cell(1, 1, report.words(2)), cell(2, 0, report.words(5)), cell(2, 1, report.words(7000))});
  EXPECT_EQ(printed_characters(report.write(*fonts_)), report.characters);
}

TEST_F(Documents, LongLabelsBesideManyRowsAreCutWithoutLoss) {
  MadeReport report;
  std::vector<guifan_grid_cell> cells{cell(0, 0, report.words(6000), 80)};
  for (std::uint32_t row = 0; row < 80; ++row) cells.push_back(cell(row, 1, report.words(row)));
  report.table(80, 2, 0, std::move(cells));
  EXPECT_EQ(printed_characters(report.write(*fonts_)), report.characters);
}

/// Cells of random size, side by side: each takes the first free place and what room there is.
void random_table(MadeReport& report, std::mt19937& random) {
  const auto up_to = [&](std::uint32_t most) { return 1 + random() % most; };
  const auto rows = static_cast<std::uint32_t>(up_to(40));
  const auto columns = static_cast<std::uint32_t>(up_to(12));
  std::vector<bool> taken(rows * columns);
  std::vector<guifan_grid_cell> cells;
  for (std::uint32_t row = 0; row < rows; ++row)
    for (std::uint32_t column = 0; column < columns; ++column) {
      if (taken[row * columns + column]) continue;
      if (random() % 20 == 0) continue;  // a hole
      const auto height =
          std::min(static_cast<std::uint32_t>(up_to(random() % 4 == 0 ? 30 : 1)), rows - row);
      std::uint32_t width = 1;
      const auto widest = static_cast<std::uint32_t>(up_to(random() % 4 == 0 ? 5 : 1));
      while (width < widest && column + width < columns && !taken[row * columns + column + width])
        ++width;
      std::uint32_t tall = 1;
      const auto free_below = [&](std::uint32_t below) {
        for (std::uint32_t i = 0; i < width; ++i)
          if (taken[below * columns + column + i]) return false;
        return true;
      };
      while (tall < height && free_below(row + tall)) ++tall;
      for (std::uint32_t r = row; r < row + tall; ++r)
        for (std::uint32_t c = column; c < column + width; ++c) taken[r * columns + c] = true;
      const std::size_t length = random() % 30 == 0 ? random() % 3000 : random() % 25;
      cells.push_back(cell(row, column, report.words(length), tall, width));
    }
  report.table(rows, columns, static_cast<std::uint32_t>(random() % 4), std::move(cells));
}

TEST_F(Documents, AnyGridIsPrintedWhole) {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    std::mt19937 random(seed);
    MadeReport report;
    for (unsigned i = 0; i <= seed % 3; ++i) random_table(report, random);
    EXPECT_EQ(printed_characters(report.write(*fonts_)), report.characters) << "seed " << seed;
  }
}

TEST_F(Documents, HaveTheSameBytesEachTime) {
  const auto made = [] {
    FontLibrary::Problem problem;
    auto fonts = FontLibrary::open({}, problem);
    std::mt19937 random(5);
    MadeReport report;
    random_table(report, random);
    return report.write(*fonts);
  };
  EXPECT_EQ(made(), made());
}

}  // namespace
}  // namespace guifan::pdfwriter
