// SPDX-License-Identifier: Apache-2.0
// A layout while its file is being read: what the parts of the file say to each other.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "guifan/layout.h"
#include "layout/xml_file.h"

namespace guifan {

/// A <column> of a <columns> list: the pattern of a value slot.
struct ColumnPattern {
  std::string id;
  Slot slot;
};

/// The first mistake ends the reading: after every step that can fail, look at problem().
class LayoutDraft {
 public:
  explicit LayoutDraft(const XmlFile& file) : file_(file) {}

  const XmlFile& file() const { return file_; }
  const std::optional<Error>& problem() const { return problem_; }
  void fail(const xmlNode& node, std::string text);
  /// Counts `ids` more ids against the limit: a short file must not expand without bound.
  bool spend(const xmlNode& node, std::size_t ids);

  void add_columns(const xmlNode& node, std::vector<ColumnPattern> patterns);
  /// The <columns> that the attribute `name` speaks of; nullptr after a failure.
  const std::vector<ColumnPattern>* find_columns(const xmlNode& node, const char* name);
  /// A value slot has this indicator: once in the layout, or again in an alternative table.
  bool claim(const xmlNode& node, const std::string& indicator, bool alternative);
  bool has_value(const std::string& indicator) const { return indicators_.contains(indicator); }
  void check_known(const xmlNode& node, const std::vector<std::string>& ids);
  void add_identity(const xmlNode& node, Identity identity);
  bool has_identity(const std::string& id) const { return identity_ids_.contains(id); }

  Layout layout;
  std::set<std::string> suffixes;      ///< of the value columns of records
  std::vector<std::string> templates;  ///< default of the crosswalk's rows

 private:
  const XmlFile& file_;
  std::optional<Error> problem_;
  std::map<std::string, std::vector<ColumnPattern>> columns_;
  std::set<std::string> indicators_, identity_ids_;
  std::size_t spent_ = 0;
};

}  // namespace guifan
