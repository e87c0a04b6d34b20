// SPDX-License-Identifier: Apache-2.0
#include "layout/layout_reader.h"

#include "layout/label_keys.h"
#include "layout/layout_attributes.h"
#include "layout/layout_draft.h"
#include "layout/rule_reader.h"
#include "layout/table_reader.h"

namespace guifan {
namespace {

using ReadOne = void (*)(const xmlNode&, LayoutDraft&);

void read_children(const xmlNode& parent, LayoutDraft& draft, ReadOne read_one) {
  for (const xmlNode* node = next_element(parent.children); node != nullptr && !draft.problem();
       node = next_element(node->next)) {
    read_one(*node, draft);
  }
}

}  // namespace

Result<Layout> read_layout(const XmlFile& file) {
  const xmlNode& root = *file.root();
  LayoutDraft draft(file);
  Layout& layout = draft.layout;
  layout.id = text_attribute(root, "id");
  layout.name = text_attribute(root, "name");
  layout.name_english = text_attribute(root, "name-en");
  layout.source = text_attribute(root, "source");
  layout.is_template = flag(root, "template");
  layout.file = file.path;
  if (layout.id.empty()) draft.fail(root, "a layout needs an id");
  for (const xmlNode* node = next_element(root.children); node != nullptr && !draft.problem();
       node = next_element(node->next)) {
    const auto name = element_name(*node);
    if (name == "chapter") {
      layout.chapters.push_back({number(*node, "number", 0), text_attribute(*node, "title")});
    } else if (name == "columns") {
      read_columns(*node, draft);
    } else if (name == "table") {
      read_table(*node, draft);
    } else if (name == "joint") {
      read_joint(*node, draft);
    } else if (name == "identities") {
      read_children(*node, draft, read_identity);
    } else if (name == "crosswalk") {
      draft.templates = names(*node, "templates");
      read_children(*node, draft, read_map);
    }
  }
  if (draft.problem()) return *draft.problem();
  derive_label_keys(layout);
  return std::move(layout);
}

}  // namespace guifan
