// SPDX-License-Identifier: Apache-2.0
#include "layout/table_reader.h"

#include <algorithm>

#include "layout/grid.h"
#include "layout/layout_attributes.h"

namespace guifan {
namespace {

Slot value_slot(const xmlNode& node, std::string indicator) {
  Slot slot;
  slot.kind = SlotKind::Value;
  slot.indicator = std::move(indicator);
  slot.unit = text_attribute(node, "unit");
  slot.fixed_unit = flag(node, "fixed-unit");
  slot.signed_value = flag(node, "signed");
  slot.optional = flag(node, "optional");
  return slot;
}

/// A <field> of a table with one record a line.
struct Field {
  SlotKind kind = SlotKind::Label;
  std::string suffix;
  bool includes_first = false;  ///< never less than the first value column
  bool optional = false;
};

class TableReader {
 public:
  explicit TableReader(LayoutDraft& draft) : draft_(draft) {}

  void read(const xmlNode& node) {
    LayoutTable table;
    table.id = text_attribute(node, "id");
    table.chapter = number(node, "chapter", 0);
    table.alternative = alternative_ = flag(node, "alternative");
    table.columns = number(node, "width", 0);
    std::vector<std::vector<std::string>> parents;  // per row, for tables with one record a line
    std::vector<std::string> chain;                 // label of the latest line of each level
    std::vector<Field> fields;
    SlotRow field_header;
    field_header.header = true;
    for (const xmlNode* child = next_element(node.children); child != nullptr && !draft_.problem();
         child = next_element(child->next)) {
      const auto name = element_name(*child);
      if (name == "title") {
        table.titles.push_back(make_label(element_text(*child), *child));
      } else if (name == "section") {
        read_section(*child, table);
      } else if (name == "row") {
        read_row(*child, table);
      } else if (name == "field") {
        fields.push_back(read_field(*child, field_header));
      } else {
        if (table.rows.empty()) {
          table.columns = static_cast<std::uint32_t>(fields.size());
          table.rows.push_back(field_header);
          parents.emplace_back();
        }
        read_line(*child, fields, table);
        const std::size_t level = std::min<std::size_t>(number(*child, "level", 0), chain.size());
        chain.resize(level);
        parents.push_back(chain);
        chain.push_back(text_attribute(*child, "label"));
      }
    }
    if (draft_.problem()) return;
    if (table.columns == 0) draft_.fail(node, "a table needs a width of at least 1");
    if (draft_.problem()) return;
    if (auto wrong = resolve_grid(table); !wrong.empty())
      draft_.fail(node, "table '" + table.id + "': " + wrong);
    if (draft_.problem()) return;
    if (auto wrong = derive_labels(table, parents); !wrong.empty())
      draft_.fail(node, "table '" + table.id + "': " + wrong);
    draft_.layout.tables.push_back(std::move(table));
  }

 private:
  void read_section(const xmlNode& node, LayoutTable& table) {
    if (!draft_.spend(node, 1)) return;
    SlotRow row;
    row.header = true;
    row.optional = flag(node, "optional");
    Slot slot;
    slot.label = make_label(element_text(node), node);
    slot.optional = row.optional;
    slot.column_span = table.columns;
    row.slots.push_back(std::move(slot));
    table.rows.push_back(std::move(row));
  }

  void read_row(const xmlNode& node, LayoutTable& table) {
    SlotRow row;
    row.header = flag(node, "header");
    row.optional = flag(node, "optional");
    if (const auto label = attribute(node, "label")) {
      Slot slot;
      slot.label = make_label(*label, node);
      row.slots.push_back(std::move(slot));
    }
    for (const xmlNode* child = next_element(node.children); child != nullptr && !draft_.problem();
         child = next_element(child->next)) {
      row.slots.push_back(read_slot(*child));
    }
    if (draft_.problem() || !draft_.spend(node, row.slots.size() + 1)) return;
    if (attribute(node, "columns")) {
      const auto* patterns = draft_.find_columns(node, "columns");
      if (patterns == nullptr) return;
      const std::string row_id = text_attribute(node, "id");
      for (const ColumnPattern& pattern : *patterns) {
        Slot slot = pattern.slot;
        slot.indicator = row_id + "." + pattern.id;
        if (!draft_.claim(node, slot.indicator, alternative_)) return;
        row.slots.push_back(std::move(slot));
      }
    }
    table.rows.push_back(std::move(row));
  }

  Slot read_slot(const xmlNode& node) {
    Slot slot;
    const auto name = element_name(node);
    if (name == "value") {
      slot = value_slot(node, text_attribute(node, "id"));
      draft_.claim(node, slot.indicator, alternative_);
    } else if (name == "label") {
      slot.label = make_label(element_text(node), node);
    } else {
      slot.kind = name == "unit"   ? SlotKind::Unit
                  : name == "code" ? SlotKind::Code
                                   : SlotKind::Blank;
      slot.text = element_text(node);
    }
    slot.optional = flag(node, "optional");
    slot.row_span = number(node, "rows", 1);
    slot.column_span = number(node, "cols", 1);
    if (slot.row_span == 0 || slot.column_span == 0) draft_.fail(node, "a span must be at least 1");
    return slot;
  }

  Field read_field(const xmlNode& node, SlotRow& header) {
    const std::string kind = text_attribute(node, "kind");
    Field field;
    field.kind = kind == "value"  ? SlotKind::Value
                 : kind == "unit" ? SlotKind::Unit
                 : kind == "code" ? SlotKind::Code
                                  : SlotKind::Label;
    field.suffix = text_attribute(node, "suffix");
    field.includes_first = flag(node, "includes-first");
    if (field.kind == SlotKind::Value) draft_.suffixes.insert(field.suffix);
    field.optional = flag(node, "optional");
    Slot slot;
    slot.label = make_label(text_attribute(node, "label"), node);
    slot.optional = field.optional;
    header.slots.push_back(std::move(slot));
    return field;
  }

  /// A <record> or a <group>: one line of a table with one record a line.
  void read_line(const xmlNode& node, const std::vector<Field>& fields, LayoutTable& table) {
    const bool group = element_name(node) == "group";
    const std::string id = text_attribute(node, "id");
    SlotRow row;
    row.level = number(node, "level", 0);
    row.optional = flag(node, "optional");
    for (const Field& field : fields) {
      Slot slot;
      slot.kind = field.kind;
      switch (field.kind) {
        case SlotKind::Label:
          slot.label = make_label(text_attribute(node, "label"), node);
          break;
        case SlotKind::Unit:
          slot.text = group ? "——" : text_attribute(node, "unit");
          break;
        case SlotKind::Code:
          slot.text = group ? "" : attribute(node, "code").value_or(id);
          break;
        case SlotKind::Blank:
          break;
        case SlotKind::Value:
          if (group) {
            slot.kind = SlotKind::Blank;
            slot.text = "——";
            break;
          }
          slot = value_slot(node, id + field.suffix);
          if (!draft_.claim(node, slot.indicator, alternative_)) return;
          if (field.includes_first) add_inclusion(node, id, slot.indicator);
          break;
      }
      slot.optional = field.optional;
      row.slots.push_back(std::move(slot));
    }
    if (!draft_.spend(node, row.slots.size())) return;
    table.rows.push_back(std::move(row));
  }

  /// The first value column counts less than, or as much as, one that includes it.
  void add_inclusion(const xmlNode& node, const std::string& first, const std::string& including) {
    Identity identity;
    identity.id = "included." + including;
    identity.check = "CHK-006";
    identity.relation = Relation::LessEqual;
    identity.left = {first};
    identity.right = {including};
    identity.source = "由表头得出";
    draft_.add_identity(node, std::move(identity));
    if (including == first + ".cumulative") add_accumulation(node, first, including);
  }

  /// What was counted over all years grows by the year's figure. Bodies recount, so it is a hint.
  void add_accumulation(const xmlNode& node, const std::string& first,
                        const std::string& cumulative) {
    Identity identity;
    identity.id = "accumulated." + first;
    identity.check = "CHK-015";
    identity.standing = Standing::Hint;
    identity.left = {cumulative};
    identity.right = {first};
    identity.last_year = {cumulative};
    identity.source = "由表头得出";
    draft_.add_identity(node, std::move(identity));
  }

  LayoutDraft& draft_;
  bool alternative_ = false;  ///< the table repeats figures of an earlier one
};

}  // namespace

void read_columns(const xmlNode& node, LayoutDraft& draft) {
  std::vector<ColumnPattern> patterns;
  for (const xmlNode* column = next_element(node.children); column != nullptr;
       column = next_element(column->next)) {
    patterns.push_back({text_attribute(*column, "id"), value_slot(*column, "")});
  }
  draft.add_columns(node, std::move(patterns));
}

void read_table(const xmlNode& node, LayoutDraft& draft) {
  TableReader(draft).read(node);
}

}  // namespace guifan
