// SPDX-License-Identifier: Apache-2.0
#include "layout/layout_reader.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "guifan/limits.h"
#include "layout/grid.h"
#include "layout/label_keys.h"

namespace guifan {
namespace {

std::string text_attribute(const xmlNode& node, const char* name) {
  return attribute(node, name).value_or("");
}

bool flag(const xmlNode& node, const char* name) {
  return attribute(node, name) == "yes";
}

/// The number, or `fallback` where the attribute is missing or no plain number.
std::uint32_t number(const xmlNode& node, const char* name, std::uint32_t fallback) {
  const auto text = attribute(node, name);
  if (!text) return fallback;
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  return error == std::errc{} && end == text->data() + text->size() && value < 100'000 ? value
                                                                                       : fallback;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::vector<std::string> names(const xmlNode& node, const char* name) {
  return split(text_attribute(node, name), ' ');
}

Label make_label(std::string text, const xmlNode& node) {
  return {std::move(text), split(text_attribute(node, "also"), '|')};
}

CrosswalkStatus parse_status(std::string_view word) {
  if (word == "exact") return CrosswalkStatus::Exact;
  if (word == "exact-flagged") return CrosswalkStatus::ExactFlagged;
  if (word == "sum") return CrosswalkStatus::Sum;
  if (word == "zero") return CrosswalkStatus::Zero;
  if (word == "approximate") return CrosswalkStatus::Approximate;
  if (word == "no-counterpart") return CrosswalkStatus::NoCounterpart;
  if (word == "forbidden") return CrosswalkStatus::Forbidden;
  return CrosswalkStatus::NotDerivable;
}

Standing parse_standing(std::string_view word) {
  if (word == "official") return Standing::Official;
  return word == "hint" ? Standing::Hint : Standing::Definitional;
}

/// A <column> of a <columns> list: the pattern of a value slot.
struct ColumnPattern {
  std::string id;
  Slot slot;
};

/// A <field> of a table with one record a line.
struct Field {
  SlotKind kind = SlotKind::Label;
  std::string suffix;
  bool includes_first = false;  ///< never less than the first value column
  bool optional = false;
};

class LayoutReader {
 public:
  explicit LayoutReader(const XmlFile& file) : file_(file) {}

  Result<Layout> read() {
    const xmlNode& root = *file_.root();
    layout_.id = text_attribute(root, "id");
    layout_.name = text_attribute(root, "name");
    layout_.name_english = text_attribute(root, "name-en");
    layout_.source = text_attribute(root, "source");
    layout_.is_template = flag(root, "template");
    layout_.file = file_.path;
    if (layout_.id.empty()) fail(root, "a layout needs an id");
    for (const xmlNode* node = next_element(root.children); node != nullptr && !problem_;
         node = next_element(node->next)) {
      const auto name = element_name(*node);
      if (name == "chapter") {
        layout_.chapters.push_back({number(*node, "number", 0), text_attribute(*node, "title")});
      } else if (name == "columns") {
        read_columns(*node);
      } else if (name == "table") {
        read_table(*node);
      } else if (name == "joint") {
        read_joint(*node);
      } else if (name == "identities") {
        read_children(*node, &LayoutReader::read_identity);
      } else if (name == "crosswalk") {
        templates_ = names(*node, "templates");
        read_children(*node, &LayoutReader::read_map);
      }
    }
    if (problem_) return *std::move(problem_);
    return std::move(layout_);
  }

 private:
  void fail(const xmlNode& node, std::string text) {
    if (!problem_)
      problem_ = layout_error("LAY-005", file_.path, xmlGetLineNo(&node), std::move(text));
  }

  /// Counts `ids` more ids against the limit: a short file must not expand without bound.
  bool spend(const xmlNode& node, std::size_t ids) {
    spent_ += ids;
    if (spent_ > limits::layout_ids) fail(node, "limits::layout_ids");
    return !problem_;
  }

  void read_children(const xmlNode& parent, void (LayoutReader::*read_one)(const xmlNode&)) {
    for (const xmlNode* node = next_element(parent.children); node != nullptr && !problem_;
         node = next_element(node->next)) {
      (this->*read_one)(*node);
    }
  }

  Slot value_slot(const xmlNode& node, std::string indicator) const {
    Slot slot;
    slot.kind = SlotKind::Value;
    slot.indicator = std::move(indicator);
    slot.unit = text_attribute(node, "unit");
    slot.fixed_unit = flag(node, "fixed-unit");
    slot.signed_value = flag(node, "signed");
    slot.optional = flag(node, "optional");
    return slot;
  }

  void read_columns(const xmlNode& node) {
    std::vector<ColumnPattern> patterns;
    for (const xmlNode* column = next_element(node.children); column != nullptr;
         column = next_element(column->next)) {
      patterns.push_back({text_attribute(*column, "id"), value_slot(*column, "")});
    }
    if (!columns_.emplace(text_attribute(node, "id"), std::move(patterns)).second) {
      fail(node, "columns '" + text_attribute(node, "id") + "' stand twice");
    }
  }

  const std::vector<ColumnPattern>* find_columns(const xmlNode& node, const char* name) {
    const std::string id = text_attribute(node, name);
    const auto found = columns_.find(id);
    if (found != columns_.end()) return &found->second;
    fail(node, "no <columns> with the id '" + id + "'");
    return nullptr;
  }

  bool claim(const xmlNode& node, const std::string& indicator) {
    if (alternative_) {
      if (indicators_.contains(indicator)) return spend(node, 1);
      fail(node,
           "value id '" + indicator + "' of an alternative table stands in no table before it");
      return false;
    }
    if (indicators_.insert(indicator).second) return spend(node, 1);
    fail(node, "value id '" + indicator + "' stands twice");
    return false;
  }

  void read_table(const xmlNode& node) {
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
    for (const xmlNode* child = next_element(node.children); child != nullptr && !problem_;
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
    if (problem_) return;
    if (table.columns == 0) fail(node, "a table needs a width of at least 1");
    if (problem_) return;
    if (auto wrong = resolve_grid(table); !wrong.empty())
      fail(node, "table '" + table.id + "': " + wrong);
    if (problem_) return;
    if (auto wrong = derive_labels(table, parents); !wrong.empty())
      fail(node, "table '" + table.id + "': " + wrong);
    layout_.tables.push_back(std::move(table));
  }

  void read_section(const xmlNode& node, LayoutTable& table) {
    if (!spend(node, 1)) return;
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
    for (const xmlNode* child = next_element(node.children); child != nullptr && !problem_;
         child = next_element(child->next)) {
      row.slots.push_back(read_slot(*child));
    }
    if (problem_ || !spend(node, row.slots.size() + 1)) return;
    if (attribute(node, "columns")) {
      const auto* patterns = find_columns(node, "columns");
      if (patterns == nullptr) return;
      const std::string row_id = text_attribute(node, "id");
      for (const ColumnPattern& pattern : *patterns) {
        Slot slot = pattern.slot;
        slot.indicator = row_id + "." + pattern.id;
        if (!claim(node, slot.indicator)) return;
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
      claim(node, slot.indicator);
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
    if (slot.row_span == 0 || slot.column_span == 0) fail(node, "a span must be at least 1");
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
    if (field.kind == SlotKind::Value) suffixes_.insert(field.suffix);
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
          if (!claim(node, slot.indicator)) return;
          if (field.includes_first) add_inclusion(node, id, slot.indicator);
          break;
      }
      slot.optional = field.optional;
      row.slots.push_back(std::move(slot));
    }
    if (!spend(node, row.slots.size())) return;
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
    add_identity(node, std::move(identity));
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
    add_identity(node, std::move(identity));
  }

  void check_known(const xmlNode& node, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
      if (!indicators_.contains(id)) fail(node, "no value has the id '" + id + "'");
    }
  }

  void read_joint(const xmlNode& node) {
    JointFigure joint{text_attribute(node, "id"), names(node, "parts")};
    if (!spend(node, joint.parts.size())) return;
    check_known(node, joint.parts);
    if (indicators_.contains(joint.id))
      fail(node, "'" + joint.id + "' is a value, not a joint figure");
    layout_.joints.push_back(std::move(joint));
  }

  void add_identity(const xmlNode& node, Identity identity) {
    const std::size_t terms =
        identity.left.size() + identity.right.size() + identity.last_year.size();
    if (!spend(node, terms)) return;
    check_known(node, identity.left);
    check_known(node, identity.right);
    check_known(node, identity.last_year);
    if (identity.right.empty() && identity.last_year.empty())
      fail(node, "identity '" + identity.id + "' has no right side");
    if (!identity_ids_.insert(identity.id).second)
      fail(node, "identity '" + identity.id + "' stands twice");
    auto& home = identity.last_year.empty() ? layout_.identities : layout_.year_identities;
    home.push_back(std::move(identity));
  }

  void read_identity(const xmlNode& node) {
    Identity pattern;
    pattern.id = text_attribute(node, "id");
    pattern.check = text_attribute(node, "check");
    pattern.relation =
        attribute(node, "relation") == "at-most" ? Relation::LessEqual : Relation::Equal;
    pattern.standing = parse_standing(text_attribute(node, "standing"));
    pattern.left = names(node, "left");
    pattern.right = names(node, "right");
    pattern.last_year = names(node, "last-year");
    pattern.source = text_attribute(node, "source");
    const auto joined = [](std::vector<std::string> ids, const std::string& before,
                           const std::string& after) {
      for (std::string& id : ids) id = before + id + after;
      return ids;
    };
    const auto add = [&](const std::string& name, const std::string& before,
                         const std::string& after) {
      Identity identity = pattern;
      identity.id += "." + name;
      identity.left = joined(pattern.left, before, after);
      identity.right = joined(pattern.right, before, after);
      identity.last_year = joined(pattern.last_year, before, after);
      add_identity(node, std::move(identity));
    };
    if (attribute(node, "each-column")) {
      const auto* patterns = find_columns(node, "each-column");
      if (patterns == nullptr) return;
      for (const ColumnPattern& column : *patterns) {
        add(column.id, "", "." + column.id);
        if (problem_) return;
      }
    } else if (attribute(node, "each-field")) {
      for (const std::string& suffix : suffixes_) {
        Identity identity = pattern;
        identity.id += suffix;
        identity.left = joined(pattern.left, "", suffix);
        identity.right = joined(pattern.right, "", suffix);
        identity.last_year = joined(pattern.last_year, "", suffix);
        add_identity(node, std::move(identity));
        if (problem_) return;
      }
    } else if (attribute(node, "each-row")) {
      for (const std::string& row : names(node, "each-row")) {
        add(row, row + ".", "");
        if (problem_) return;
      }
    } else {
      add_identity(node, std::move(pattern));
    }
  }

  void add_crosswalk(const xmlNode& node, CrosswalkRow row) {
    if (!spend(node, row.sources.size() + row.targets.size() + 1)) return;
    check_known(node, row.sources);
    check_known(node, row.when_zero_or_absent);
    check_known(node, row.when_equal_or_absent);
    layout_.crosswalk.push_back(std::move(row));
  }

  void read_map(const xmlNode& node) {
    CrosswalkRow pattern;
    pattern.templates = attribute(node, "templates") ? names(node, "templates") : templates_;
    if (pattern.templates.empty())
      return fail(node, "a map needs templates, its own or the crosswalk's");
    pattern.status = parse_status(text_attribute(node, "status"));
    pattern.reason = text_attribute(node, "reason");
    pattern.reason_english = text_attribute(node, "reason-en");
    pattern.article = text_attribute(node, "article");
    pattern.when_zero_or_absent = names(node, "when-zero-or-absent");
    pattern.when_equal_or_absent = names(node, "when-equal-or-absent");
    pattern.when_identities_hold = names(node, "when-identities-hold");
    for (const std::string& id : pattern.when_identities_hold) {
      if (!identity_ids_.contains(id)) return fail(node, "no identity has the id '" + id + "'");
    }
    pattern.zero_approximate = flag(node, "zero-approximate");
    std::vector<std::string> suffixes{""};
    if (attribute(node, "columns")) {
      const auto* patterns = find_columns(node, "columns");
      if (patterns == nullptr) return;
      suffixes.clear();
      for (const ColumnPattern& column : *patterns) suffixes.push_back("." + column.id);
    }
    const auto with_suffix = [](std::vector<std::string> ids, const std::string& suffix) {
      for (std::string& id : ids) id += suffix;
      return ids;
    };
    const auto same = names(node, "same");
    for (const std::string& suffix : suffixes) {
      if (same.empty()) {
        CrosswalkRow row = pattern;
        row.sources = with_suffix(names(node, "from"), suffix);
        row.targets = with_suffix(names(node, "to"), suffix);
        if (row.sources.empty() && row.targets.empty())
          return fail(node, "a map needs from, to or same");
        add_crosswalk(node, std::move(row));
      }
      for (const std::string& id : same) {
        CrosswalkRow row = pattern;
        row.sources = row.targets = {id + suffix};
        add_crosswalk(node, std::move(row));
        if (problem_) return;
      }
      if (problem_) return;
    }
  }

  const XmlFile& file_;
  Layout layout_;
  std::optional<Error> problem_;
  std::map<std::string, std::vector<ColumnPattern>> columns_;
  std::set<std::string> indicators_, identity_ids_;
  bool alternative_ = false;            ///< the table being read repeats figures of an earlier one
  std::set<std::string> suffixes_;      ///< of the value columns of records
  std::vector<std::string> templates_;  ///< default of the crosswalk's rows
  std::size_t spent_ = 0;
};

}  // namespace

Result<Layout> read_layout(const XmlFile& file) {
  auto layout = LayoutReader(file).read();
  if (layout) derive_label_keys(*layout);
  return layout;
}

}  // namespace guifan
