// SPDX-License-Identifier: Apache-2.0
#include "recognise/tables/own_supplement.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "guifan/text.h"

namespace guifan {
namespace {

constexpr std::uint32_t kLabel = 0, kUnit = 1, kValue = 2;
constexpr std::size_t kColumns = 5;

/// The heads of the columns, as printed_report.cpp writes them.
bool is_supplement(const Table& table) {
  constexpr std::array<std::string_view, kColumns> kChinese = {"指标", "单位", "数值", "原文位置",
                                                               "说明"};
  constexpr std::array<std::string_view, kColumns> kEnglish = {"indicator", "unit", "value",
                                                               "place", "whyhere"};
  const auto heads = [&](const std::array<std::string_view, kColumns>& titles) {
    return std::ranges::all_of(table.cells, [&](const TableCell& cell) {
      return cell.row != 0 || (cell.column < kColumns &&
                               label_key(cell.text.normalised, false) == titles[cell.column]);
    });
  };
  return table.columns == kColumns && !table.cells.empty() && table.cells.front().row == 0 &&
         (heads(kChinese) || heads(kEnglish));
}

void add(const Table& table, TableFindings& findings) {
  std::string label, unit;
  for (const TableCell& cell : table.cells) {
    if (cell.row == 0) continue;
    const std::string& text = cell.text.normalised;
    if (cell.column == kLabel) {
      label = text;
      unit.clear();
    } else if (cell.column == kUnit) {
      unit = text;
    } else if (cell.column == kValue && !text.empty()) {
      findings.tokens.push_back({text, cell.text.place()});
      findings.residue.push_back(
          {label, unit, text, cell.text.place(), "carried-over", {findings.tokens.size() - 1}});
    }
  }
}

}  // namespace

void take_own_supplement(SourceDocument& document, TableFindings& findings) {
  std::erase_if(document.blocks, [&](const Block& block) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr || !is_supplement(*table)) return false;
    add(*table, findings);
    return true;
  });
}

}  // namespace guifan
