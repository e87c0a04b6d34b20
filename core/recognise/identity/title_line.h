// SPDX-License-Identifier: Apache-2.0
// Titles of annual reports, as lines of their own and inside sentences: body and year out of
// "高亭镇人民政府2017年政府信息公开工作年度报告" and its many orders.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guifan {

struct TitlePhrase {
  std::string organisation;        ///< empty where the phrase names none
  int year = 0;                    ///< 0 where the phrase names none
  bool annual = false;             ///< says 年度报告 or 年报, not just 报告 or 总结
  bool other_period = false;       ///< speaks of a half year, a quarter, a month
  std::string text;                ///< the phrase itself, spaces kept
  std::size_t begin = 0, end = 0;  ///< byte range in the text that was searched
};

/// All title phrases of a normalised text, in order. A phrase that runs on into another document's
/// name (…年度报告编制工作的通知) is none.
std::vector<TitlePhrase> find_title_phrases(std::string_view normalised);

/// From the first disclosure rules (Guangzhou, 2003) to a year that no report can be of yet.
constexpr bool is_report_year(int year) {
  return year >= 2003 && year <= 2050;
}

/// The text is the name of a public body and nothing else.
bool is_organisation_name(std::string_view normalised);

/// The text ends like the title of another kind of document about disclosure (…的函, …实施方案).
bool names_other_document(std::string_view normalised_title);

}  // namespace guifan
