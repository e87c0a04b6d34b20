// SPDX-License-Identifier: Apache-2.0
#include "marked_content.h"

#include <cmath>
#include <string_view>

#include "cmap.h"
#include "reader_limits.h"
#include "unicode_folding.h"

namespace guifan::pdf {
namespace {

/// Text of a PDF text string: UTF-16 with mark, else PDFDocEncoding (close to Latin-1).
std::u32string text_string(std::string_view bytes) {
  if (bytes.size() >= 2 && bytes[0] == '\xfe' && bytes[1] == '\xff')
    return from_utf16be(bytes.substr(2));
  std::u32string text;
  for (const char c : bytes) text += static_cast<unsigned char>(c);
  return text;
}

}  // namespace

void MarkedContent::clear() {
  marks_.clear();
  hidden_ = furniture_ = 0;
}

void MarkedContent::read_properties(const Operands& operands, const Object* resources,
                                    Mark& mark) const {
  const std::string_view tag = operands.front().text;
  if (operands[1].kind == TokenKind::Name) {
    const Object* properties =
        store_.get(store_.get(resources, "Properties"), std::string(operands[1].text).c_str());
    if (tag == "OC") mark.hidden = layers_.hide(properties);
    if (const Object* text = store_.get(properties, "ActualText"); store_.is_string(text)) {
      mark.replaces = true;
      mark.actual_text = text_string(store_.string(text));
    }
    mark.furniture =
        tag == "Artifact" && store_.name(store_.get(properties, "Type")) == "Pagination";
  }
  for (std::size_t i = 1; i + 1 < operands.size(); ++i) {  // written where they are used
    if (operands[i].kind != TokenKind::Name) continue;
    if (operands[i].text == "ActualText" && operands[i + 1].kind == TokenKind::String) {
      mark.replaces = true;
      mark.actual_text = text_string(operands[i + 1].text);
    }
    if (tag == "Artifact" && operands[i].text == "Type" && operands[i + 1].text == "Pagination")
      mark.furniture = true;
  }
}

void MarkedContent::begin(const Operands& operands, bool with_properties, const Object* resources) {
  Mark mark;
  mark.first_character = page_.characters.size();
  if (with_properties && operands.size() >= 2) read_properties(operands, resources, mark);
  hidden_ += mark.hidden ? 1 : 0;
  furniture_ += mark.furniture ? 1 : 0;
  if (marks_.size() < limits::graphics_states) marks_.push_back(std::move(mark));
}

void MarkedContent::end() {
  if (marks_.empty()) return;
  const Mark mark = std::move(marks_.back());
  marks_.pop_back();
  hidden_ -= mark.hidden && hidden_ > 0 ? 1 : 0;
  furniture_ -= mark.furniture && furniture_ > 0 ? 1 : 0;
  if (mark.replaces && mark.first_character < page_.characters.size()) replace_text(mark);
}

/// The producer says what the glyphs mean. Only a replacement on one line can be given places.
void MarkedContent::replace_text(const Mark& mark) {
  auto& characters = page_.characters;
  const Character model = characters[mark.first_character];
  Box box = model.box;
  for (std::size_t i = mark.first_character; i < characters.size(); ++i) {
    const Box& next = characters[i].box;
    if (characters[i].direction != Direction::Right ||
        std::abs(next.center_y() - box.center_y()) > model.size / 2)
      return;
    box.include(next);
  }
  std::u32string text;
  for (const char32_t c : mark.actual_text) {
    const char32_t folded = fold_character(c);
    if (folded >= 0x20) text += folded;
  }
  characters.resize(mark.first_character);
  const double step = text.empty() ? 0 : box.width() / static_cast<double>(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    Character c = model;
    c.code = text[i];
    c.space = is_space(c.code);
    c.box = {box.left + step * static_cast<double>(i), box.bottom,
             box.left + step * static_cast<double>(i + 1), box.top};
    characters.push_back(c);
  }
}

}  // namespace guifan::pdf
