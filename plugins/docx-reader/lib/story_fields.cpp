// SPDX-License-Identifier: Apache-2.0
// Fields: their result is text, their code is not.

#include "docx_limits.h"
#include "integers.h"
#include "story_reader.h"

namespace guifan::docx {

void StoryReader::field_character(const XmlElement& element) {
  need_paragraph();
  const std::string_view type = element.attribute(Space::Word, "fldCharType");
  auto& fields = flow().fields;
  if (deleted_ != 0) return;
  if (type == "begin") {
    if (fields.size() >= limits::field_depth) return hit_limit("field_depth");
    fields.emplace_back();
  } else if (type == "separate" && !fields.empty()) {
    fields.back().in_result = true;
    fields.back().is_contents = field_keyword(fields.back().instruction) == "TOC";
  } else if (type == "end" && !fields.empty()) {
    end_field();
  }
}

void StoryReader::start_simple_field(const XmlElement& element) {
  need_paragraph();
  if (flow().fields.size() >= limits::field_depth) return hit_limit("field_depth");
  frame().action = Action::Field;
  Field field;
  field.instruction = std::string(element.attribute(Space::Word, "instr"));
  field.in_result = true;
  field.is_contents = field_keyword(field.instruction) == "TOC";
  flow().fields.push_back(std::move(field));
}

void StoryReader::end_field() {
  const Field field = std::move(flow().fields.back());
  flow().fields.pop_back();
  if (field.printed) return;
  const std::string keyword = field_keyword(field.instruction);
  if (keyword.starts_with("AUTONUM") || keyword == "LISTNUM")
    story_.computed_fields.insert(keyword);
  std::string annotation;
  append(text_of_bare_field(field, annotation));
  if (!annotation.empty()) append_removed(annotation, "ruby-text");
}

void StoryReader::field_data(const XmlElement& element) {
  if (flow().fields.empty()) return;
  Field& field = flow().fields.back();
  const std::string_view value = element.attribute(Space::Word, "val");
  if (element.name == "checkBox") field.is_checkbox = true;
  if (element.name == "default" && field.is_checkbox) field.checked = on(element);
  if (element.name == "checked") field.checked = on(element);
  if (element.name == "ddList") field.is_list = true;
  if (element.name == "result" && field.is_list)
    field.list_choice = static_cast<std::size_t>(to_integer(value, 0, 0, 10'000));
  if (element.name == "listEntry") field.list_entries.emplace_back(value);
}

// A field's code never runs past its paragraph in a sound file. Where it does, a separator or end
// mark was lost: what stood there and stands behind is text.
void StoryReader::open_field_results() {
  for (std::size_t i = 0; i < flow().fields.size(); ++i) {
    Field& field = flow().fields[i];
    if (field.in_result) continue;
    field.in_result = true;
    if (field.suppressed.empty()) continue;
    ++story_.broken_fields;
    const std::string text = std::move(field.suppressed);
    field.suppressed.clear();
    append(text);
  }
}

}  // namespace guifan::docx
