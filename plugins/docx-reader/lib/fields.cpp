// SPDX-License-Identifier: Apache-2.0
#include "fields.h"

#include "integers.h"
#include "number_format.h"
#include "symbols.h"
#include "utf8.h"

namespace guifan::docx {
namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Arguments of the parenthesis that opens at `open`: split at commas (or semicolons) of this level.
std::vector<std::string_view> arguments_at(std::string_view text, std::size_t open) {
  std::vector<std::string_view> found;
  std::size_t depth = 1, begin = open + 1;
  for (std::size_t i = begin; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      ++i;
    } else if (text[i] == '(') {
      ++depth;
    } else if (text[i] == ')' && --depth == 0) {
      found.push_back(trim(text.substr(begin, i - begin)));
      return found;
    } else if ((text[i] == ',' || text[i] == ';') && depth == 1) {
      found.push_back(trim(text.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  found.push_back(trim(text.substr(begin)));
  return found;
}

// The printable text of an argument: switches (\s\up 9) and parentheses away.
std::string plain(std::string_view argument) {
  std::string out;
  for (std::size_t i = 0; i < argument.size(); ++i) {
    if (argument[i] == '\\' && i + 1 < argument.size()) {
      const char next = argument[i + 1];
      if (next == '(' || next == ')' || next == ',' || next == '\\') {
        out += next;
        ++i;
        continue;
      }
      // A switch runs to its parenthesis: letters, digits, blanks, further switches.
      while (i < argument.size() && argument[i] != '(') ++i;
    } else if (argument[i] != ')') {
      out += argument[i];
    }
  }
  return std::string(trim(out));
}

std::string equation(std::string_view code, std::string& annotation) {
  const std::size_t open = code.find('(');
  if (open == std::string_view::npos) return {};
  const std::string_view switches = code.substr(0, open);
  const std::vector<std::string_view> arguments = arguments_at(code, open);
  if (switches.find("\\o") != std::string_view::npos && arguments.size() == 2) {
    std::string first = plain(arguments[0]), second = plain(arguments[1]);
    if (first == "○" || first == "〇" || first == "◯") {  // the editor's "enclosed character"
      const std::int32_t number = to_integer(second, 0, 0, 99);
      bool known = true;
      if (number >= 1 && number <= 50)
        return format_number("decimalEnclosedCircle", static_cast<std::uint32_t>(number), known);
      return "(" + second + ")";
    }
    if (arguments[0].find("\\up") != std::string_view::npos) {  // the editor's "phonetic guide"
      annotation = first;
      return second;
    }
  }
  if (switches.find("\\f") != std::string_view::npos && arguments.size() == 2)
    return plain(arguments[0]) + "/" + plain(arguments[1]);
  std::string out;
  for (const std::string_view argument : arguments) {
    if (!out.empty()) out += ' ';
    out += plain(argument);
  }
  return out;
}

std::string symbol(std::string_view code) {
  const std::size_t number_end = code.find(' ');
  std::string_view number = code.substr(0, number_end);
  char32_t value = 0;
  if (number.starts_with("0x") || number.starts_with("0X")) {
    for (const char c : number.substr(2)) {
      const int digit = c >= '0' && c <= '9'   ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                               : -1;
      if (digit < 0 || value > 0xFFFF) return {};
      value = value * 16 + static_cast<char32_t>(digit);
    }
  } else {
    value = static_cast<char32_t>(to_integer(number, 0, 0, 0x10FFFF));
  }
  std::string font;
  if (const std::size_t at = code.find("\\f"); at != std::string_view::npos) {
    std::string_view rest = trim(code.substr(at + 2));
    const bool quoted = !rest.empty() && rest.front() == '"';
    if (quoted) rest.remove_prefix(1);
    font = std::string(rest.substr(0, rest.find(quoted ? '"' : ' ')));
  }
  std::string out;
  if (const auto known = symbol_character(font, value))
    append_utf8(out, *known);
  else
    append_utf8(out,
                code.find("\\u") != std::string_view::npos || value < 0x80 ? value : U'\uFFFD');
  return out;
}

}  // namespace

std::string field_keyword(std::string_view instruction) {
  instruction = trim(instruction);
  std::string keyword;
  for (const char c : instruction) {
    if (c == ' ' || c == '\\' || c == '\t') break;
    keyword += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return keyword;
}

std::string text_of_bare_field(const Field& field, std::string& annotation) {
  const std::string keyword = field_keyword(field.instruction);
  if (keyword == "FORMCHECKBOX" || field.is_checkbox) return field.checked ? "☑" : "☐";
  if (keyword == "FORMDROPDOWN" || field.is_list)
    return field.list_choice < field.list_entries.size() ? field.list_entries[field.list_choice]
                                                         : std::string();
  std::string_view code = trim(field.instruction);
  code.remove_prefix(std::min(code.size(), keyword.size()));
  if (keyword == "MACROBUTTON" || keyword == "GOTOBUTTON") {  // code, name, words to click on
    code = trim(code);
    const std::size_t name_end = std::min(code.find(' '), code.size());
    return std::string(trim(code.substr(name_end)));
  }
  if (keyword == "EQ") return equation(trim(code), annotation);
  if (keyword == "SYMBOL") return symbol(trim(code));
  return {};
}

}  // namespace guifan::docx
