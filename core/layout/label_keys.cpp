// SPDX-License-Identifier: Apache-2.0
#include "layout/label_keys.h"

#include <algorithm>

#include "guifan/text.h"
#include "text/code_points.h"

namespace guifan {
namespace {

/// The enumerator that a normalised label is printed with: "2" of "2.其他...", "三" of
/// "（三）不予公开".
std::string printed_enumerator(std::string_view text) {
  std::string numeral;
  bool bracket = false;
  for (std::size_t offset = 0; offset < text.size() && numeral.size() < 12;) {
    const std::size_t before = offset;
    const char32_t c = next_code_point(text, offset);
    if (c == U'(' && numeral.empty()) {
      bracket = true;
    } else if (is_ascii_digit(c) || is_outline_numeral(c)) {
      numeral += text.substr(before, offset - before);
    } else {
      const bool closes = bracket ? c == U')' : (c == U'.' || c == U'、');
      return closes ? numeral : std::string{};
    }
  }
  return {};
}

void derive_keys(Label& label) {
  const std::string text = normalise_text(label.text);
  label.key = code_points(label_key(text));
  label.enumerator = printed_enumerator(text);
  label.search_keys = {label.key};
  for (const std::string& spelling : label.spellings)
    label.search_keys.push_back(code_points(label_key(normalise_text(spelling))));
  std::erase(label.search_keys, std::u32string());
  std::sort(label.search_keys.begin(), label.search_keys.end());
  label.search_keys.erase(std::unique(label.search_keys.begin(), label.search_keys.end()),
                          label.search_keys.end());
}

}  // namespace

void derive_label_keys(Layout& layout) {
  for (LayoutTable& table : layout.tables)
    for (SlotRow& row : table.rows)
      for (Slot& slot : row.slots)
        if (slot.kind == SlotKind::Label) derive_keys(slot.label);
}

}  // namespace guifan
