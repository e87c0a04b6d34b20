// SPDX-License-Identifier: Apache-2.0
#include "layout/layout_draft.h"

#include "guifan/limits.h"
#include "layout/layout_attributes.h"

namespace guifan {

void LayoutDraft::fail(const xmlNode& node, std::string text) {
  if (!problem_)
    problem_ = layout_error("LAY-005", file_.path, xmlGetLineNo(&node), std::move(text));
}

bool LayoutDraft::spend(const xmlNode& node, std::size_t ids) {
  spent_ += ids;
  if (spent_ > limits::layout_ids) fail(node, "limits::layout_ids");
  return !problem_;
}

void LayoutDraft::add_columns(const xmlNode& node, std::vector<ColumnPattern> patterns) {
  if (!columns_.emplace(text_attribute(node, "id"), std::move(patterns)).second)
    fail(node, "columns '" + text_attribute(node, "id") + "' stand twice");
}

const std::vector<ColumnPattern>* LayoutDraft::find_columns(const xmlNode& node, const char* name) {
  const std::string id = text_attribute(node, name);
  const auto found = columns_.find(id);
  if (found != columns_.end()) return &found->second;
  fail(node, "no <columns> with the id '" + id + "'");
  return nullptr;
}

bool LayoutDraft::claim(const xmlNode& node, const std::string& indicator, bool alternative) {
  if (alternative) {
    if (indicators_.contains(indicator)) return spend(node, 1);
    fail(node, "value id '" + indicator + "' of an alternative table stands in no table before it");
    return false;
  }
  if (indicators_.insert(indicator).second) return spend(node, 1);
  fail(node, "value id '" + indicator + "' stands twice");
  return false;
}

void LayoutDraft::check_known(const xmlNode& node, const std::vector<std::string>& ids) {
  for (const std::string& id : ids) {
    if (!indicators_.contains(id)) fail(node, "no value has the id '" + id + "'");
  }
}

void LayoutDraft::add_identity(const xmlNode& node, Identity identity) {
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
  auto& home = identity.last_year.empty() ? layout.identities : layout.year_identities;
  home.push_back(std::move(identity));
}

}  // namespace guifan
