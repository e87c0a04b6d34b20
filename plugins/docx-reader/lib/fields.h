// SPDX-License-Identifier: Apache-2.0
// Complex fields: the result is printed, the code is not. A few fields print without a stored
// result.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guifan::docx {

struct Field {
  std::string instruction;
  std::string suppressed;  ///< text that stood in the code by mistake
  bool in_result = false;
  bool printed = false;      ///< the result holds text
  bool is_contents = false;  ///< its result is a table of contents
  bool is_checkbox = false, checked = false, is_list = false;
  std::vector<std::string> list_entries;
  std::size_t list_choice = 0;
};

/// What a field without a stored result prints: check boxes, drop-down lists, EQ (①, fractions,
/// text over text), SYMBOL and the words of a button. Empty for all others. Text that stands over
/// other text (pinyin) is put into `annotation`.
std::string text_of_bare_field(const Field& field, std::string& annotation);

/// The field's keyword in capitals: "PAGE", "TOC"...
std::string field_keyword(std::string_view instruction);

}  // namespace guifan::docx
