// SPDX-License-Identifier: Apache-2.0
#include "markdown_text.h"

#include "writing/markup.h"

namespace guifan::markdown {
namespace {

constexpr std::string_view kMarks = "\\`*_[]<>|~$^";

std::string escaped_line(std::string_view line) {
  std::string out;
  for (const char c : line) {
    if (static_cast<unsigned char>(c) < 0x20 && c != '\t') continue;
    if (c == '&') {
      out += "&amp;";
      continue;
    }
    if (kMarks.find(c) != std::string_view::npos) out += '\\';
    out += c == '\t' ? ' ' : c;
  }
  return out;
}

/// Escapes what would make the line something else than text: "# ", "- ", "+ ", "1. ", "1) ",
/// "===", ": ".
std::string guarded_line(std::string_view line) {
  std::string out = escaped_line(line);
  if (out.empty()) return out;
  if (std::string_view("#-+=:").find(out.front()) != std::string_view::npos) return "\\" + out;
  const std::size_t digits = out.find_first_not_of("0123456789");
  if (digits != 0 && digits != std::string::npos && (out[digits] == '.' || out[digits] == ')'))
    out.insert(digits, "\\");
  return out;
}

std::string joined_lines(std::string_view text, std::string_view separator) {
  std::string out;
  writing::for_each_line(text, [&](std::string_view line) {
    if (!out.empty()) out += separator;
    out += escaped_line(line);
  });
  return out;
}

}  // namespace

std::string inline_text(std::string_view text) {
  return joined_lines(text, " ");
}
std::string cell_text(std::string_view text) {
  return joined_lines(text, "<br>");
}

std::string paragraph_text(std::string_view text) {
  std::string out;
  writing::for_each_line(text, [&](std::string_view line) {
    if (!out.empty()) out += "\\\n";
    out += guarded_line(line);
  });
  return out;
}

}  // namespace guifan::markdown
