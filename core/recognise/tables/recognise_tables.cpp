// SPDX-License-Identifier: Apache-2.0
// recognise_tables: which tables the document holds, what each says, and what is left of it.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_set>

#include "guifan/recognise.h"
#include "recognise/labels/label_repair.h"
#include "recognise/labels/table_choice.h"
#include "recognise/rows/printed_columns.h"
#include "recognise/tables/table_reader.h"
#include "recognise/tables/unknown_tables.h"

namespace guifan {
namespace {

/// What the headers of a layout's tables say together: a report prints all of them alike.
std::map<const Layout*, OptionalColumns> optional_columns_of(
    const std::vector<TableAlignment>& tables) {
  std::map<const Layout*, OptionalColumns> columns;
  for (const TableAlignment& table : tables) {
    const OptionalColumns own = optional_columns(table);
    OptionalColumns& all =
        columns.try_emplace(table.table->layout, OptionalColumns::Unknown).first->second;
    if (own == OptionalColumns::Present || all == OptionalColumns::Unknown) all = own;
  }
  return columns;
}

/// Marks the blocks, cells and parts of paragraphs that a table's region covers.
void mark_used(const CompactStream& stream, const TableRows& rows,
               std::vector<std::size_t>& covered_atoms, std::unordered_set<const Text*>& read_cells,
               TableFindings& out) {
  for (std::size_t i = rows.begin.atom; i <= rows.end.atom && i < stream.atoms.size(); ++i) {
    const Atom& atom = stream.atoms[i];
    const std::size_t from = i == rows.begin.atom ? rows.begin.byte : 0;
    const std::size_t to = i == rows.end.atom ? rows.end.byte : atom.text.size();
    if (atom.grid) {
      out.used_blocks[atom.block] = true;
      read_cells.insert(atom.source);
      continue;
    }
    if (from == 0 && to == atom.text.size()) ++covered_atoms[atom.block];
    const auto base = static_cast<std::size_t>(atom.text.data() - atom.source->normalised.data());
    if (from < to) out.used_ranges.push_back({atom.block, base + from, base + to});
  }
}

/// The layout that explains most of the report, with the reason in words.
Finding name_layout(const std::vector<TableAlignment>& tables) {
  Finding finding;
  if (tables.empty()) {
    finding.value = "prose";
    finding.confidence = 0.6;
    finding.reason = {"没有找到任何已知格式的统计表，只有文字叙述",
                      "no table of a known form, only text"};
    return finding;
  }
  std::map<std::string_view, double> score, found, expected;
  for (const TableAlignment& table : tables) {
    const std::string_view id = table.table->layout->id;
    score[id] += table.score;
    found[id] += coverage(table) * static_cast<double>(table.labels.size());
    expected[id] += static_cast<double>(table.labels.size());
  }
  const auto best = std::max_element(
      score.begin(), score.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  double all = 0;
  for (const auto& [id, value] : score) all += value;
  finding.value = std::string(best->first);
  const double share = best->second / all;
  const double cover = found[best->first] / expected[best->first];
  finding.confidence = std::min(0.99, share * cover);
  const auto labels = static_cast<int>(expected[best->first]);
  finding.reason = {
      fmt::format("该格式的 {} 个指标名称有 {:.0f}% 按顺序出现", labels, 100 * cover),
      fmt::format("{1:.0f}% of the form's {0} labels stand in order", labels, 100 * cover)};
  return finding;
}

}  // namespace

TableFindings recognise_tables(const SourceDocument& document, const ChapterPlan& plan,
                               const LayoutLibrary& layouts) {
  TableFindings out;
  out.used_blocks.assign(document.blocks.size(), false);
  const CompactStream stream = make_stream(document, plan.other_report);
  std::vector<TableAlignment> tables = choose_tables(align_tables(stream, layouts.label_index()));
  for (TableAlignment& table : tables) repair_labels(stream, table);
  std::vector<std::size_t> atoms_of(document.blocks.size(), 0), covered(document.blocks.size(), 0);
  for (const Atom& atom : stream.atoms) ++atoms_of[atom.block];
  std::unordered_set<const Text*> read_cells;
  const auto columns = optional_columns_of(tables);
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const StreamPoint limit = i + 1 < tables.size() ? tables[i + 1].labels.front().begin
                                                    : StreamPoint{stream.atoms.size(), 0};
    const OptionalColumns printed = columns.at(tables[i].table->layout);
    mark_used(stream, read_table(stream, tables[i], i + 1, printed, limit, out), covered,
              read_cells, out);
    out.layouts.push_back(tables[i].table->layout->id);
  }
  for (std::size_t block = 0; block < document.blocks.size(); ++block)
    if (covered[block] != 0 && covered[block] == atoms_of[block]) out.used_blocks[block] = true;
  collect_unknown_tables(document, plan, read_cells, out);
  out.layout = name_layout(tables);
  return out;
}

}  // namespace guifan
