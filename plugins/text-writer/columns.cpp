// SPDX-License-Identifier: Apache-2.0
#include "columns.h"

#include <algorithm>

namespace guifan::text_writer {
namespace {

bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || c >= 0x20000;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0xFFu >> (length + 1));
    for (std::size_t j = 1; j < length && i + j < text.size(); ++j)
      c = (c << 6) | (static_cast<unsigned char>(text[i + j]) & 0x3F);
    width += is_wide(c) ? 2 : 1;
    i += length;
  }
  return width;
}

Columns measure(const std::vector<std::vector<std::string>>& rows, std::size_t widest) {
  Columns columns;
  for (const auto& row : rows) {
    columns.widths.resize(std::max(columns.widths.size(), row.size()), 0);
    for (std::size_t i = 0; i < row.size(); ++i)
      columns.widths[i] = std::max(columns.widths[i], std::min(display_width(row[i]), widest));
  }
  for (const std::size_t width : columns.widths) {
    if (!columns.starts.empty()) columns.width += 2;
    columns.starts.push_back(columns.width);
    columns.width += width;
  }
  return columns;
}

void append_aligned(std::string& out, const std::vector<std::vector<std::string>>& rows,
                    const Columns& columns, std::size_t first_right) {
  const std::vector<std::size_t>& widths = columns.widths;
  const auto end_line = [&] {
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
  };
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      const std::size_t width = display_width(rows[r][i]);
      const std::string padding(widths[i] > width ? widths[i] - width : 0, ' ');
      if (i != 0) out += "  ";
      out += i >= first_right ? padding + rows[r][i] : rows[r][i] + padding;
    }
    end_line();
  }
}

}  // namespace guifan::text_writer
