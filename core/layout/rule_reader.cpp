// SPDX-License-Identifier: Apache-2.0
#include "layout/rule_reader.h"

#include "layout/layout_attributes.h"

namespace guifan {
namespace {

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

void add_crosswalk(const xmlNode& node, LayoutDraft& draft, CrosswalkRow row) {
  if (!draft.spend(node, row.sources.size() + row.targets.size() + 1)) return;
  draft.check_known(node, row.sources);
  draft.check_known(node, row.when_zero_or_absent);
  draft.check_known(node, row.when_equal_or_absent);
  draft.layout.crosswalk.push_back(std::move(row));
}

}  // namespace

void read_joint(const xmlNode& node, LayoutDraft& draft) {
  JointFigure joint{text_attribute(node, "id"), names(node, "parts")};
  if (!draft.spend(node, joint.parts.size())) return;
  draft.check_known(node, joint.parts);
  if (draft.has_value(joint.id))
    draft.fail(node, "'" + joint.id + "' is a value, not a joint figure");
  draft.layout.joints.push_back(std::move(joint));
}

void read_identity(const xmlNode& node, LayoutDraft& draft) {
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
    draft.add_identity(node, std::move(identity));
  };
  if (attribute(node, "each-column")) {
    const auto* patterns = draft.find_columns(node, "each-column");
    if (patterns == nullptr) return;
    for (const ColumnPattern& column : *patterns) {
      add(column.id, "", "." + column.id);
      if (draft.problem()) return;
    }
  } else if (attribute(node, "each-field")) {
    for (const std::string& suffix : draft.suffixes) {
      Identity identity = pattern;
      identity.id += suffix;
      identity.left = joined(pattern.left, "", suffix);
      identity.right = joined(pattern.right, "", suffix);
      identity.last_year = joined(pattern.last_year, "", suffix);
      draft.add_identity(node, std::move(identity));
      if (draft.problem()) return;
    }
  } else if (attribute(node, "each-row")) {
    for (const std::string& row : names(node, "each-row")) {
      add(row, row + ".", "");
      if (draft.problem()) return;
    }
  } else {
    draft.add_identity(node, std::move(pattern));
  }
}

void read_map(const xmlNode& node, LayoutDraft& draft) {
  CrosswalkRow pattern;
  pattern.templates = attribute(node, "templates") ? names(node, "templates") : draft.templates;
  if (pattern.templates.empty())
    return draft.fail(node, "a map needs templates, its own or the crosswalk's");
  pattern.status = parse_status(text_attribute(node, "status"));
  pattern.reason = text_attribute(node, "reason");
  pattern.reason_english = text_attribute(node, "reason-en");
  pattern.article = text_attribute(node, "article");
  pattern.when_zero_or_absent = names(node, "when-zero-or-absent");
  pattern.when_equal_or_absent = names(node, "when-equal-or-absent");
  pattern.when_identities_hold = names(node, "when-identities-hold");
  for (const std::string& id : pattern.when_identities_hold) {
    if (!draft.has_identity(id)) return draft.fail(node, "no identity has the id '" + id + "'");
  }
  pattern.zero_approximate = flag(node, "zero-approximate");
  std::vector<std::string> suffixes{""};
  if (attribute(node, "columns")) {
    const auto* patterns = draft.find_columns(node, "columns");
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
        return draft.fail(node, "a map needs from, to or same");
      add_crosswalk(node, draft, std::move(row));
    }
    for (const std::string& id : same) {
      CrosswalkRow row = pattern;
      row.sources = row.targets = {id + suffix};
      add_crosswalk(node, draft, std::move(row));
      if (draft.problem()) return;
    }
    if (draft.problem()) return;
  }
}

}  // namespace guifan
