// SPDX-License-Identifier: Apache-2.0
#include "workbook.h"

#include <sys/mman.h>
#include <unistd.h>

#include <charconv>

namespace guifan::xlsx {
namespace {

using sdk::view;

constexpr std::size_t kSheetNameCharacters = 31;
constexpr std::size_t kCellCharacters = 32'767;
/// A double holds any decimal of up to 15 digits.
constexpr std::size_t kExactDigits = 15;
/// 1980-01-01 00:00:00 UTC: a date is required, and no clock may show in the output.
constexpr time_t kFixedDate = 315'532'800;
constexpr lxw_color_t kGrey = 0xF2F2F2;
constexpr lxw_color_t kNear = 0xFDECCB;

/// The first characters of a text without control characters.
std::string cut(std::string_view text, std::size_t characters) {
  std::string kept;
  std::size_t count = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 && c != '\n' && c != '\t') continue;
    // Excel counts UTF-16 units: a four-byte character is two.
    if ((byte & 0xC0) != 0x80) count += byte >= 0xF0 ? 2 : 1;
    if (count > characters) break;
    kept += c;
  }
  return kept;
}

}  // namespace

Workbook::Workbook(const sdk::ReportView& report)
    : file_(memfd_create("guifan-xlsx", MFD_CLOEXEC)) {
  if (file_ < 0) return;
  const std::string path = "/proc/self/fd/" + std::to_string(file_);
  workbook_ = workbook_new(path.c_str());
  if (workbook_ == nullptr) return;
  std::string title(view(report.title));
  std::string author(view(report.organisation));
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = author.data();
  properties.created = kFixedDate;
  workbook_set_properties(workbook_, &properties);
  const auto custom = [&](const char* name, std::string_view value) {
    if (!value.empty())
      workbook_set_custom_property_string(workbook_, name, cut(value, 255).c_str());
  };
  custom("organisation", author);
  if (report.year != 0) workbook_set_custom_property_integer(workbook_, "year", report.year);
  custom("source", view(report.source_name));
  custom("source-sha256", view(report.source_sha256));
  custom("template", view(report.template_id));
  custom("generator", view(report.generator));

  formats_.head = ruled_format();
  format_set_bold(formats_.head);
  format_set_bg_color(formats_.head, kGrey);
  format_set_align(formats_.head, LXW_ALIGN_CENTER);
  formats_.label = ruled_format();
  formats_.centred_label = ruled_format();
  format_set_align(formats_.centred_label, LXW_ALIGN_CENTER);
  formats_.text = ruled_format();
  format_set_align(formats_.text, LXW_ALIGN_VERTICAL_TOP);
  formats_.blank = ruled_format();
  formats_.line = workbook_add_format(workbook_);
  format_set_font_name(formats_.line, "宋体");
  format_set_font_size(formats_.line, 10.5);
}

Workbook::~Workbook() {
  if (workbook_ != nullptr) lxw_workbook_free(workbook_);
  if (file_ >= 0) ::close(file_);
}

lxw_format* Workbook::ruled_format() {
  lxw_format* format = workbook_add_format(workbook_);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_font_name(format, "宋体");
  format_set_font_size(format, 10.5);
  return format;
}

lxw_format* Workbook::number_format(std::size_t decimals, bool approximate) {
  lxw_format*& format = number_formats_[{decimals, approximate}];
  if (format != nullptr) return format;
  format = ruled_format();
  format_set_align(format, LXW_ALIGN_CENTER);
  std::string pattern = "0";
  if (decimals != 0) pattern += "." + std::string(decimals, '0');
  if (approximate) {
    pattern = "\"≈\"" + pattern;
    format_set_bg_color(format, kNear);
  }
  format_set_num_format(format, pattern.c_str());
  return format;
}

lxw_worksheet* Workbook::add_sheet(std::string_view title) {
  std::string clean;
  for (const char c : title)
    if (std::string_view("[]:*?/\\'").find(c) == std::string_view::npos &&
        static_cast<unsigned char>(c) >= 0x20)
      clean += c;
  if (clean.empty()) clean = "表";
  std::string name = cut(clean, kSheetNameCharacters);
  for (int number = 2; !names_.insert(name).second; ++number) {
    const std::string suffix = " " + std::to_string(number);
    name = cut(clean, kSheetNameCharacters - suffix.size()) + suffix;
  }
  return workbook_add_worksheet(workbook_, name.c_str());
}

std::optional<std::string> Workbook::close() {
  const lxw_error error = workbook_close(workbook_);
  workbook_ = nullptr;  // workbook_close() has freed it
  if (error != LXW_NO_ERROR) return std::nullopt;
  const off_t size = ::lseek(file_, 0, SEEK_END);
  if (size <= 0) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(size), '\0');
  std::size_t got = 0;
  while (got < bytes.size()) {
    const ssize_t count =
        ::pread(file_, bytes.data() + got, bytes.size() - got, static_cast<off_t>(got));
    if (count <= 0) return std::nullopt;
    got += static_cast<std::size_t>(count);
  }
  return bytes;
}

void write_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string_view text,
                lxw_format* format) {
  worksheet_write_string(sheet, row, column, cut(text, kCellCharacters).c_str(), format);
}

bool is_exact_number(std::string_view value) {
  std::size_t digits = 0;
  for (const char c : value) digits += c >= '0' && c <= '9' ? 1 : 0;
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return digits != 0 && digits <= kExactDigits && error == std::errc() &&
         end == value.data() + value.size();
}

void write_decimal(Workbook& workbook, lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column,
                   std::string_view value, bool approximate) {
  if (!is_exact_number(value)) {
    write_text(sheet, row, column, (approximate ? "≈" : "") + std::string(value),
               workbook.formats().centred_label);
    return;
  }
  const std::size_t point = value.find('.');
  const std::size_t decimals = point == std::string_view::npos ? 0 : value.size() - point - 1;
  double number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  worksheet_write_number(sheet, row, column, number, workbook.number_format(decimals, approximate));
}

}  // namespace guifan::xlsx
