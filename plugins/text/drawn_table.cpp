// SPDX-License-Identifier: Apache-2.0
#include "text/drawn_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>

#include "text/drawn_lines.h"
#include "text/figure_field.h"

namespace guifan::text {
namespace {

constexpr std::size_t kColumns = 100;
constexpr std::size_t kAbsent = SIZE_MAX;

/// How the marks of different lines are known to stand in one column.
struct Alignment {
  AmbiguousWidths widths;
  bool by_order = false;  ///< not by where they stand, but by their number in the line
};
constexpr auto kAlignments =
    std::to_array<Alignment>({{{1, 1}, false}, {{2, 2}, false}, {{1, 2}, false}, {{1, 1}, true}});

/// A line between two horizontal ones, or a horizontal one, on the columns of the whole table.
struct GridLine {
  DrawnLine drawn;
  std::vector<std::size_t> mark_at;  ///< by boundary: the line's mark there, kAbsent for none
  std::vector<bool> ruled;           ///< by column
  bool border = false;               ///< ruled somewhere

  /// What stands between two boundaries that both have a mark.
  std::string_view between(std::size_t left, std::size_t right) const {
    const std::size_t begin = drawn.marks[mark_at[left]].end;
    return trim(drawn.line.text.substr(begin, drawn.marks[mark_at[right]].begin - begin));
  }
};

/// Lines that make one row: the lines between two borders, or one of several lines with figures.
struct Band {
  std::size_t begin = 0, end = 0;  ///< lines
};

std::optional<std::vector<DrawnLine>> read_lines(std::span<const Line> lines, Alignment alignment) {
  std::vector<DrawnLine> drawn;
  for (const Line& line : lines) {
    if (trim(line.text).empty()) continue;
    std::optional<DrawnLine> one = read_drawn_line(line, alignment.widths);
    if (!one) return std::nullopt;
    if (alignment.by_order)
      for (std::size_t i = 0; i < one->marks.size(); ++i) one->marks[i].column = i;
    drawn.push_back(std::move(*one));
  }
  return drawn;
}

/// The boundaries between columns: where the joints of horizontal lines stand.
std::vector<std::size_t> boundaries_of(const std::vector<DrawnLine>& lines) {
  std::vector<std::size_t> columns;
  const auto collect = [&](bool whole) {
    for (const DrawnLine& line : lines) {
      if (line.is_rule() != whole) continue;
      for (std::size_t mark = 0; mark < line.marks.size(); ++mark) {
        const bool meets = (mark > 0 && line.ruled(mark - 1)) ||
                           (mark + 1 < line.marks.size() && line.ruled(mark));
        if (meets) columns.push_back(line.marks[mark].column);
      }
    }
    std::ranges::sort(columns);
    const auto repeated = std::ranges::unique(columns);
    columns.erase(repeated.begin(), repeated.end());
  };
  collect(true);
  // Lines from end to end at the top and the bottom only: a frame, with other drawings in it.
  if (columns.size() > 2) collect(false);
  return columns;
}

/// The line on the boundaries; nothing if a bar stands between them or an end is not the table's.
std::optional<GridLine> place(DrawnLine drawn, const std::vector<std::size_t>& boundaries) {
  GridLine line{.drawn = std::move(drawn),
                .mark_at = std::vector<std::size_t>(boundaries.size(), kAbsent),
                .ruled = std::vector<bool>(boundaries.size() - 1, false)};
  std::vector<RulingMark>& marks = line.drawn.marks;
  // A + inside a text is no joint.
  std::erase_if(marks, [&](const RulingMark& mark) {
    return mark.joint && line.drawn.line.text[mark.begin] == '+' &&
           !std::ranges::binary_search(boundaries, mark.column);
  });
  if (marks.size() < 2) return std::nullopt;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const auto at = std::ranges::lower_bound(boundaries, marks[i].column);
    if (at == boundaries.end() || *at != marks[i].column) return std::nullopt;
    line.mark_at[static_cast<std::size_t>(at - boundaries.begin())] = i;
  }
  if (line.mark_at.front() == kAbsent || line.mark_at.back() == kAbsent) return std::nullopt;
  std::size_t mark = 0;
  for (std::size_t column = 0; column < line.ruled.size(); ++column) {
    if (line.mark_at[column] != kAbsent) mark = line.mark_at[column];
    line.ruled[column] = line.drawn.ruled(mark);
    line.border = line.border || line.ruled[column];
  }
  return line;
}

std::optional<std::vector<GridLine>> place_all(std::vector<DrawnLine> drawn,
                                               const std::vector<std::size_t>& boundaries) {
  std::vector<GridLine> lines;
  lines.reserve(drawn.size());
  for (DrawnLine& one : drawn) {
    std::optional<GridLine> line = place(std::move(one), boundaries);
    if (!line) return std::nullopt;
    lines.push_back(std::move(*line));
  }
  return lines;
}

/// Whether the lines of a band are rows of their own: each has a label, and figures in the same
/// columns. A row has one figure a cell, so that figures below each other are no wrapped text.
bool has_a_row_a_line(std::span<const GridLine> lines) {
  std::vector<bool> first_figures;
  for (const GridLine& line : lines) {
    std::vector<bool> figures;
    for (std::size_t mark = 0; mark + 1 < line.drawn.marks.size(); ++mark)
      figures.push_back(is_figure(trim(line.drawn.between(mark))));
    if (first_figures.empty()) first_figures = figures;
    const bool labelled = !trim(line.drawn.between(0)).empty() && !figures.front();
    if (!labelled || figures != first_figures || std::ranges::count(figures, true) == 0)
      return false;
  }
  return lines.size() > 1;
}

std::vector<Band> bands_of(std::span<const GridLine> lines) {
  std::vector<Band> bands;
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin;
    while (end < lines.size() && !lines[end].border) ++end;
    if (has_a_row_a_line(lines.subspan(begin, end - begin))) {
      for (std::size_t line = begin; line < end; ++line) bands.push_back({line, line + 1});
    } else if (end > begin) {
      bands.push_back({begin, end});
    }
    begin = end + 1;
  }
  return bands;
}

/// Merges the places (row, column) that no ruling divides. A forest over row * columns + column.
class Merged {
 public:
  Merged(std::size_t rows, std::size_t columns) : columns_(columns), parent_(rows * columns) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t row, std::size_t column) {
    std::size_t at = row * columns_ + column;
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  void merge(std::size_t row, std::size_t column, std::size_t other_row, std::size_t other_column) {
    const std::size_t a = root(row, column), b = root(other_row, other_column);
    parent_[std::max(a, b)] = std::min(a, b);  // the root is the first place of its cell
  }

 private:
  std::size_t columns_;
  std::vector<std::size_t> parent_;
};

Merged merge(std::span<const GridLine> lines, const std::vector<Band>& bands, std::size_t columns) {
  Merged merged(bands.size(), columns);
  for (std::size_t row = 0; row < bands.size(); ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      const auto open_right = [&](const GridLine& line) {
        return line.mark_at[column + 1] == kAbsent;
      };
      const auto of_row = lines.subspan(bands[row].begin, bands[row].end - bands[row].begin);
      if (column + 1 < columns && std::ranges::all_of(of_row, open_right))
        merged.merge(row, column, row, column + 1);
      if (row == 0) continue;
      const auto above = lines.subspan(bands[row - 1].end, bands[row].begin - bands[row - 1].end);
      const auto open = [&](const GridLine& line) { return !line.ruled[column]; };
      if (!above.empty() && std::ranges::all_of(above, open))
        merged.merge(row - 1, column, row, column);
    }
  }
  return merged;
}

/// The lines of text of a cell; nothing if a line of it has no ruling at its sides or a bar inside.
std::optional<std::vector<Line>> lines_of(const DrawnCell& cell, std::span<const GridLine> lines,
                                          const std::vector<Band>& bands) {
  std::vector<Line> text;
  const std::size_t right = cell.column + cell.column_span;
  for (std::size_t i = bands[cell.row].begin; i < bands[cell.row + cell.row_span - 1].end; ++i) {
    const GridLine& line = lines[i];
    if (line.mark_at[cell.column] == kAbsent || line.mark_at[right] == kAbsent) return std::nullopt;
    if (line.mark_at[cell.column] + 1 != line.mark_at[right]) return std::nullopt;
    const std::string_view slice = line.between(cell.column, right);
    if (!slice.empty()) text.push_back({slice, line.drawn.line.number});
  }
  return text;
}

/// The cells, each of which must be a rectangle.
std::optional<std::vector<DrawnCell>> cells_of(std::span<const GridLine> lines,
                                               const std::vector<Band>& bands,
                                               std::size_t columns) {
  struct Extent {
    std::size_t places = 0, last_row = 0, last_column = 0;
  };
  Merged merged = merge(lines, bands, columns);
  std::map<std::size_t, Extent> extents;  // by root, so by row and column
  for (std::size_t row = 0; row < bands.size(); ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      Extent& extent = extents[merged.root(row, column)];
      ++extent.places;
      extent.last_row = std::max(extent.last_row, row);
      extent.last_column = std::max(extent.last_column, column);
    }
  }
  std::vector<DrawnCell> cells;
  for (const auto& [root, extent] : extents) {
    const std::size_t row = root / columns, column = root % columns;
    DrawnCell cell{.row = static_cast<std::uint32_t>(row),
                   .column = static_cast<std::uint32_t>(column),
                   .row_span = static_cast<std::uint32_t>(extent.last_row - row + 1),
                   .column_span = static_cast<std::uint32_t>(extent.last_column - column + 1),
                   .lines = {}};
    if (extent.places != std::size_t{cell.row_span} * cell.column_span) return std::nullopt;
    std::optional<std::vector<Line>> text = lines_of(cell, lines, bands);
    if (!text) return std::nullopt;
    cell.lines = std::move(*text);
    cells.push_back(std::move(cell));
  }
  return cells;
}

std::optional<DrawnTable> read_aligned(std::span<const Line> lines, Alignment alignment) {
  std::optional<std::vector<DrawnLine>> drawn = read_lines(lines, alignment);
  if (!drawn) return std::nullopt;
  const std::vector<std::size_t> boundaries = boundaries_of(*drawn);
  if (boundaries.size() < 2 || boundaries.size() > kColumns) return std::nullopt;
  DrawnTable table{.cells = {},
                   .columns = static_cast<std::uint32_t>(boundaries.size() - 1),
                   .lines = lines.size()};
  if (table.columns == 1) {
    // Bars inside belong to what the frame holds.
    DrawnCell& frame = table.cells.emplace_back();
    for (const DrawnLine& line : *drawn) {
      if (line.is_rule()) continue;
      const std::size_t begin = line.marks.front().end;
      frame.lines.push_back(
          {trim(line.line.text.substr(begin, line.marks.back().begin - begin)), line.line.number});
    }
    return table;
  }
  const std::optional<std::vector<GridLine>> grid = place_all(std::move(*drawn), boundaries);
  if (!grid) return std::nullopt;
  std::optional<std::vector<DrawnCell>> cells = cells_of(*grid, bands_of(*grid), table.columns);
  if (!cells) return std::nullopt;
  table.cells = std::move(*cells);
  return table;
}

/// What stands between the marks of each line, as a row of its own: all that can be said of a
/// drawing out of line.
DrawnTable read_unaligned(std::span<const Line> lines) {
  DrawnTable table{.cells = {}, .columns = 0, .lines = lines.size()};
  std::uint32_t row = 0;
  for (const Line& one : lines) {
    const std::optional<DrawnLine> line = read_drawn_line(one);
    if (!line || line->is_rule()) continue;
    std::uint32_t column = 0;
    for (std::size_t mark = 0; mark + 1 < line->marks.size(); ++mark) {
      if (line->ruled(mark)) continue;
      DrawnCell& cell = table.cells.emplace_back();
      cell.row = row;
      cell.column = column++;
      if (const std::string_view text = trim(line->between(mark)); !text.empty())
        cell.lines.push_back({text, line->line.number});
    }
    table.columns = std::max(table.columns, column);
    ++row;
  }
  return table;
}

}  // namespace

DrawnTable read_drawn_table(std::span<const Line> lines) {
  const std::size_t length = drawing_length(lines);
  if (length == 0) return {};
  for (const Alignment& alignment : kAlignments)
    if (std::optional<DrawnTable> table = read_aligned(lines.first(length), alignment))
      return *std::move(table);
  return read_unaligned(lines.first(length));
}

}  // namespace guifan::text
