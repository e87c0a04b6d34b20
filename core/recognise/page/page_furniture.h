// SPDX-License-Identifier: Apache-2.0
// What websites put around a report, by the words of formats/page-furniture.tsv.
#pragma once

#include <cstdint>
#include <string_view>

namespace guifan {

enum class Furniture : std::uint8_t {
  None,
  Certain,       ///< furniture wherever it stands
  AroundText,    ///< furniture before the first and after the last words of the report
  RelatedLinks,  ///< opens a list of links
  Publication,   ///< date, source, views of the page
  Breadcrumb,    ///< path of the page: 首页 > 政府信息公开 > 年报
};

/// What a normalised line is, judged by itself. Long lines and sentences are None.
Furniture furniture_of(std::string_view normalised_line);

}  // namespace guifan
