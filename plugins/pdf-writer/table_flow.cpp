// SPDX-License-Identifier: Apache-2.0
#include "table_flow.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace guifan::pdfwriter {
namespace {

constexpr double kAboveBaseline = 0.88;
constexpr double kSlack = 0.01;
constexpr double kGap = 10;  ///< below a table, points
/// A table of the source that fits on one page is not cut where at most this part of the page stays
/// empty.
constexpr double kMostEmpty = 0.45;
/// Headers higher than this part of the page are not repeated.
constexpr double kHighestHeader = 0.4;

class TableFlow {
 public:
  TableFlow(Composer& composer, TableLayout& table) : composer_(composer), table_(table) {}
  void run(std::string_view caption);

 private:
  std::uint32_t rows() const { return static_cast<std::uint32_t>(table_.heights.size()); }
  double height(std::uint32_t begin, std::uint32_t end) const {
    return std::accumulate(table_.heights.begin() + begin, table_.heights.begin() + end, 0.0);
  }
  double height_to_begin(double above) const;
  void make_tags(const std::vector<TextLine>& caption);
  std::uint32_t set_part(std::uint32_t begin);
  std::uint32_t fitting_rows(std::uint32_t begin) const;
  bool may_break(std::uint32_t begin, std::uint32_t at) const;
  void cut_row(std::uint32_t row);
  void go_on(std::uint32_t row);
  bool repeats_header() const {
    return table_.header_rows != 0 &&
           height(0, table_.header_rows) < kHighestHeader * paper::kTextHeight;
  }
  /// Draws rows [begin, end) at the cursor; `heights` by row from `begin`.
  void draw(std::uint32_t begin, std::uint32_t end, const std::vector<double>& heights,
            bool repeated);
  void draw_text(const LaidOutCell& cell, std::size_t first, std::size_t count,
                 const Rectangle& box);

  Composer& composer_;
  TableLayout& table_;
  std::vector<StructureTree::Element> tags_;  ///< by cell
  std::size_t first_open_ = 0;                ///< cells before it stand wholly on pages
};

void TableFlow::run(std::string_view caption) {
  const ParagraphStyle& style = styles::kCaption;
  const std::vector<TextLine> lines =
      composer_.breaker().lines(style.role, caption, paper::kTextWidth / style.size * 1000, 0);
  const double above = lines.empty() ? 0
                                     : style.before + style.after +
                                           style.leading * static_cast<double>(lines.size());
  composer_.place_waiting(above + height_to_begin(above));
  make_tags(lines);
  for (std::uint32_t row = 0; row < rows();) row = set_part(row);
  composer_.advance(kGap);
}

/// How much must fit below what stands before the table: all of a table that had better not be cut,
/// else its header and the first row of numbers.
double TableFlow::height_to_begin(double above) const {
  const double whole = height(0, rows());
  const double before = composer_.waiting() + above;
  const double room = composer_.room() - before;
  if (whole > room && whole + before <= paper::kTextHeight &&
      (table_.whole || room < kMostEmpty * paper::kTextHeight))
    return whole;
  std::uint32_t end = std::min(rows(), table_.header_rows + 1);
  while (end < rows() && table_.keep_next[end - 1]) ++end;
  const double beginning = height(0, end);
  return beginning + before <= paper::kTextHeight ? beginning : table_.leading + 2 * table_.padding;
}

void TableFlow::make_tags(const std::vector<TextLine>& caption) {
  StructureTree& tags = composer_.tags();
  const auto table = tags.add(StructureTree::kDocument, "Table");
  if (!caption.empty()) {
    const ParagraphStyle& style = styles::kCaption;
    if (!composer_.at_page_start()) composer_.advance(style.before);
    composer_.set_lines(style, caption, 0, caption.size(), tags.add(table, "Caption"));
    composer_.advance(style.after);
  }
  std::vector<StructureTree::Element> rows_of_table;
  for (std::uint32_t row = 0; row < rows(); ++row) rows_of_table.push_back(tags.add(table, "TR"));
  for (const LaidOutCell& cell : table_.cells) {
    std::string attributes;
    if (cell.row_end - cell.row > 1)
      attributes += "/RowSpan " + std::to_string(cell.row_end - cell.row);
    if (cell.column_end - cell.column > 1)
      attributes += "/ColSpan " + std::to_string(cell.column_end - cell.column);
    if (cell.header) attributes += cell.heads_column ? "/Scope/Column" : "/Scope/Row";
    if (!attributes.empty()) attributes.insert(0, "/O/Table");
    tags_.push_back(tags.add(rows_of_table[cell.row], cell.header ? "TH" : "TD", attributes));
  }
}

/// A break before row `at` leaves no label alone, and no label that spans rows on the wrong side.
bool TableFlow::may_break(std::uint32_t begin, std::uint32_t at) const {
  if (at == rows()) return true;
  if (table_.keep_next[at - 1] || at <= table_.header_rows) return false;
  for (std::size_t i = first_open_; i < table_.cells.size(); ++i) {
    const LaidOutCell& cell = table_.cells[i];
    if (cell.row >= at) break;
    if (cell.row_end > at &&
        height(std::max(cell.row, begin), at) + kSlack < height_needed(table_, cell))
      return false;
  }
  return true;
}

std::uint32_t TableFlow::fitting_rows(std::uint32_t begin) const {
  std::uint32_t end = begin;
  double used = 0;
  const double room = composer_.room() + kSlack;
  while (end < rows() && used + table_.heights[end] <= room) used += table_.heights[end++];
  return end;
}

/// Sets what fits on this page, and begins the next page where rows are left.
std::uint32_t TableFlow::set_part(std::uint32_t begin) {
  composer_.cursor();
  const std::uint32_t fitting = fitting_rows(begin);
  std::uint32_t end = fitting;
  while (end > begin && !may_break(begin, end)) --end;
  if (end == begin && begin == 0 && !composer_.at_page_start() && fitting < rows()) {
    // Better begin on a new page than break in a bad place; there it must go.
    composer_.start_page();
    return begin;
  }
  if (end == begin) end = fitting;
  if (end == begin) {
    cut_row(begin);
    go_on(begin);
    return begin;
  }
  draw(begin, end, {table_.heights.begin() + begin, table_.heights.begin() + end}, false);
  if (end < rows()) go_on(end);
  return end;
}

/// Prints as much of a row that is higher than the page as fits.
void TableFlow::cut_row(std::uint32_t row) {
  draw(row, row + 1, {std::max(composer_.room(), table_.leading + 2 * table_.padding)}, false);
  double left = table_.leading + 2 * table_.padding;
  for (std::size_t i = first_open_; i < table_.cells.size() && table_.cells[i].row <= row; ++i)
    if (table_.cells[i].row_end == row + 1)
      left = std::max(left, height_needed(table_, table_.cells[i]));
  table_.heights[row] = left;
}

/// A new page, on which the table goes on with `row`.
void TableFlow::go_on(std::uint32_t row) {
  composer_.start_page();
  if (row >= table_.header_rows && repeats_header()) {
    draw(0, table_.header_rows,
         {table_.heights.begin(), table_.heights.begin() + table_.header_rows}, true);
  }
  // Cells that began above need room for the lines that are left.
  for (std::size_t i = first_open_; i < table_.cells.size() && table_.cells[i].row < row; ++i) {
    const LaidOutCell& cell = table_.cells[i];
    if (cell.row_end <= row || cell.printed == cell.lines.size()) continue;
    table_.heights[cell.row_end - 1] +=
        std::max(0.0, height_needed(table_, cell) - height(row, cell.row_end));
  }
}

void TableFlow::draw(std::uint32_t begin, std::uint32_t end, const std::vector<double>& heights,
                     bool repeated) {
  std::vector<double> tops{composer_.cursor()};
  for (const double one : heights) tops.push_back(tops.back() + one);
  struct Piece {
    std::size_t cell, first, count;
    Rectangle box;
  };
  std::vector<Piece> pieces;
  std::vector<Rectangle> boxes;
  for (std::size_t i = repeated ? 0 : first_open_; i < table_.cells.size(); ++i) {
    LaidOutCell& cell = table_.cells[i];
    if (cell.row >= end) break;
    if (cell.row_end <= begin) continue;
    const double top = tops[std::max(cell.row, begin) - begin];
    const double bottom = tops[std::min(cell.row_end, end) - begin];
    const double left = table_.edges[cell.column];
    const Rectangle box{left, top, table_.edges[cell.column_end] - left, bottom - top};
    boxes.push_back(box);
    const std::size_t first = repeated ? 0 : cell.printed;
    std::size_t count = cell.lines.size() - first;
    // The part of a cell that is cut holds what fits; its last part holds all that is left.
    const bool cut = cell.row_end > end || bottom - top + kSlack < height_needed(table_, cell);
    if (cut && !repeated) {
      const double room = (box.height - 2 * table_.padding + kSlack) / table_.leading;
      count = std::min(count, static_cast<std::size_t>(std::max(0.0, std::floor(room))));
    }
    if (!repeated) cell.printed += count;
    pieces.push_back({i, first, count, box});
  }
  composer_.pages().begin_artifact(Pages::Artifact::Layout);
  for (const Piece& piece : pieces)
    if (const LaidOutCell& cell = table_.cells[piece.cell]; cell.shaded || cell.band)
      composer_.pages().shade(piece.box,
                              cell.band ? Pages::Shade::Band : Pages::Shade::Approximate);
  composer_.pages().rule(boxes);
  composer_.pages().end_content();
  for (const Piece& piece : pieces) {
    if (piece.count == 0) continue;
    if (repeated)
      composer_.pages().begin_artifact(Pages::Artifact::Header);
    else
      composer_.pages().begin_content(tags_[piece.cell]);
    draw_text(table_.cells[piece.cell], piece.first, piece.count, piece.box);
    composer_.pages().end_content();
  }
  composer_.advance(tops.back() - tops.front());
  while (!repeated && first_open_ < table_.cells.size() &&
         table_.cells[first_open_].row_end <= end &&
         table_.cells[first_open_].printed == table_.cells[first_open_].lines.size())
    ++first_open_;
}

void TableFlow::draw_text(const LaidOutCell& cell, std::size_t first, std::size_t count,
                          const Rectangle& box) {
  const double block = static_cast<double>(count) * table_.leading;
  double top = box.top + std::max(table_.padding, (box.height - block) / 2);
  for (std::size_t i = first; i < first + count; ++i) {
    const double width = cell.lines[i].width / 1000 * table_.font_size;
    const double left =
        cell.centred ? box.left + (box.width - width) / 2 : box.left + table_.side_padding;
    const double baseline =
        top + (table_.leading - table_.font_size) / 2 + kAboveBaseline * table_.font_size;
    composer_.pages().text(cell.lines[i], left, baseline, table_.font_size);
    top += table_.leading;
  }
}

}  // namespace

void set_table(Composer& composer, TableLayout table, std::string_view caption) {
  TableFlow(composer, table).run(caption);
}

}  // namespace guifan::pdfwriter
