// SPDX-License-Identifier: Apache-2.0
#include "aligned_tables.h"

#include <algorithm>

#include "line_joining.h"

namespace guifan::pdf {
namespace {

constexpr std::size_t kFewestRows = 3;

struct Column {
  double left, right;
};

/// Widens the columns by a line's pieces; false (and nothing changed) where a piece would touch
/// another column.
bool take(std::vector<Column>& columns, const Line& line) {
  std::vector<Column> next = columns;
  for (std::size_t i = 0; i < next.size(); ++i) {
    const Box& box = line.segments[i].box;
    if (box.right < next[i].left || box.left > next[i].right) return false;
    next[i].left = std::min(next[i].left, box.left);
    next[i].right = std::max(next[i].right, box.right);
  }
  for (std::size_t i = 1; i < next.size(); ++i)
    if (next[i].left - next[i - 1].right < 0.8 * line.size) return false;
  columns = std::move(next);
  return true;
}

PageTable make_table(std::span<const Line> lines, const std::vector<Column>& columns,
                     std::uint32_t page) {
  PageTable table;
  table.page = page;
  table.ruled = false;
  table.box = lines.front().page_box;
  for (const Line& line : lines) table.box.include(line.page_box);
  table.columns.push_back(columns.front().left);
  for (std::size_t i = 1; i < columns.size(); ++i)
    table.columns.push_back((columns[i - 1].right + columns[i].left) / 2);
  table.columns.push_back(columns.back().right);
  table.rows = static_cast<std::uint32_t>(lines.size());
  for (std::size_t row = 0; row < lines.size(); ++row)
    for (std::size_t column = 0; column < columns.size(); ++column) {
      const Segment& segment = lines[row].segments[column];
      PageCell cell;
      cell.place.row = static_cast<std::uint32_t>(row);
      cell.place.column = static_cast<std::uint32_t>(column);
      cell.place.box = segment.box;
      cell.text.text = segment.text;
      cell.text.box = segment.box;
      table.cells.push_back(std::move(cell));
    }
  return table;
}

/// The end of the table that starts at `begin`, or `begin`.
std::size_t table_end(const std::vector<Line>& lines, std::size_t begin,
                      std::vector<Column>& columns) {
  const std::size_t count = lines[begin].segments.size();
  if (count < 2) return begin;
  columns.clear();
  for (const Segment& s : lines[begin].segments) columns.push_back({s.box.left, s.box.right});
  std::size_t end = begin + 1, figures = 0, pieces = 0;
  double pitch = 0;
  while (end < lines.size() && lines[end].segments.size() == count) {
    const double step = lines[end - 1].box.center_y() - lines[end].box.center_y();
    if (step > 4 * lines[end].size || (pitch > 0 && step > 1.8 * pitch)) break;
    if (!take(columns, lines[end])) break;
    pitch = std::max(pitch, step);
    ++end;
  }
  for (std::size_t i = begin; i < end; ++i)
    for (std::size_t k = 1; k < count; ++k) {
      ++pieces;
      figures += is_figure(lines[i].segments[k].text) ? 1 : 0;
    }
  return end - begin >= kFewestRows && figures * 2 >= pieces ? end : begin;
}

}  // namespace

std::vector<PageElement> find_aligned_tables(std::vector<Line> lines, std::uint32_t page) {
  std::vector<PageElement> elements;
  std::vector<Column> columns;
  for (std::size_t i = 0; i < lines.size();) {
    const std::size_t end =
        lines[i].page_box.width() == lines[i].box.width() ? table_end(lines, i, columns) : i;
    if (end > i) {
      elements.emplace_back(make_table(std::span(lines).subspan(i, end - i), columns, page));
      i = end;
    } else {
      elements.emplace_back(std::move(lines[i++]));
    }
  }
  return elements;
}

}  // namespace guifan::pdf
