// SPDX-License-Identifier: Apache-2.0
// A libxlsxwriter workbook whose bytes stay in memory.
#pragma once

#include <xlsxwriter.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "guifan/plugin.h"

namespace guifan::xlsx {

/// Cell formats, made once a workbook and owned by it.
struct Formats {
  lxw_format* head = nullptr;   ///< bold on grey, centred, ruled
  lxw_format* label = nullptr;  ///< ruled, wraps
  lxw_format* centred_label = nullptr;
  lxw_format* text = nullptr;   ///< ruled, wraps, top
  lxw_format* blank = nullptr;  ///< ruled, nothing in it
  lxw_format* line = nullptr;   ///< one line, no rules: long lists
};

/// libxlsxwriter writes to a file name only: the file is an anonymous one in memory. Its temporary
/// files need a folder that can be written to (TMPDIR).
class Workbook {
 public:
  explicit Workbook(const sdk::ReportView& report);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  bool is_open() const { return workbook_ != nullptr; }
  /// A sheet named after `title`, cut to what Excel allows and made unique.
  lxw_worksheet* add_sheet(std::string_view title);
  const Formats& formats() const { return formats_; }
  /// A format for numbers with this many decimals, ruled; approximate ones show ≈ and are shaded.
  lxw_format* number_format(std::size_t decimals, bool approximate);

  /// The whole file. Nothing may be added afterwards. nullopt when a file could not be written.
  std::optional<std::string> close();

 private:
  lxw_format* ruled_format();
  int file_ = -1;
  lxw_workbook* workbook_ = nullptr;
  Formats formats_;
  std::set<std::string> names_;
  std::map<std::pair<std::size_t, bool>, lxw_format*> number_formats_;
};

/// Writes a text, cut to the 32,767 characters of a cell; control characters are left out.
void write_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string_view text,
                lxw_format* format);
/// Writes a canonical decimal as a number where a double holds every digit of it, otherwise as
/// text.
void write_decimal(Workbook& workbook, lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column,
                   std::string_view value, bool approximate);
/// Fits in a double and comes back as the same digits.
bool is_exact_number(std::string_view value);

}  // namespace guifan::xlsx
