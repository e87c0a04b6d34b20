// SPDX-License-Identifier: Apache-2.0
#include "text/text_reader.h"

#include <algorithm>
#include <array>
#include <string>

#include "reading/binary_container.h"
#include "text/drawn_table.h"
#include "text/figure_field.h"
#include "text/left_over_markup.h"
#include "text/lines.h"
#include "text/text_table.h"

namespace guifan::text {
namespace {

using sdk::Kind;

constexpr std::size_t kProbeBytes = 64 * 1'024;
constexpr std::uint32_t kFrames = 8;  // drawn around each other

bool ends_with_ignoring_case(std::string_view name, std::string_view ending) {
  return name.size() >= ending.size() &&
         std::ranges::equal(name.substr(name.size() - ending.size()), ending, [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         });
}

bool is_markdown(std::string_view name) {
  return ends_with_ignoring_case(name, ".md") || ends_with_ignoring_case(name, ".markdown");
}

/// Text in 16-bit units without a mark: every character up to U+00FF shows as a unit with a zero
/// byte, and it is a letter, a digit or white space. 一 (U+4E00) and the wide space (U+3000) have
/// zeros on the other side, so counting zeros by side is not enough.
bool looks_like_utf16(std::string_view head) {
  const auto plain = [&](std::size_t at) {
    const auto c = static_cast<unsigned char>(head[at]);
    return c >= 0x20 || c == '\t' || c == '\n' || c == '\r';
  };
  std::array<std::size_t, 2> narrow{}, controls{};  // by the byte that is zero
  for (std::size_t i = 0; i + 1 < head.size(); i += 2) {
    if (head[i] == 0 && head[i + 1] == 0) return false;  // no text, in either order
    for (const std::size_t zero : {0U, 1U}) {
      if (head[i + zero] != 0) continue;
      ++narrow[zero];
      if (!plain(i + 1 - zero)) ++controls[zero];
    }
  }
  const auto fits = [&](std::size_t zero) {
    return narrow[zero] * 100 >= head.size() && controls[zero] * 20 <= narrow[zero];
  };
  return fits(0) || fits(1);
}

/// Text of some encoding: hardly any control characters. UTF-16 shows by its mark, or by its zeros.
bool looks_like_text(std::string_view head) {
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return true;
  if (head.find('\0') != std::string_view::npos) return looks_like_utf16(head);
  const auto controls = std::ranges::count_if(head, [](char byte) {
    const auto c = static_cast<unsigned char>(byte);
    return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
  });
  return static_cast<std::size_t>(controls) * 100 <= head.size();
}

void report_decoding(const sdk::Context& context, const sdk::Decoded& decoded) {
  if (decoded.invalid_sequences() > 0)
    context.diagnose(sdk::Severity::Warning, "READ-102",
                     {std::to_string(decoded.invalid_sequences()), decoded.encoding()});
}

bool give_table(const TextTable& table, std::uint32_t ordinal, sdk::DocumentBuilder& document) {
  sdk::Place place = sdk::line(table.rows.front().line);
  place.table = ordinal;
  bool more = document.begin_table(place);
  for (std::uint32_t row = 0; row < table.rows.size() && more; ++row) {
    const TextRow& fields = table.rows[row];
    place.line = fields.line;
    place.row = row + 1;
    for (std::uint32_t column = 0; column < fields.fields.size() && more; ++column) {
      place.column = column + 1;
      more = document.begin_cell(row, column) &&
             (fields.fields[column].empty() || document.text(fields.fields[column], place));
      document.end_cell();
    }
  }
  document.end_table();
  return more;
}

bool give_line(const Line& line, sdk::DocumentBuilder& document) {
  std::string_view text = trim(line.text);
  // What is left of a frame: | 规章 |
  if (text.starts_with('|')) text = trim(text.substr(1));
  if (text.ends_with('|')) text = trim(text.substr(0, text.size() - 1));
  if (text.find_first_not_of("| ") == std::string_view::npos) return true;
  const std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
  if (marks >= 1 && marks <= 6 && marks < text.size() && text[marks] == ' ')
    return document.paragraph(trim(text.substr(marks)), sdk::line(line.number), Kind::Heading,
                              static_cast<std::uint32_t>(marks));
  if (text.size() > 4 && text.starts_with("**") && text.ends_with("**") &&
      text.find("**", 2) == text.size() - 2)  // a line in bold
    text = trim(text.substr(2, text.size() - 4));
  return text.empty() || document.paragraph(text, sdk::line(line.number));
}

bool give_cell(const DrawnCell& cell, sdk::Place place, sdk::DocumentBuilder& document) {
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  std::string_view last;
  bool more = document.begin_cell(cell.row, cell.column, cell.row_span, cell.column_span);
  for (const Line& line : cell.lines) {
    if (!more) break;
    place.line = line.number;
    // A line that was too long for its cell goes on; figures below each other are two.
    if (is_figure(last) && is_figure(line.text)) more = document.text("\n", place);
    if (!last.empty() && is_letter(last.back()) && is_letter(line.text.front()))
      more = document.text(" ", place);
    more = more && document.text(line.text, place);
    last = line.text;
  }
  document.end_cell();
  return more;
}

bool give_table(const DrawnTable& table, std::uint32_t line, std::uint32_t ordinal,
                sdk::DocumentBuilder& document) {
  sdk::Place place = sdk::line(line);
  place.table = ordinal;
  bool more = document.begin_table(place);
  for (const DrawnCell& cell : table.cells) {
    if (!more) break;
    place.row = cell.row + 1;
    place.column = cell.column + 1;
    more = give_cell(cell, place, document);
  }
  document.end_table();
  return more;
}

bool give_lines(std::span<const Line> lines, std::uint32_t& tables, std::uint32_t depth,
                sdk::DocumentBuilder& document) {
  for (std::size_t i = 0; i < lines.size();) {
    const std::span<const Line> rest = lines.subspan(i);
    const DrawnTable drawn = depth < kFrames ? read_drawn_table(rest) : DrawnTable{};
    if (drawn.lines > 0) {
      const bool more = drawn.columns > 1 ? give_table(drawn, lines[i].number, ++tables, document)
                                          : give_lines(drawn.text(), tables, depth + 1, document);
      if (!more) return false;
      i += drawn.lines;
      continue;
    }
    const TextTable table = read_table(rest);
    if (!table.rows.empty()) {
      if (!give_table(table, ++tables, document)) return false;
      i += table.lines;
      continue;
    }
    for (const std::size_t end = i + std::max<std::size_t>(1, table.lines); i < end; ++i)
      if (!give_line(lines[i], document)) return false;
  }
  return true;
}

}  // namespace

sdk::Probe TextReader::probe(const sdk::Input& input) const {
  const std::string_view head = input.bytes().first(kProbeBytes).text();
  if (head.empty()) return {0, "空文件\tempty"};
  if (reading::is_binary_container(head)) return {0, "二进制文件\ta binary container"};
  if (!looks_like_text(head)) return {0, "有控制字符\tcontrol characters"};
  if (head.starts_with('{') && head.find("\"guifan/report/") != std::string_view::npos)
    return {0, "guifan 自己输出的 JSON，供程序使用\tguifan's own JSON, which is for programs"};
  if (ends_with_ignoring_case(input.name(), ".txt") ||
      ends_with_ignoring_case(input.name(), ".text") || is_markdown(input.name()))
    return {0.5, "文本，文件名也是文本\ttext, and a text file's name"};
  return {0.3, "文本\ttext"};
}

sdk::Status TextReader::read(const sdk::Context& context, const sdk::Input& input,
                             sdk::DocumentBuilder& document) const {
  if (reading::is_binary_container(input.bytes().text())) return sdk::Status::Unsupported;
  const sdk::Decoded decoded = context.decode(input.bytes());
  report_decoding(context, decoded);
  document.metadata("media-type", is_markdown(input.name()) ? "text/markdown" : "text/plain");
  document.metadata("encoding", decoded.encoding());

  const std::string text = without_left_over_markup(decoded.text());
  std::uint32_t tables = 0;
  return give_lines(split_lines(text), tables, 0, document) ? sdk::Status::Ok
                                                            : sdk::Status::LimitExceeded;
}

}  // namespace guifan::text
