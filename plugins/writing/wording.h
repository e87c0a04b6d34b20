// SPDX-License-Identifier: Apache-2.0
// Words that every printed format needs.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "guifan/plugin.h"

namespace guifan::writing {

/// The title of a report that lost its own.
inline constexpr std::string_view kReportTitle = "政府信息公开工作年度报告";

/// "一、总体情况". Numbers above ten, which no template has, are printed in digits.
inline std::string chapter_title(const guifan_chapter& chapter) {
  constexpr std::array<std::string_view, 11> kNumbers{"",   "一", "二", "三", "四", "五",
                                                      "六", "七", "八", "九", "十"};
  std::string title = chapter.number > 0 && chapter.number < kNumbers.size()
                          ? std::string(kNumbers[chapter.number])
                          : std::to_string(chapter.number);
  return title + "、" + std::string(sdk::view(chapter.title));
}

/// "row · column" of a template cell.
inline std::string cell_name(const guifan_cell& cell) {
  std::string name(sdk::view(cell.row_label));
  const std::string_view column = sdk::view(cell.column_label);
  if (!name.empty() && !column.empty()) name += " · ";
  name += column;
  return name.empty() ? std::string(sdk::view(cell.id)) : name;
}

/// The rule's name for people; an unknown rule comes back as it is.
inline std::string_view rule_words(std::string_view rule, bool chinese) {
  struct Rule {
    std::string_view id, words;
  };
  constexpr std::array<Rule, 7> kRules{{{"printed", "照录"},
                                        {"exact", "等同"},
                                        {"sum", "合计"},
                                        {"zero", "零推"},
                                        {"stated", "文述"},
                                        {"derived", "推算"},
                                        {"approximate", "近似"}}};
  if (chinese)
    for (const Rule& known : kRules)
      if (known.id == rule) return known.words;
  return rule;
}

}  // namespace guifan::writing
