// SPDX-License-Identifier: Apache-2.0
#include "print/cell_list.h"

#include <utility>
#include <vector>

#include "print/notes.h"
#include "print/wording.h"

namespace guifan::print {
namespace {

/// "甲/乙" after "甲/丙" is "乙".
std::string without_shared_parent(const std::string& label, const std::string& before) {
  const std::size_t parent = label.rfind('/');
  if (parent == std::string::npos || before.rfind('/') != parent ||
      label.compare(0, parent, before, 0, parent) != 0)
    return label;
  return label.substr(parent + 1);
}

/// One row of the template: its label, and the columns of those of its cells that are meant.
struct Row {
  std::string label;
  std::vector<std::string> columns;
  std::size_t cells = 0;  ///< meant or not
  bool whole() const { return cells > 1 && columns.size() == cells && !label.empty(); }
};

/// All rows of the template. The ids found are taken out of `ids`.
std::vector<Row> template_rows(const Layout& target, std::set<std::string>& ids) {
  std::vector<Row> rows;
  const auto keep = [&](Row& row) {
    if (row.cells != 0) rows.push_back(std::move(row));
  };
  for (const LayoutTable& table : target.tables)
    for (const SlotRow& row : table.rows) {
      Row meant;
      for (const Slot& slot : row.slots) {
        if (slot.kind != SlotKind::Value) continue;
        // Two indicators may stand side by side in one printed row.
        if (std::string label = join_labels(slot.row_labels); label != meant.label) {
          keep(meant);
          meant = {std::move(label), {}, 0};
        }
        ++meant.cells;
        if (ids.erase(slot.indicator) != 0)
          meant.columns.push_back(join_labels(slot.column_labels));
      }
      keep(meant);
    }
  return rows;
}

/// The rows from `first` on that one label covers, all of them meant as a whole.
struct WholeBranch {
  std::string label;
  std::size_t rows = 1;
};

WholeBranch whole_branch(const std::vector<Row>& rows, std::size_t first) {
  const std::string& label = rows[first].label;
  for (std::size_t slash = label.find('/'); slash != std::string::npos;
       slash = label.find('/', slash + 1)) {
    const auto inside = [&](const Row& row) {
      return row.label.starts_with(label.substr(0, slash + 1));
    };
    if (first != 0 && inside(rows[first - 1])) continue;  // its first row is not meant
    std::size_t end = first;
    while (end < rows.size() && inside(rows[end]) && rows[end].whole()) ++end;
    if (end - first > 1 && (end == rows.size() || !inside(rows[end])))
      return {label.substr(0, slash), end - first};
  }
  return {};
}

std::string columns_in_words(const Row& row, Language language) {
  const bool chinese = language == Language::Chinese;
  std::string words, last;
  for (const std::string& column : row.columns) {
    const std::string name = without_shared_parent(column, last);
    const bool other_parent = name == column && column.find('/') != std::string::npos;
    if (!last.empty()) words += other_parent ? (chinese ? "；" : "; ") : (chinese ? "、" : ", ");
    words += name;
    last = column;
  }
  return words;
}

}  // namespace

std::string list_cells(const Layout& target, std::set<std::string> ids, Language language) {
  const bool chinese = language == Language::Chinese;
  std::string list, last_label;
  const auto separate = [&] {
    if (!list.empty()) list += chinese ? "；" : "; ";
  };
  const std::vector<Row> rows = template_rows(target, ids);
  for (std::size_t i = 0; i < rows.size();) {
    const Row& row = rows[i];
    if (row.columns.empty()) {
      ++i;
      continue;
    }
    separate();
    const WholeBranch branch = whole_branch(rows, i);
    const std::string full = branch.rows > 1 ? branch.label : row.label;
    const std::string label = without_shared_parent(full, last_label);
    last_label = full;
    if (branch.rows > 1)
      list += label + (chinese ? "（全部）" : " (everything)");
    else if (row.whole())
      list += label + (chinese ? "（各列）" : " (all columns)");
    else
      list += cell_words(label, columns_in_words(row, language));
    i += branch.rows;
  }
  for (const std::string& unknown : ids) {
    separate();
    list += unknown;
  }
  return list;
}

}  // namespace guifan::print
