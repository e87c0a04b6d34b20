// SPDX-License-Identifier: Apache-2.0
#include "drawn.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace guifan::generator {
namespace {

/// Columns that a character takes: all that are not ASCII are Han or as wide as Han here.
std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) ++width;
    if (byte >= 0xC0) width += 2;
  }
  return width;
}

bool is_figure(std::string_view text) {
  if (text.starts_with("-")) text.remove_prefix(1);
  return text.find_first_of("0123456789") == 0 || (text >= "０" && text.substr(0, 3) <= "９");
}

/// Breaks at characters, never inside a run of ASCII.
std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    const bool ascii = static_cast<unsigned char>(text[at]) < 0x80;
    while (end < text.size() && (ascii ? static_cast<unsigned char>(text[end]) < 0x80
                                       : (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80))
      ++end;
    const std::string_view unit = text.substr(at, end - at);
    if (!lines.back().empty() && width_of(lines.back()) + width_of(unit) > width)
      lines.emplace_back();
    lines.back() += unit;
    at = end;
  }
  return lines;
}

struct Style {
  bool box = true;
  std::size_t mark_width = 1;  ///< of a box character
};

class Drawing {
 public:
  Drawing(const std::vector<std::vector<DrawnField>>& rows, Style style, std::size_t label_width)
      : style_(style), label_width_(label_width) {
    place(rows);
    measure();
  }

  std::string run() const {
    std::string out;
    std::map<std::size_t, std::size_t> used;  // lines of a cell that are printed
    for (std::size_t row = 0; row <= owner_.size(); ++row) {
      out += border(row, used);
      if (row == owner_.size()) break;
      for (std::size_t line = 0; line < heights_[row]; ++line) out += content(row, used);
    }
    return out;
  }

 private:
  struct Placed {
    std::size_t row, column, row_span, column_span;
    std::string text;
    std::vector<std::string> lines;
  };
  static constexpr std::size_t kNone = SIZE_MAX;

  void place(const std::vector<std::vector<DrawnField>>& rows) {
    std::size_t columns = 0;
    for (const DrawnField& field : rows.front()) columns += field.column_span;
    columns_ = columns;
    owner_.assign(rows.size(), std::vector<std::size_t>(columns, kNone));
    for (std::size_t row = 0; row < rows.size(); ++row) {
      std::size_t column = 0;
      for (const DrawnField& field : rows[row]) {
        while (column < columns && owner_[row][column] != kNone) ++column;
        if (column >= columns) break;
        Placed cell{row,
                    column,
                    std::min<std::size_t>(field.row_span, rows.size() - row),
                    std::min<std::size_t>(field.column_span, columns - column),
                    field.text,
                    {}};
        for (std::size_t r = 0; r < cell.row_span; ++r)
          for (std::size_t c = 0; c < cell.column_span; ++c)
            owner_[row + r][column + c] = cells_.size();
        column += cell.column_span;
        cells_.push_back(std::move(cell));
      }
      for (; column < columns; ++column)
        if (owner_[row][column] == kNone) {
          owner_[row][column] = cells_.size();
          cells_.push_back({row, column, 1, 1, "", {}});
        }
    }
  }

  void measure() {
    widths_.assign(columns_, 4);
    for (const Placed& cell : cells_)
      if (cell.column_span == 1)
        widths_[cell.column] =
            std::max(widths_[cell.column], std::min(width_of(cell.text), label_width_));
    for (const Placed& cell : cells_)
      if (cell.column_span == 1 && is_figure(cell.text))  // never broken
        widths_[cell.column] = std::max(widths_[cell.column], width_of(cell.text));
    for (std::size_t& width : widths_) width += width % 2;
    heights_.assign(owner_.size(), 1);
    for (Placed& cell : cells_) {
      cell.lines = wrap(cell.text, inner_width(cell));
      std::size_t room = cell.row_span - 1;  // the borders inside
      for (std::size_t r = 0; r < cell.row_span; ++r) room += heights_[cell.row + r];
      if (cell.lines.size() > room)
        heights_[cell.row + cell.row_span - 1] += cell.lines.size() - room;
    }
  }

  std::size_t inner_width(const Placed& cell) const {
    std::size_t width = (cell.column_span - 1) * style_.mark_width;
    for (std::size_t c = 0; c < cell.column_span; ++c) width += widths_[cell.column + c];
    return width;
  }

  std::string filled(const Placed& cell, std::map<std::size_t, std::size_t>& used) const {
    const std::size_t index = static_cast<std::size_t>(&cell - cells_.data());
    const std::size_t line = used[index]++;
    const std::string text = line < cell.lines.size() ? cell.lines[line] : "";
    return text + std::string(inner_width(cell) - width_of(text), ' ');
  }

  std::string content(std::size_t row, std::map<std::size_t, std::size_t>& used) const {
    const std::string_view bar = style_.box ? "│" : "|";
    std::string out(bar);
    for (std::size_t column = 0; column < columns_;) {
      const Placed& cell = cells_[owner_[row][column]];
      out += filled(cell, used);
      out += bar;
      column = cell.column + cell.column_span;
    }
    return out + "\n";
  }

  /// Whether a horizontal line is above `row` in `column`.
  bool ruled(std::size_t row, std::size_t column) const {
    return row == 0 || row == owner_.size() || owner_[row - 1][column] != owner_[row][column];
  }
  /// Whether a bar is left of `column` in `row`.
  bool barred(std::size_t row, std::size_t column) const {
    return column == 0 || column == columns_ || owner_[row][column - 1] != owner_[row][column];
  }

  std::string_view joint(std::size_t row, std::size_t column) const {
    const bool left = column > 0 && ruled(row, column - 1);
    const bool right = column < columns_ && ruled(row, column);
    const bool up = row > 0 && barred(row - 1, column);
    const bool down = row < owner_.size() && barred(row, column);
    if (!style_.box) return !left && !right ? "|" : !up && !down ? "-" : "+";
    static constexpr std::array<std::string_view, 16> kJoints = {
        " ", "│", "│", "│", "─", "┌", "└", "├", "─", "┐", "┘", "┤", "─", "┬", "┴", "┼"};
    return kJoints[static_cast<std::size_t>(left) * 8 + static_cast<std::size_t>(right) * 4 +
                   static_cast<std::size_t>(up) * 2 + static_cast<std::size_t>(down)];
  }

  std::string border(std::size_t row, std::map<std::size_t, std::size_t>& used) const {
    std::string out(joint(row, 0));
    for (std::size_t column = 0; column < columns_;) {
      if (!ruled(row, column)) {
        const Placed& cell = cells_[owner_[row][column]];
        out += filled(cell, used);
        column = cell.column + cell.column_span;
      } else {
        const std::size_t marks = widths_[column] / style_.mark_width;
        for (std::size_t i = 0; i < marks; ++i) out += style_.box ? "─" : "-";
        ++column;
      }
      out += joint(row, column);
    }
    return out + "\n";
  }

  Style style_;
  std::size_t label_width_, columns_ = 0;
  std::vector<Placed> cells_;
  std::vector<std::vector<std::size_t>> owner_;  ///< by row and column: index of the cell
  std::vector<std::size_t> widths_, heights_;
};

}  // namespace

std::string draw(const std::vector<std::vector<DrawnField>>& rows, Dice& dice) {
  const Style style{dice.chance(70), dice.chance(50) ? std::size_t{2} : std::size_t{1}};
  return Drawing(rows, style.box ? style : Style{false, 1}, 8 + 2 * dice.below(20)).run();
}

}  // namespace guifan::generator
