// SPDX-License-Identifier: Apache-2.0
// The report as one long table, a row for each cell of the template, filled or blank: the shape
// that statistics programs load and that many reports can be stacked in.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "guifan/plugin.h"

namespace guifan::writing {

enum class FieldType { Text, Integer, Decimal };

struct LongField {
  std::string_view name;
  FieldType type;
  std::string_view description;
};

inline constexpr std::array<LongField, 16> kLongFields{{
    {"organisation", FieldType::Text, "机关 / organisation that reports"},
    {"year", FieldType::Integer, "报告年度 / year reported on"},
    {"template", FieldType::Text, "模板 / template id"},
    {"cell", FieldType::Text, "单元格编号 / cell id, stable"},
    {"row_label", FieldType::Text, "行标题 / row labels, outermost first, joined by /"},
    {"column_label", FieldType::Text, "列标题 / column labels, outermost first, joined by /"},
    {"value", FieldType::Decimal,
     "数值 / value as printed; empty where the cell is blank, which is not zero"},
    {"unit", FieldType::Text, "单位 / unit of the value"},
    {"rule", FieldType::Text, "填写规则 / printed, exact, sum, zero, stated, derived, approximate"},
    {"blank", FieldType::Text, "空白原因 / why the cell is blank"},
    {"caveat", FieldType::Text, "提示 / what to know before quoting"},
    {"reason", FieldType::Text, "对应理由 / why the figure fits the cell"},
    {"quote", FieldType::Text, "原文 / words of the source, several joined by |"},
    {"place", FieldType::Text, "原文位置 / place in the source, several joined by |"},
    {"source", FieldType::Text, "原文件 / source file name"},
    {"source_sha256", FieldType::Text, "原文件 SHA-256 / hash of the source"},
}};

using LongRow = std::array<std::string, kLongFields.size()>;

/// In the order of the template.
std::vector<LongRow> long_table(const sdk::ReportView& report);

}  // namespace guifan::writing
